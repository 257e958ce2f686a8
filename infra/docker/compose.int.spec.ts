import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { logVariables, postgres, readEnvironment, url } from '@mash/service';
import { parse } from 'yaml';
import { hubEnvironment } from '../../apps/hub/src/environment.js';
import { notaryEnvironment } from '../../apps/notary/src/environment.js';
import { filled } from './new-env.mjs';

interface Service {
  readonly image: string;
  readonly restart: string;
  readonly user?: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly disable?: boolean; readonly test?: unknown };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const source = file('../../docker-compose.yml');
const settings = new Map([...filled(file('compose.env.example')).matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name ?? '', value ?? '']));
const missing: string[] = [];
const interpolated = source.replace(/\$\{([A-Z_]+):\?\}/g, (_, name: string) => {
  const value = settings.get(name);
  if (!value) missing.push(name);
  return value ?? '';
});
const compose = parse(interpolated, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const environmentOf = (name: string): Readonly<Record<string, string>> => compose.services[name]?.environment ?? {};
const ours = services.filter(([, service]) => service.image === 'mash');

// The shape of the file is checked here because a machine without a container engine cannot run it.
describe('docker-compose.yml', () => {
  it('takes every value from the example of its env file, and leaves none of them unused', () => {
    expect(missing).toEqual([]);
    expect([...settings.keys()].filter((name) => !source.includes(`\${${name}:?}`))).toEqual([]);
  });

  it('gives each service an environment that the service itself accepts', () => {
    expect(() => hubEnvironment(environmentOf('hub'))).not.toThrow();
    expect(() => notaryEnvironment(environmentOf('notary'))).not.toThrow();
    for (const name of ['projector', 'steward']) expect(() => readEnvironment({ ...logVariables, postgres }, environmentOf(name))).not.toThrow();
    const owner = { main: url('MASH_POSTGRES_OWNER', ['postgres:'], ''), keys: url('MASH_KEYS_OWNER', ['postgres:'], '') };
    expect(() => readEnvironment(owner, environmentOf('migrate'))).not.toThrow();
  });

  it('gives each service the database role of its own name', () => {
    const roles = ['hub', 'projector', 'steward', 'notary'].map((name) => new URL(environmentOf(name)['MASH_POSTGRES'] ?? '').username);
    expect(roles).toEqual(['mash_hub', 'mash_projector', 'mash_steward', 'mash_notary']);
  });

  it('gives secrets to those who use them only', () => {
    const holders = (secret: string): string[] => services
      .filter(([, { environment = {} }]) => Object.values(environment).some((value) => value.includes(settings.get(secret) ?? secret)))
      .map(([name]) => name);
    expect(holders('POSTGRES_PASSWORD')).toEqual(['postgres']);
    expect(holders('EVENT_STORE_ADMIN_PASSWORD')).toEqual(['event-store', 'event-store-access']);
    expect(holders('MASH_OWNER_PASSWORD')).toEqual(['postgres', 'migrate']);
    expect(holders('MASH_SESSION_KEY')).toEqual(['hub']);
    expect(holders('MASH_ROOT_KEY')).toEqual(['projector', 'steward', 'notary', 'hub']);
  });

  it('speaks to the event store over TLS only', () => {
    for (const [name, { environment = {} }] of ours) {
      if (environment['MASH_EVENT_STORE']) expect([name, environment['MASH_EVENT_STORE']]).toEqual([name, 'esdb://event-store:2113?tls=true']);
    }
    expect(environmentOf('event-store')).not.toHaveProperty('KURRENTDB_INSECURE');
  });

  it('publishes ports on loopback only', () => {
    const published = services.flatMap(([, { ports = [] }]) => ports);
    expect(published).toEqual(['127.0.0.1:8443:8443', '127.0.0.1:4000:4000']);
  });

  it('starts nothing before what it needs: a server that is well, or a task that has ended', () => {
    for (const [name, { depends_on: needs = {} }] of services) {
      for (const [needed, { condition }] of Object.entries(needs)) {
        const once = compose.services[needed]?.restart === 'no';
        expect([name, needed, condition]).toEqual([name, needed, once ? 'service_completed_successfully' : 'service_healthy']);
      }
    }
  });

  it('checks the health of every server', () => {
    const unchecked = services.filter(([, each]) => each.restart !== 'no' && each.image !== 'mash' && !each.healthcheck?.test);
    expect(unchecked).toEqual([]);
    expect(ours.filter(([, each]) => each.restart !== 'no' && each.healthcheck)).toEqual([]);
    expect(file('Dockerfile')).toMatch(/^HEALTHCHECK .*healthy\.mjs/m);
  });

  it('names the volumes that it mounts, and files that exist', () => {
    for (const volume of services.flatMap(([, { volumes = [] }]) => volumes)) {
      const from = volume.split(':')[0] ?? '';
      if (from.startsWith('./')) expect(file(`../../${from}`)).not.toBe('');
      else expect(compose.volumes).toHaveProperty(from);
    }
  });

  it('runs no service of ours as root', () => {
    expect(file('Dockerfile')).toMatch(/^USER node$/m);
    expect(ours.filter(([, each]) => each.user !== undefined)).toEqual([]);
  });
});

describe('a new env file', () => {
  it('has 32 bytes for each key, a secret that can stand in a URL for each password, and never the same twice', () => {
    expect(Buffer.from(settings.get('MASH_ROOT_KEY') ?? '', 'base64')).toHaveLength(32);
    const passwords = [...settings].filter(([name]) => /PASSWORD|SECRET/.test(name)).map(([, value]) => value);
    expect(passwords.filter((each) => !/^[0-9a-f]{64}$/.test(each))).toEqual([]);
    expect(new Set(passwords).size).toBe(passwords.length);
  });
});
