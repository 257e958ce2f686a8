import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { EventStoreDBClient } from '@eventstore/db-client';
import { testAdminUrl, throwAwayDatabases } from '@mash/postgres';
import pg from 'pg';

import type { EventStoreOptions, RunningEventStore, TlsOptions, UserOptions } from '../options.js';
import { startEventStore } from '../start-event-store.js';
import { throwawayCertificate } from '../throwaway-certificate.js';

export { fillLog } from './fill-log.js';

export interface ThrowawayLog {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly url: string;
  start(options?: Partial<EventStoreOptions>): Promise<RunningEventStore>;
  /**
   * Starts the node over TLS with a throwaway certificate and one user, as production connection strings need it.
   * Unless told otherwise the user is an ordinary one that was granted what a site grants its services.
   */
  startSecured(options?: Partial<EventStoreOptions>): Promise<SecuredEventStore>;
  drop(): Promise<void>;
}

/** `connectionString` works with the official client as it stands: it names the certificate's file and holds the user. */
export interface SecuredEventStore extends RunningEventStore {
  readonly user: UserOptions;
  /** The certificate as PEM file: what `tlsCAFile` names. */
  readonly caFile: string;
  /** The same without user, for clients that give credentials with each call, or none. */
  readonly anonymousConnectionString: string;
}

/** A database of its own for one test file, with the roles a site would have. */
export async function createThrowawayLog(): Promise<ThrowawayLog> {
  const databases = await throwAwayDatabases(['mash_log']);
  const ownerUrl = databases.url('mash_log', 'mash_owner');
  const url = databases.url('mash_log', 'mash_log');
  const start = (options?: Partial<EventStoreOptions>): Promise<RunningEventStore> => startEventStore({ port: 0, ownerUrl, url, ...options });
  let certificate: Promise<CertificateOnDisk> | undefined;
  return {
    adminUrl: databases.adminUrl,
    ownerUrl,
    url,
    start,
    startSecured: async (options) => {
      const { tls, caFile } = await (certificate ??= certificateOnDisk());
      const user = options?.user ?? { name: 'mash', password: randomUUID() };
      const store = await start({ tls, grantServiceAccess: options?.user === undefined, advertisedHost: 'localhost', ...options, user });
      const anonymousConnectionString = `${store.connectionString}&tlsCAFile=${caFile}`;
      const credentials = `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}`;
      return { ...store, user, caFile, anonymousConnectionString, connectionString: anonymousConnectionString.replace('://', `://${credentials}@`) };
    },
    drop: async () => {
      if (certificate !== undefined) await rm((await certificate).folder, { recursive: true, force: true });
      await databases.drop();
    },
  };
}

interface CertificateOnDisk {
  readonly tls: TlsOptions;
  readonly folder: string;
  readonly caFile: string;
}

async function certificateOnDisk(): Promise<CertificateOnDisk> {
  const tls = await throwawayCertificate();
  const folder = await mkdtemp(join(tmpdir(), 'mash-log-'));
  const caFile = join(folder, 'ca.pem');
  await writeFile(caFile, tls.certificate);
  return { tls, folder, caFile };
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
