import { randomUUID } from 'node:crypto';

import { EventStoreDBClient } from '@eventstore/db-client';
import pg from 'pg';

import type { EventStoreOptions, RunningEventStore } from '../options.js';
import { startEventStore } from '../start-event-store.js';

const ADMIN_URL = process.env['MASH_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const LOG_PASSWORD = 'mash_log';

export interface ThrowawayLog {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly url: string;
  start(options?: Partial<EventStoreOptions>): Promise<RunningEventStore>;
  drop(): Promise<void>;
}

/** A database of its own for one test file, with the run-time role a site would create. */
export async function createThrowawayLog(): Promise<ThrowawayLog> {
  const database = `log_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(async (admin) => {
    // Several test files make the role at once; only one can win.
    await admin.query(`DO $$ BEGIN CREATE ROLE mash_log LOGIN PASSWORD '${LOG_PASSWORD}'; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`);
    await admin.query(`CREATE DATABASE ${database}`);
  });
  const ownerUrl = inDatabase(ADMIN_URL, database);
  const url = inDatabase(ADMIN_URL, database, 'mash_log', LOG_PASSWORD);
  return {
    adminUrl: ADMIN_URL,
    ownerUrl,
    url,
    start: (options) => startEventStore({ port: 0, ownerUrl, url, ...options }),
    drop: () => asAdmin(async (admin) => void (await admin.query(`DROP DATABASE ${database} WITH (FORCE)`))),
  };
}

export function connect(store: RunningEventStore): EventStoreDBClient {
  return EventStoreDBClient.connectionString(store.connectionString);
}

export async function asAdmin<T>(work: (admin: pg.Client) => Promise<T>, url = ADMIN_URL): Promise<T> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function inDatabase(adminUrl: string, database: string, user?: string, password?: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  if (user !== undefined) url.username = user;
  if (password !== undefined) url.password = password;
  return url.href;
}
