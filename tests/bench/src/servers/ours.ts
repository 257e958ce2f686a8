import { once } from 'node:events';

import { createThrowawayLog } from '@mash/embedded-event-store/testing';

/** The embedded event store over a database of its own, which is dropped at the end. */
const log = await createThrowawayLog();
const store = await log.start({ log: ({ level, msg, error }) => level === 'info' || process.stderr.write(`${level}: ${msg} ${String(error)}\n`) });
process.stdout.write(`${store.connectionString}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await store.stop();
await log.drop();
