import { setTimeout as pause } from 'node:timers/promises';
import type { Phase } from './phase.js';
import { Trial } from './trial.js';

/** The database is stopped at once and starts again from its own log, in the middle of commits. The node stays. */
export const postgresStops: Phase = {
  name: 'postgres-stops',
  title: 'immediate stop of PostgreSQL under load',
  async run(stage) {
    const stops = stage.full ? 60 : 10;
    const trial = await Trial.begin(stage, { writers: 2, workers: 6 });
    const postgres = await stage.site.postgres();
    try {
      for (let n = 1; n <= stops; n += 1) {
        await trial.serves();
        await pause(stage.chance.between(50, 800));
        await postgres.stopImmediately();
        trial.fault();
        await pause(stage.chance.between(0, 400));
        await postgres.startAgain();
        stage.say(`${n} of ${stops} stops`);
      }
      await trial.serves();
      return await trial.reckon();
    } finally {
      await trial.end();
    }
  },
};
