import { EventStoreDBClient } from '@eventstore/db-client';
import { testAdminUrl, throwAwayDatabases } from '@mash/postgres';
import pg from 'pg';

import type { EventStoreOptions, RunningEventStore } from '../options.js';
import { startEventStore } from '../start-event-store.js';

export interface ThrowawayLog {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly url: string;
  start(options?: Partial<EventStoreOptions>): Promise<RunningEventStore>;
  drop(): Promise<void>;
}

/** A database of its own for one test file, with the roles a site would have. */
export async function createThrowawayLog(): Promise<ThrowawayLog> {
  const databases = await throwAwayDatabases(['mash_log']);
  const ownerUrl = databases.url('mash_log', 'mash_owner');
  const url = databases.url('mash_log', 'mash_log');
  return {
    adminUrl: databases.adminUrl,
    ownerUrl,
    url,
    start: (options) => startEventStore({ port: 0, ownerUrl, url, ...options }),
    drop: () => databases.drop(),
  };
}

export function connect(store: RunningEventStore): EventStoreDBClient {
  return EventStoreDBClient.connectionString(store.connectionString);
}

export async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>, url = testAdminUrl()): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}
