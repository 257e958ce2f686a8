import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accessViews } from '@mash/access';
import { directoryViews } from '@mash/directory';
import { startEventStore } from '@mash/embedded-event-store';
import { startIdentity } from '@mash/embedded-identity';
import { enquiryViews } from '@mash/enquiry';
import { createTokenCheck } from '@mash/identity';
import { tokensByForm } from '@mash/identity/testing';
import { createPool, migrate, throwAwayDatabases } from '@mash/postgres';
import { orderSchema } from '@mash/replay';
import type { LogAccess } from '@mash/service';
import { vaultSchema } from '@mash/vault';
import { narrowings } from '../as-of/narrowings.js';
import { openNotary } from '../open-notary.js';
import type { OpenNotary } from '../open-notary.js';
import { accounts } from './people.js';

const realmFile = fileURLToPath(new URL('../../../../infra/keycloak/mash-realm.json', import.meta.url));
const password = 'Wexcombe-1';

/** The three servers that a notary needs, each real or the stand-in, with databases of their own. */
export interface Servers {
  readonly access: LogAccess;
  readonly issuer: string;
  readonly postgres: string;
  notary(): Promise<OpenNotary>;
  tokenOf(username: keyof typeof accounts): Promise<string>;
  stop(): Promise<void>;
}

export async function startServers(): Promise<Servers> {
  const databases = await throwAwayDatabases();
  for (const [database, steps] of [['mash', orderSchema], ['mash_keys', vaultSchema]] as const) {
    const owner = createPool(databases.url(database, 'mash_owner'), 1);
    await migrate(owner, steps);
    await owner.end();
  }
  const store = await startEventStore({ port: 0, ownerUrl: databases.url('mash_log', 'mash_owner'), url: databases.url('mash_log', 'mash_log') });
  const folder = await mkdtemp(join(tmpdir(), 'notary-'));
  const usersFile = join(folder, 'users.json');
  await writeFile(usersFile, JSON.stringify(Object.entries(accounts).map(([username, { subject, agency }]) => ({
    id: subject, username, password, firstName: username, lastName: 'Test', email: `${username}@example.org`, agency, realmRoles: ['auditor'],
  }))));
  const identity = await startIdentity({ port: 0, databaseUrl: databases.url('mash_identity', 'mash_identity'), realmFile, usersFile });
  const access = {
    eventStore: store.connectionString, eventStoreUser: undefined, eventStorePassword: undefined,
    keys: databases.url('mash_keys', 'mash_vault'), rootKey: randomBytes(32),
  };
  const postgres = databases.url('mash', 'mash_notary');
  return {
    access, postgres, issuer: identity.issuer,
    notary: () => openNotary({
      access, postgres, port: 0, host: '127.0.0.1', log: () => undefined,
      replayed: { views: [...directoryViews, ...enquiryViews, ...accessViews], narrowings },
      checkToken: createTokenCheck({ issuer: identity.issuer, clientId: 'hub' }),
    }),
    tokenOf: async (username) => (await tokensByForm({
      issuer: identity.issuer, clientId: 'hub', clientSecret: 'sample-hub-secret-change-me', username, password,
    })).accessToken,
    stop: async () => {
      await identity.stop();
      await store.stop();
      await databases.drop();
      await rm(folder, { recursive: true });
    },
  };
}
