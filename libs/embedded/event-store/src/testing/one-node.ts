import type { EventStoreDBClient } from '@eventstore/db-client';
import { afterAll } from '@jest/globals';

import type { EventStoreOptions, RunningEventStore } from '../options.js';
import type { ThrowawayLog } from './throwaway-log.js';
import { connect, createThrowawayLog } from './throwaway-log.js';

export interface OneNode {
  readonly log: ThrowawayLog;
  readonly store: RunningEventStore;
  readonly client: EventStoreDBClient;
}

/** A node with a client, on a log of its own, for all tests of the file that calls this. All go when they are done. */
export async function oneNode(options?: Partial<EventStoreOptions>): Promise<OneNode> {
  const log = await createThrowawayLog();
  const store = await log.start(options);
  const client = connect(store);
  afterAll(async () => {
    await client.dispose();
    await store.stop();
    await log.drop();
  });
  return { log, store, client };
}
