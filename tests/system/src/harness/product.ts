import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { throwawayCertificate } from '@mash/embedded-event-store';
import { throwAwayDatabases } from '@mash/postgres';
import type { ThrowAwayDatabases } from '@mash/postgres';
import { usersOf } from '@mash/town';
import type { Town } from '@mash/town';
import getPort from 'get-port';
import { answers, listens, startChild } from './child.js';
import type { Child, ChildPlan } from './child.js';

/** The whole product, running for one test file. Everything it is told is a URL. */
export interface Product {
  readonly hubUrl: string;
  readonly issuer: string;
  readonly folder: string;
  readonly databases: ThrowAwayDatabases;
  /** What the hub was told, for a tool that acts beside it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Kills one process without warning; `startOne` starts it again. */
  killOne(name: 'event-store' | 'projector' | 'steward' | 'notary'): Promise<void>;
  startOne(name: 'event-store' | 'projector' | 'steward' | 'notary'): Promise<void>;
  /** Kills every process without warning. */
  killAll(): Promise<void>;
  /** Starts what was killed, on the same addresses and data. */
  startAll(): Promise<void>;
  stop(): Promise<void>;
}

/** Servers that exist already; what is left out is started from the stand-ins. */
export interface Existing {
  /** An issuer that knows the towns' users, for example a real Keycloak. */
  readonly issuer?: string;
  /** The superuser's URL of a PostgreSQL; by default the test run's. */
  readonly postgres?: string;
}

const clientSecret = 'sample-hub-secret-change-me';

interface Ports { readonly hub: number; readonly projector: number; readonly steward: number; readonly notary: number; readonly eventStore: number; readonly identity: number }

async function choosePorts(): Promise<Ports> {
  const [hub = 0, projector = 0, steward = 0, notary = 0, eventStore = 0, identity = 0] = await Promise.all([...Array(6)].map(() => getPort()));
  return { hub, projector, steward, notary, eventStore, identity };
}

