import { join } from 'node:path';
import { choosePlace } from '../data/place.js';
import { loadSecrets } from '../data/secrets.js';
import { keepPostgres } from './keep-postgres.js';
import type { CommonOptions, StandInOptions } from './options.js';
import { provisioned, startProvisioned } from './postgres-for.js';
import { runEventStore } from './run-event-store.js';
import type { RunningStandIn } from './running-stand-in.js';
import { REALM_FILE, SAMPLE_USERS_FILE } from './sample-files.js';
import { preparedDatabases } from './urls-from-environment.js';
import type { PreparedDatabases } from './urls-from-environment.js';

// Each stand-in loads only its own library: the others cost 50 MB of memory and a second.
type Databases = PreparedDatabases & { stop(): Promise<void> };

/** Starts one stand-in, with a PostgreSQL of its own where it needs one and was given none. */
export async function runStandIn(options: StandInOptions, say: (line: string) => void): Promise<RunningStandIn> {
  switch (options.standIn) {
    case 'postgres':
      return runPostgres(options, say);
    case 'event-store': {
      const databases = await databasesFor(options.standIn, options, say);
      return alongside(databases, () => runEventStore(options, databases, say));
    }
    case 'identity': {
      const databases = await databasesFor(options.standIn, options, say);
      return alongside(databases, () => runIdentity(options.port, databases, say));
    }
  }
}

async function runPostgres({ port, data }: CommonOptions, say: (line: string) => void): Promise<RunningStandIn> {
  const dataDir = choosePlace(data, say);
  const secrets = loadSecrets(dataDir);
  const kept = await keepPostgres({ dataDir, port, password: secrets.postgres, say });
  await provisioned(kept.adminUrl, secrets);
  return {
    readyLine: `PostgreSQL is ready on 127.0.0.1:${port}; passwords are in ${join(dataDir, 'secrets.json')}`,
    stop: () => kept.stop(),
  };
}

async function runIdentity(port: number, { own }: PreparedDatabases, say: (line: string) => void): Promise<RunningStandIn> {
  const { startIdentity } = await import('@mash/embedded-identity');
  const identity = await startIdentity({ port, databaseUrl: own, realmFile: REALM_FILE, usersFile: process.env['MASH_SAMPLE_USERS'] ?? SAMPLE_USERS_FILE, log: say });
  return { readyLine: `The identity service is ready at ${identity.issuer}`, stop: () => identity.stop() };
}

async function databasesFor(standIn: 'event-store' | 'identity', options: CommonOptions, say: (line: string) => void): Promise<Databases> {
  const prepared = preparedDatabases(standIn, process.env);
  if (prepared !== undefined) return { ...prepared, stop: () => Promise.resolve() };
  const dataDir = choosePlace(options.data, say);
  const secrets = loadSecrets(dataDir);
  const postgres =
    options.postgres === undefined
      ? await startProvisioned(dataDir, secrets, say)
      : { ...(await provisioned(options.postgres, secrets)), stop: () => Promise.resolve() };
  const [database, role] = standIn === 'event-store' ? (['mash_log', 'mash_log'] as const) : (['mash_identity', 'mash_identity'] as const);
  return { own: postgres.url(database, role), owner: postgres.url(database, 'mash_owner'), stop: () => postgres.stop() };
}

/** Stops the database after its user, and also when the user does not start. */
async function alongside(databases: Databases, start: () => Promise<RunningStandIn>): Promise<RunningStandIn> {
  try {
    const running = await start();
    return {
      readyLine: running.readyLine,
      stop: async () => {
        await running.stop();
        await databases.stop();
      },
    };
  } catch (error) {
    await databases.stop();
    throw error;
  }
}
