import { setTimeout as pause } from 'node:timers/promises';
import { ChaosProxy } from '../proxy/chaos-proxy.js';
import { signalIfThere } from '../site/own-postgres.js';
import { KeptNode } from '../site/kept-node.js';
import type { Phase, Stage } from './phase.js';
import { Trial } from './trial.js';

const victims = ['node', 'node', 'database', 'session', 'writer', 'follower'] as const;

/** SIGSTOP: a process that is neither dead nor alive, and wakes up believing that no time has passed. */
export const pauses: Phase = {
  name: 'pauses',
  title: 'SIGSTOP pauses of node, database and clients; a second node takes over from a paused one',
  async run(stage) {
    const times = stage.full ? 60 : 10;
    const takeovers = stage.full ? 10 : 2;
    let proxy: ChaosProxy | undefined;
    const trial = await Trial.begin(stage, {
      writers: 2, workers: 6,
      dial: async (node) => {
        proxy = await ChaosProxy.start(node.port);
        return `esdb://127.0.0.1:${proxy.port}?tls=false`;
      },
    });
    try {
      for (let n = 1; n <= times; n += 1) {
        const paused = await choose(stage, trial);
        trial.fault();
        paused.forEach((pid) => signalIfThere(pid, 'SIGSTOP'));
        await pause(stage.chance.next() < 0.25 ? stage.chance.between(1_600, 3_500) : stage.chance.between(100, 900));
        paused.forEach((pid) => signalIfThere(pid, 'SIGCONT'));
        await pause(stage.chance.between(100, 400));
        stage.say(`${n} of ${times} pauses`);
      }
      let taken = 0;
      for (let n = 1; n <= takeovers && proxy; n += 1) {
        if (await takeOver(stage, trial, proxy)) taken += 1;
        stage.say(`${n} of ${takeovers} second nodes`);
      }
      const served = await trial.serves();
      return await trial.reckon([{ title: 'the log was served again after every pause', passed: served }], { takeovers, taken });
    } finally {
      await trial.end();
      await proxy?.stop();
    }
  },
};

async function choose(stage: Stage, trial: Trial): Promise<number[]> {
  const postgres = await stage.site.postgres();
  switch (stage.chance.pick(victims)) {
    case 'node':
      return [trial.node.pid];
    case 'database':
      return postgres.processes();
    case 'session': {
      const all = postgres.processes().slice(1);
      return all.slice(stage.chance.between(0, all.length - 1)).slice(0, 1);
    }
    case 'writer':
      return trial.writers.slice(0, 1).map(({ child }) => child.pid);
    case 'follower':
      return trial.followers.slice(0, 1).map(({ child }) => child.pid);
  }
}

/**
 * A second node is started while the first is paused with clients on it. Whether or not it gets the log, the first then
 * wakes up and goes on with what it was doing: nothing that it writes may stand beside what the second wrote.
 */
async function takeOver(stage: Stage, trial: Trial, proxy: ChaosProxy): Promise<boolean> {
  trial.fault();
  trial.node.signal('SIGSTOP');
  const second = await KeptNode.launch({ ...trial.nodeOptions, said: trial.nodeOptions.said.replace('node.log', 'second-node.log') });
  const served = await second.listens(8_000);
  if (served) {
    proxy.aim(second.port);
    // Some clients go over while the others stay on the first, which wakes up now and has not heard of it.
    [...proxy.links].filter(() => stage.chance.next() < 0.5).forEach((link) => link.reset());
    await pause(stage.chance.between(100, 1_000));
  }
  trial.node.signal('SIGCONT');
  await pause(stage.chance.between(300, 1_200));
  proxy.aim(trial.node.port);
  await second.stop();
  proxy.links.forEach((link) => link.reset());
  return served;
}
