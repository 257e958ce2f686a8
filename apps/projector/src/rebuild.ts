import { constants, setPriority } from 'node:os';
import { allEventTypes } from '@mash/all-events';
import { createPool } from '@mash/postgres';
import { withProgress } from '@mash/progress';
import type { Progress } from '@mash/progress';
import { logVariables, openJournal, optional, port, postgres, readEnvironment, serveHealth } from '@mash/service';
import { Metrics } from '@mash/telemetry';
import { AnotherRebuild, NoWayBack, rebuild, rollBack } from '@mash/views';
import { allViews } from '@mash/all-views';
import { report } from './report.js';

const display = { output: process.stdout, now: () => performance.now() };
const tell = ({ at }: Progress) => (done: number, of: number | null): void => at(done, of === null ? null : done / of);

/**
 * `npm run rebuild`: builds every view from the first event beside the live ones, compares, and swaps; run again after it
 * was stopped, it goes on where it was. `npm run rebuild -- --rollback` swaps the former views back; `-- --anew` uses nothing
 * that was folded before, and keeps nothing of it.
 * Ends with 2 when a view came out different, and 1 when nothing was swapped.
 */
async function run(back: boolean, anew: boolean): Promise<number> {
  // People ask while it works: on a machine that both share, they come first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const environment = readEnvironment({ ...logVariables, postgres, metricsPort: optional(port('MASH_METRICS_PORT')) }, { MASH_PORT: '0', ...process.env });
  const { journal, close } = openJournal(environment, allEventTypes);
  const pool = createPool(environment.postgres, 4);
  const metrics = new Metrics(true);
  const served = environment.metricsPort === undefined ? null : await serveHealth(environment.metricsPort, () => ({ ok: true }), metrics);
  const work = { pool, journal, views: allViews, metrics };
  try {
    if (back) {
      const events = await withProgress('Rolling back', display, (progress) => rollBack({ ...work, onProgress: tell(progress) }));
      process.stdout.write(`The former views are live again, with ${events.toLocaleString('en-GB')} events.\n`);
      return 0;
    }
    const built = await withProgress('Rebuilding', display, (progress) => rebuild({ ...work, anew, onProgress: tell(progress) }));
    process.stdout.write(report(built, !anew));
    return built.identical ? 0 : 2;
  } catch (error) {
    if (!(error instanceof AnotherRebuild || error instanceof NoWayBack)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    await served?.close();
    await pool.end();
    await close();
  }
}

const known = ['--rollback', '--anew'];
const given = process.argv.slice(2);
if (given.length <= 1 && given.every((each) => known.includes(each))) process.exitCode = await run(given.includes('--rollback'), given.includes('--anew'));
else {
  process.stderr.write('Usage: npm run rebuild, npm run rebuild -- --rollback, or npm run rebuild -- --anew\n');
  process.exitCode = 1;
}
