import { join } from 'node:path';
import type { Ports } from '../data/ports.js';
import type { Secrets } from '../data/secrets.js';
import { ROOT } from '../root.js';
import type { ProvisionedPostgres } from '../stand-ins/postgres-for.js';
import { DATABASE_VARIABLES } from '../stand-ins/urls-from-environment.js';
import type { ChildSpec, ServiceSpec } from '../supervise/child-spec.js';
import type { Addresses } from './addresses.js';

/** What creates the sample town, by sending real commands to the running hub. */
export const SEEDER = 'tests/town/dist/main.js';

export interface PlanInput {
  readonly hubPort: number;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly addresses: Addresses;
  readonly url: ProvisionedPostgres['url'];
}

export interface ServicePlan {
  /** Speak the production protocols; no service can start before them. */
  readonly standIns: readonly ServiceSpec[];
  readonly migrate: ChildSpec;
  readonly services: readonly ServiceSpec[];
  readonly seeder: ChildSpec;
}

/** Every process of the product with the whole of its environment. */
export function planServices(input: PlanInput): ServicePlan {
  const { url } = input;
  const hub = hubEnvironment(input);
  return {
    standIns: planStandIns(input),
    migrate: {
      name: 'migrate',
      label: 'the migration',
      script: built('apps/projector/dist/migrate.js'),
      env: { MASH_POSTGRES_OWNER: url('mash', 'mash_owner'), MASH_KEYS_OWNER: url('mash_keys', 'mash_owner') },
    },
    services: [
      service('projector', 'the projector', input.ports.projector, { ...followerEnvironment(input), MASH_POSTGRES: url('mash', 'mash_projector') }),
      service('steward', 'the steward', input.ports.steward, { ...followerEnvironment(input), MASH_POSTGRES: url('mash', 'mash_steward') }),
      service('notary', 'the notary', input.ports.notary, {
        ...followerEnvironment(input),
        ...identityEnvironment(input),
        MASH_POSTGRES: url('mash', 'mash_notary'),
      }),
      service('hub', 'the hub', input.hubPort, hub),
    ],
    seeder: { name: 'sample-town', label: 'the sample town', script: built(SEEDER), env: { ...hub, MASH_SAMPLE_USERS: built('infra/keycloak/sample-users.json') } },
  };
}

function planStandIns({ ports, addresses, secrets, url }: PlanInput): ServiceSpec[] {
  const script = built('apps/standalone/dist/stand-in.js');
  return [
    {
      name: 'event-store',
      label: 'the event store',
      script,
      args: ['event-store', '--port', String(ports.eventStore)],
      env: {
        [DATABASE_VARIABLES['event-store'].own]: url('mash_log', 'mash_log'),
        [DATABASE_VARIABLES['event-store'].owner]: url('mash_log', 'mash_owner'),
      },
      ready: { kind: 'port', port: ports.eventStore },
    },
    {
      name: 'identity',
      label: 'the sign-in service',
      script,
      args: ['identity', '--port', String(ports.identity)],
      env: {
        [DATABASE_VARIABLES.identity.own]: url('mash_identity', 'mash_identity'),
        MASH_HUB_URL: addresses.hub,
        MASH_HUB_CLIENT_SECRET: secrets.clientSecret,
      },
      ready: { kind: 'http', url: `${addresses.issuer}/.well-known/openid-configuration` },
    },
  ];
}

function service(name: string, label: string, port: number, env: Record<string, string>): ServiceSpec {
  return {
    name,
    label,
    script: built(`apps/${name}/dist/main.js`),
    env: { ...env, MASH_PORT: String(port) },
    ready: { kind: 'http', url: `http://127.0.0.1:${port}/health` },
  };
}

function followerEnvironment({ addresses, secrets, url }: PlanInput): Record<string, string> {
  return { MASH_EVENT_STORE: addresses.eventStore, MASH_KEYS: url('mash_keys', 'mash_vault'), MASH_ROOT_KEY: secrets.rootKey };
}

function identityEnvironment({ addresses, secrets }: PlanInput): Record<string, string> {
  return { MASH_ISSUER: addresses.issuer, MASH_CLIENT_ID: 'hub', MASH_CLIENT_SECRET: secrets.clientSecret };
}

function hubEnvironment(input: PlanInput): Record<string, string> {
  return {
    ...followerEnvironment(input),
    ...identityEnvironment(input),
    MASH_POSTGRES: input.url('mash', 'mash_hub'),
    MASH_PUBLIC_URL: input.addresses.hub,
    MASH_SESSION_KEY: input.secrets.sessionKey,
    MASH_NOTARY: input.addresses.notary,
    MASH_WEB_ROOT: built('apps/web/dist'),
  };
}

function built(path: string): string {
  return join(ROOT, path);
}