/** Starts the product over throw-away databases for these towns, and waits until the hub answers. */
export async function startProduct(towns: readonly Town[], existing: Existing = {}): Promise<Product> {
  const databases = await throwAwayDatabases(undefined, existing.postgres);
  const folder = await mkdtemp(join(tmpdir(), 'mash-system-'));
  const ports = await choosePorts();
  const usersFile = join(folder, 'users.json');
  await writeFile(usersFile, JSON.stringify(towns.flatMap(usersOf)));
  const issuer = existing.issuer ?? `http://127.0.0.1:${ports.identity}/realms/mash`;
  const hubUrl = `http://127.0.0.1:${ports.hub}`;
  const tls = await certificateIn(folder);
  const plans = planOf({ databases, ports, issuer, hubUrl, usersFile, tls, ownIdentity: existing.issuer === undefined });
  let children: Child[] = [];

  const startAll = async (): Promise<void> => {
    const start = (plan: ChildPlan): void => void children.push(startChild(plan, folder));
    plans.standIns.forEach(start);
    await listens('event store', ports.eventStore);
    if (existing.issuer === undefined) await answers('identity', `${issuer}/.well-known/openid-configuration`);
    await runOnce(plans.migrate, folder);
    plans.services.forEach(start);
    for (const name of ['projector', 'steward', 'notary', 'hub'] as const) await answers(name, `http://127.0.0.1:${ports[name]}/health`);
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const all = children;
    children = [];
    // Services before the stand-ins they depend on, so that none complains on the way out.
    await Promise.all(all.filter((child) => !['event-store', 'identity'].includes(child.name)).map((child) => child.kill(signal)));
    await Promise.all(all.map((child) => child.kill(signal)));
  };
  await startAll();
  return {
    hubUrl, issuer, folder, databases, environment: plans.hub, startAll, killAll: () => end('SIGKILL'),
    killOne: async (name) => {
      await children.find((child) => child.name === name)?.kill('SIGKILL');
      children = children.filter((child) => child.name !== name);
    },
    startOne: async (name) => {
      const plan = [...plans.standIns, ...plans.services].find((each) => each.name === name);
      if (plan) children.push(startChild(plan, folder));
      await listens(name, name === 'event-store' ? ports.eventStore : ports[name]);
    },
    stop: async () => {
      await end('SIGTERM');
      await databases.drop();
      if (process.env['MASH_KEEP'] === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Certificate { readonly certificate: string; readonly key: string }

async function certificateIn(folder: string): Promise<Certificate> {
  const { certificate, key } = await throwawayCertificate();
  const files = { certificate: join(folder, 'event-store.pem'), key: join(folder, 'event-store.key') };
  await Promise.all([writeFile(files.certificate, certificate), writeFile(files.key, key, { mode: 0o600 })]);
  return files;
}

interface Plans { readonly standIns: readonly ChildPlan[]; readonly migrate: ChildPlan; readonly services: readonly ChildPlan[]; readonly hub: Readonly<Record<string, string>> }
interface PlanInput {
  readonly databases: ThrowAwayDatabases; readonly ports: Ports; readonly issuer: string; readonly hubUrl: string; readonly usersFile: string; readonly tls: Certificate; readonly ownIdentity: boolean;
}

function planOf({ databases, ports, issuer, hubUrl, usersFile, tls, ownIdentity }: PlanInput): Plans {
  const eventStorePassword = randomBytes(12).toString('hex');
  const follower = {
    MASH_EVENT_STORE: `esdb://localhost:${ports.eventStore}?tls=true&tlsCAFile=${tls.certificate}`,
    MASH_EVENT_STORE_USER: 'services', MASH_EVENT_STORE_PASSWORD: eventStorePassword, MASH_KEYS: databases.url('mash_keys', 'mash_vault'),
    MASH_ROOT_KEY: randomBytes(32).toString('base64'),
  };
  const identity = { MASH_ISSUER: issuer, MASH_CLIENT_ID: 'hub', MASH_CLIENT_SECRET: clientSecret };
  const hub = {
    ...follower, ...identity, MASH_POSTGRES: databases.url('mash', 'mash_hub'), MASH_PORT: String(ports.hub), MASH_PUBLIC_URL: hubUrl,
    MASH_SESSION_KEY: randomBytes(32).toString('base64'), MASH_NOTARY: `http://127.0.0.1:${ports.notary}/graphql`, MASH_WEB_ROOT: 'apps/web/dist',
  };
  const service = (name: 'projector' | 'steward' | 'notary' | 'hub', environment: Readonly<Record<string, string>>): ChildPlan =>
    ({ name, script: `apps/${name}/dist/main.js`, environment: { ...environment, MASH_PORT: String(ports[name]) } });
  const standIn = (name: 'event-store' | 'identity', port: number, environment: Readonly<Record<string, string>>, args: readonly string[] = []): ChildPlan =>
    ({ name, script: 'apps/standalone/dist/stand-in.js', args: [name, '--port', String(port), ...args], environment });
  return {
    hub,
    standIns: [
      // As on a production server: TLS, and a user who is no administrator and has only what a site gives its services.
      standIn('event-store', ports.eventStore, {
        MASH_LOG: databases.url('mash_log', 'mash_log'), MASH_LOG_OWNER: databases.url('mash_log', 'mash_owner'), MASH_EVENT_STORE_PASSWORD: eventStorePassword,
      }, ['--user', 'services', '--certificate', tls.certificate, '--key', tls.key]),
      ...ownIdentity ? [standIn('identity', ports.identity, {
        MASH_IDENTITY_STATE: databases.url('mash_identity', 'mash_identity'), MASH_HUB_URL: hubUrl, MASH_HUB_CLIENT_SECRET: clientSecret, MASH_SAMPLE_USERS: usersFile,
      })] : [],
    ],
    migrate: { name: 'migrate', script: 'apps/projector/dist/migrate.js', environment: {
      MASH_POSTGRES_OWNER: databases.url('mash', 'mash_owner'), MASH_KEYS_OWNER: databases.url('mash_keys', 'mash_owner') } },
    services: [
      service('projector', { ...follower, MASH_POSTGRES: databases.url('mash', 'mash_projector') }),
      service('steward', { ...follower, MASH_POSTGRES: databases.url('mash', 'mash_steward') }),
      service('notary', { ...follower, ...identity, MASH_POSTGRES: databases.url('mash', 'mash_notary') }),
      service('hub', hub),
    ],
  };
}

async function runOnce(plan: ChildPlan, folder: string): Promise<void> {
  const code = await startChild(plan, folder).ended;
  if (code !== 0) throw new Error(`${plan.name} failed: ${await readFile(join(folder, `${plan.name}.log`), 'utf8')}`);
}
