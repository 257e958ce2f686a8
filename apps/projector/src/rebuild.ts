import { createPool } from '@mash/postgres';
import { logVariables, openJournal, postgres, readEnvironment } from '@mash/service';
import { rebuild } from '@mash/views';
import { allViews } from '@mash/all-views';

/** `npm run rebuild`: builds every view from the first event beside the live ones, compares, and swaps. */
const environment = readEnvironment({ ...logVariables, postgres }, { MASH_PORT: '0', ...process.env });
const { journal, close } = openJournal(environment);
const pool = createPool(environment.postgres, 2);
try {
  const built = await rebuild({
    pool, journal, views: allViews, onProgress: (done) => void process.stdout.write(`\r  ${done} events`),
  });
  process.stdout.write(`\r${built.events} events, ${built.views.length} views.\n`);
  for (const view of built.views) {
    const said = view.before === null ? 'new' : view.before === view.after ? 'identical' : 'DIFFERENT';
    process.stdout.write(`  ${view.view.padEnd(20)} ${said}\n`);
  }
  process.exitCode = built.identical ? 0 : 2;
} finally {
  await pool.end();
  await close();
}
