import { EventLog } from '@mash/event-log';
import { createThrowawayLog } from '@mash/embedded-event-store/testing';
import type { ThrowawayLog } from '@mash/embedded-event-store/testing';

import { startServer } from '../servers/server-process.js';
import type { ServerProcess } from '../servers/server-process.js';

/** The embedded node in a process of its own over a database of its own, spoken to through the supervised client. */
export interface OurSide {
  readonly server: ServerProcess;
  readonly database: ThrowawayLog;
  readonly log: EventLog;
  stop(): Promise<void>;
}

/** @param fill is given the empty database before the node starts on it */
export async function startOurs(fill?: (database: ThrowawayLog) => Promise<void>): Promise<OurSide> {
  const database = await createThrowawayLog();
  await fill?.(database);
  const server = await startServer('ours', { ...process.env, MASH_BENCH_OWNER: database.ownerUrl, MASH_BENCH_LOG: database.url });
  const log = new EventLog({ connectionString: server.connectionString });
  return {
    server, database, log,
    stop: async () => {
      await log.close();
      await server.stop();
      await database.drop();
    },
  };
}
