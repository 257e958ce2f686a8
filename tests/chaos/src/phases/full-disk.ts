import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createPool } from '@mash/postgres';
import { OwnPostgres } from '../site/own-postgres.js';
import { SmallDisk } from '../site/small-disk.js';
import type { Outcome, Phase } from './phase.js';
import { Trial } from './trial.js';

const none = {
  faults: 0, operations: 0, acknowledged: 0, refused: 0, unknown: 0, events: 0, lost: 0, duplicated: 0, gaps: 0, otherViolations: 0, unsettled: 0, late: 0,
  slowestSettle: 0, recoveries: [],
};

/** The database's disk fills up under load, is full for a while, and is given room again. */
export const fullDisk: Phase = {
  name: 'full-disk',
  title: 'PostgreSQL on a disk that fills up',
  async run(stage): Promise<Outcome> {
    const times = stage.full ? 8 : 2;
    const disk = SmallDisk.mount(join(stage.site.folder, 'disk'), 320, stage.site.leavings);
    if (!(disk instanceof SmallDisk)) {
      const asRoot = process.getuid?.() === 0;
      const reason = `a small disk cannot be mounted here: ${disk.refused}`;
      return { figures: none, skipped: reason, checks: asRoot ? [{ title: 'as root the full disk is tried', passed: false, detail: reason }] : [] };
    }
    const postgres = await OwnPostgres.start(join(disk.folder, 'postgres'));
    stage.site.leavings.add(() => postgres.stop());
    await keepSmall(postgres.adminUrl);
    const trial = await Trial.begin(stage, { postgres, writers: 2, workers: 6, most: 8, padding: 8_000 });
    let refusedAll = 0;
    try {
      for (let n = 1; n <= times; n += 1) {
        await trial.serves();
        disk.fill(stage.chance.between(0, 400_000));
        for (let tries = 0; tries < 8; tries += 1) {
          if (await trial.serves(2_500)) continue;
          refusedAll += 1;
          break;
        }
        await pause(stage.chance.between(0, 1_000));
        trial.fault();
        disk.empty();
        // PostgreSQL gives up when its own log has no room; whoever runs it starts it again.
        if (!postgres.alive || !await trial.serves(3_000)) {
          await postgres.stopImmediately();
          await postgres.startAgain();
        }
        stage.say(`${n} of ${times} fillings`);
      }
      const served = await trial.serves();
      return await trial.reckon([
        { title: 'the disk was so full that nothing was acknowledged', passed: refusedAll > 0, detail: `${refusedAll} of ${times} times` },
        { title: 'the log was served again once there was room', passed: served },
      ], { refusedAll });
    } finally {
      await trial.end();
      disk.empty();
      await postgres.stop();
    }
  },
};

/** Its own log must not take more than this disk has. */
async function keepSmall(adminUrl: string): Promise<void> {
  const pool = createPool(adminUrl, 1);
  for (const setting of [`max_wal_size = '64MB'`, `min_wal_size = '32MB'`, `checkpoint_timeout = '30s'`]) await pool.query(`ALTER SYSTEM SET ${setting}`);
  await pool.query('SELECT pg_reload_conf()');
  await pool.end();
}
