import { once } from 'node:events';

import { startEventStore } from '../start-event-store.js';

/** A node in a process of its own, for tests that stop, pause or kill one. It says where it listens, and leaves when its input ends. */
const store = await startEventStore({
  port: 0,
  ownerUrl: process.env['MASH_LOG_OWNER'] ?? '',
  url: process.env['MASH_LOG'] ?? '',
  manners: true,
});
process.stdout.write(`${store.connectionString}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await store.stop();
