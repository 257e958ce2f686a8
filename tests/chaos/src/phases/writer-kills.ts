import { setTimeout as pause } from 'node:timers/promises';
import type { Phase } from './phase.js';
import { Trial } from './trial.js';

/** kill -9 of a client in the middle of its appends; it comes back and sends what was open with the same command ids. */
export const writerKills: Phase = {
  name: 'writer-kills',
  title: 'kill -9 of the writing client, resumed with the same ids',
  async run(stage) {
    const kills = stage.full ? 120 : 16;
    const trial = await Trial.begin(stage, { writers: 2, workers: 6 });
    try {
      for (let n = 1; n <= kills; n += 1) {
        await pause(stage.chance.between(500, 1_100));
        trial.fault();
        await trial.killWriter(stage.chance.between(0, 1));
        stage.say(`${n} of ${kills} kills`);
      }
      await trial.serves();
      return await trial.reckon();
    } finally {
      await trial.end();
    }
  },
};
