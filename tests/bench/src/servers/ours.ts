import { once } from 'node:events';

import { startEventStore } from '@mash/embedded-event-store';

/** The embedded event store over the database that the environment names, with production manners. */
const store = await startEventStore({
  port: 0, ownerUrl: process.env['MASH_BENCH_OWNER'] ?? '', url: process.env['MASH_BENCH_LOG'] ?? '',
  log: ({ level, msg, error }) => level === 'info' || process.stderr.write(`${level}: ${msg} ${String(error)}\n`),
});
process.stdout.write(`${store.connectionString}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await store.stop();
