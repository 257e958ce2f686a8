import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { monotonic } from '../history/lines.js';
import { WrongClock } from '../site/wrong-clock.js';
import type { Phase } from './phase.js';
import { Trial } from './trial.js';

const minutes = 60;
/** Seconds by which the node's clock and the clients' clock are wrong. */
const cases: readonly (readonly [number, number])[] = [
  ...[10, -10, 5, -5, 1, -1].flatMap((by) => [[by * minutes, 0], [0, by * minutes]] as const),
  [10 * minutes, -10 * minutes], [-10 * minutes, 10 * minutes], [10 * minutes, 10 * minutes], [-10 * minutes, -10 * minutes],
  [2, -2], [-2, 2], [0.9, -0.9], [0, 0],
];

/**
 * Clocks up to ten minutes wrong, and set wrong while work is under way: no append may be given up early for it, none may
 * wait longer than its deadline, and nothing may be lost.
 */
export const skew: Phase = {
  name: 'skew',
  title: 'clocks of node and clients up to ten minutes wrong, changing while they run',
  async run(stage) {
    mkdirSync(stage.folder, { recursive: true });
    const [nodeClock, clientClock] = [WrongClock.make(join(stage.folder, 'node-clock')), WrongClock.make(join(stage.folder, 'client-clock'))];
    const trial = await Trial.begin(stage, { writers: 1, workers: 4, followers: 1, nodeEnvironment: nodeClock.environment, clientEnvironment: clientClock.environment });
    try {
      await trial.serves();
      const silent: string[] = [];
      for (const [node, client] of cases) {
        trial.fault();
        nodeClock.set(node);
        clientClock.set(client);
        await pause(stage.full ? 2_000 : 400);
        if (!await trial.serves(10_000)) silent.push(`node ${node} s, clients ${client} s`);
        stage.say(`node ${node} s, clients ${client} s`);
      }
      const untimely = trial.givenUp();
      // A node that answers nothing must still be given up in time, however wrong the clock.
      trial.node.signal('SIGSTOP');
      const from = monotonic();
      await pause(3_000);
      trial.node.signal('SIGCONT');
      const served = await trial.serves();
      return await trial.reckon([
        { title: 'appends went through in every one of the cases', passed: silent.length === 0, ...silent.length > 0 ? { detail: silent.join('; ') } : {} },
        { title: 'no append was given up for a wrong clock', passed: untimely === 0, detail: `${untimely} given up` },
        { title: 'a silent node is noticed and forgiven under a wrong clock', passed: served },
      ], { by: nodeClock.by, cases: cases.length, silentFrom: from });
    } finally {
      await trial.end();
    }
  },
};
