import { setTimeout as pause } from 'node:timers/promises';
import type { Phase } from './phase.js';
import { Trial } from './trial.js';

/** kill -9 of the node while appends, reads and subscriptions are under way, and while it is still starting. */
export const nodeKills: Phase = {
  name: 'node-kills',
  title: 'kill -9 of the node under load',
  async run(stage) {
    const kills = stage.full ? 500 : 60;
    const trial = await Trial.begin(stage, { writers: 2, workers: 6 });
    try {
      await trial.serves();
      for (let n = 1; n <= kills; n += 1) {
        const when = stage.chance.next();
        if (when > 0.15) await trial.node.ready();
        // Mostly once it serves again, or a slow machine would kill one node after another that nobody had come back to.
        if (when > 0.35) await trial.serves();
        await pause(stage.chance.between(0, 450));
        await trial.node.kill();
        trial.fault();
        stage.say(`${n} of ${kills} kills`);
      }
      return await trial.reckon();
    } finally {
      await trial.end();
    }
  },
};
