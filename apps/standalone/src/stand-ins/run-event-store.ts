import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EventStoreOptions, TlsOptions } from '@mash/embedded-event-store';
import { choosePlace } from '../data/place.js';
import type { EventStoreChoices } from './event-store-options.js';
import { PASSWORD_VARIABLE } from './event-store-options.js';
import type { CommonOptions } from './options.js';
import type { RunningStandIn } from './running-stand-in.js';
import type { PreparedDatabases } from './urls-from-environment.js';

const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);

type Options = CommonOptions & { readonly eventStore: EventStoreChoices };

/** Starts the event store node as the command line asks for it. */
export async function runEventStore(options: Options, { owner, own }: PreparedDatabases, say: (line: string) => void): Promise<RunningStandIn> {
  const { startEventStore } = await import('@mash/embedded-event-store');
  const { host, advertise, manners, allowDeletes } = options.eventStore;
  const security = await securityOf(options, say);
  const store = await startEventStore({
    port: options.port, host, ownerUrl: owner, url: own, manners, allowDeletes, log: (line) => say(JSON.stringify(line)),
    ...(advertise === undefined ? {} : { advertisedHost: advertise }),
    ...security?.options,
  });
  const address = security === undefined ? store.connectionString : `${store.connectionString}${security.trust} for the user ${security.user}`;
  return { readyLine: `The event store is ready at ${address}`, stop: () => store.stop() };
}

interface Security {
  readonly options: Pick<EventStoreOptions, 'tls' | 'user' | 'grantServiceAccess'>;
  readonly user: string;
  /** The part of a connection string by which a client trusts the certificate; empty where its machine does. */
  readonly trust: string;
}

async function securityOf({ eventStore, data }: Options, say: (line: string) => void): Promise<Security | undefined> {
  if (eventStore.tls === 'none') return undefined;
  const password = process.env[PASSWORD_VARIABLE];
  if (password === undefined || password === '') throw new Error(`Over TLS the user ${eventStore.user.name} needs a password: set ${PASSWORD_VARIABLE}.`);
  const { tls, trust } = eventStore.tls === 'throwaway' ? await throwaway(eventStore, data, say) : { tls: await fromFiles(eventStore.tls), trust: '' };
  return { options: { tls, user: { ...eventStore.user, password }, grantServiceAccess: eventStore.grants }, user: eventStore.user.name, trust };
}

async function throwaway(choices: EventStoreChoices, data: string | undefined, say: (line: string) => void): Promise<{ tls: TlsOptions; trust: string }> {
  const { throwawayCertificate } = await import('@mash/embedded-event-store');
  const hosts = [choices.host, choices.advertise].filter((host): host is string => host !== undefined && !EVERY_ADDRESS.has(host));
  const tls = await throwawayCertificate(hosts);
  const file = join(choosePlace(data, say), 'event-store-ca.pem');
  await writeFile(file, tls.certificate);
  return { tls, trust: `&tlsCAFile=${file}` };
}

async function fromFiles(files: { readonly certificate: string; readonly key: string }): Promise<TlsOptions> {
  const [certificate, key] = await Promise.all([readFile(files.certificate, 'utf8'), readFile(files.key, 'utf8')]);
  return { certificate, key };
}
