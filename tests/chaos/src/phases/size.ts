import { setTimeout as pause } from 'node:timers/promises';
import type { Phase } from './phase.js';
import { Trial } from './trial.js';

/** What the whole run must have put through the log in the size for CI. */
const inSum = 100_000;

/** A long log: written in bulk, killed when it is full, and opened again. */
export const size: Phase = {
  name: 'size',
  title: 'a long log, written in bulk, with kills of the node when it is full',
  async run(stage) {
    const wanted = stage.full ? 1_000_000 : Math.max(20_000, inSum - stage.eventsSoFar + 2_000);
    const kills = stage.full ? 20 : 3;
    const trial = await Trial.begin(stage, { writers: 2, workers: 4, streamsPerWorker: 50, most: 400, followers: 1, largest: 400 });
    try {
      for (let events = 0; events < wanted; events = trial.eventsAcknowledged()) {
        await pause(1_000);
        stage.say(`${events} of ${wanted} events`);
      }
      for (let n = 1; n <= kills; n += 1) {
        await trial.node.kill();
        trial.fault();
        await trial.serves();
        await pause(stage.chance.between(50, 500));
      }
      const outcome = await trial.reckon();
      const events = outcome.figures.events + stage.eventsSoFar;
      return { ...outcome, checks: [...outcome.checks, { title: `${wanted} events and more are in the log`, passed: outcome.figures.events >= wanted, detail: `${events} in sum` }] };
    } finally {
      await trial.end();
    }
  },
};
