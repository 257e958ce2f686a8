import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request as httpsRequest } from 'node:https';

import type { AppendToStreamOptions, ResolvedEvent } from '@eventstore/db-client';
import { AccessDeniedError, binaryEvent, EventStoreDBClient as Client, jsonEvent, START } from '@eventstore/db-client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import type { LogLine, RunningEventStore } from './options.js';
import { startEventStore } from './start-event-store.js';
import type { SecuredEventStore, ThrowawayLog } from './testing/throwaway-log.js';
import { connect, createThrowawayLog } from './testing/throwaway-log.js';

describe('the node over TLS', () => {
  let log: ThrowawayLog;
  const running: RunningEventStore[] = [];
  const clients: Client[] = [];
  const lines: LogLine[] = [];

  beforeAll(async () => {
    log = await createThrowawayLog();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    await Promise.all(running.splice(0).map((store) => store.stop()));
  });
  afterAll(() => log.drop());

  const start = async (options: Parameters<ThrowawayLog['startSecured']>[0] = {}): Promise<SecuredEventStore> => {
    const store = await log.startSecured({ log: (line) => lines.push(line), ...options });
    running.push(store);
    return store;
  };
  const dial = (connectionString: string): Client => {
    const client = Client.connectionString(connectionString);
    clients.push(client);
    return client;
  };
  const event = () => jsonEvent({ type: 'ConcernReceived', data: { n: 1 } });
  const stream = (): string => `enquiry-${randomUUID()}`;
  const drain = async (events: AsyncIterable<unknown>): Promise<number> => {
    let count = 0;
    for await (const one of events) if (one !== undefined) count += 1;
    return count;
  };
  const ADMIN = { name: 'admin', password: 'changeit', groups: ['$admins'] };

  it('serves a client that trusts the certificate and has the user in its connection string', async () => {
    const client = dial((await start()).connectionString);
    const name = stream();
    await client.appendToStream(name, [event(), event()], { expectedRevision: 'no_stream' });
    expect(await drain(client.readStream(name))).toBe(2);
    expect(await drain(client.readAll())).toBeGreaterThanOrEqual(2);
  });

  it('serves a client that names the user with each call', async () => {
    const store = await start();
    const client = dial(store.anonymousConnectionString);
    const credentials = { username: store.user.name, password: store.user.password };
    const name = stream();
    await client.appendToStream(name, event(), { credentials });
    expect(await drain(client.readStream(name, { credentials }))).toBe(1);
    await expect(client.appendToStream(name, event())).rejects.toBeInstanceOf(AccessDeniedError);
  });

  it('is found through gossip without signing in', async () => {
    const client = dial((await start()).connectionString.replace('esdb://', 'esdb+discover://'));
    expect((await client.appendToStream(stream(), event())).success).toBe(true);
  });

  it('turns away a client that does not trust the certificate', async () => {
    const { port } = await start();
    const client = dial(`esdb://mash:secret@127.0.0.1:${port}?tls=true&defaultDeadline=2000`);
    await expect(client.appendToStream(stream(), event())).rejects.toBeDefined();
  });

  const WRONG: readonly [string, { username: string; password: string } | undefined][] = [
    ['no credentials', undefined],
    ['a wrong password', { username: 'mash', password: 'guess' }],
    ['an unknown user', { username: 'nobody', password: 'guess' }],
  ];
  it.each(WRONG)('denies every call that comes with %s', async (_case, credentials) => {
    const client = dial((await start({ allowDeletes: true })).anonymousConnectionString);
    const as: Partial<AppendToStreamOptions> = credentials === undefined ? {} : { credentials };
    const name = stream();
    await expect(client.appendToStream(name, event(), as)).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(drain(client.readStream(name, as))).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(drain(client.readAll(as))).rejects.toBeInstanceOf(AccessDeniedError);
    const removal = credentials === undefined ? {} : { credentials };
    await expect(client.deleteStream(name, removal)).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(client.tombstoneStream(name, removal)).rejects.toBeInstanceOf(AccessDeniedError);
    const denied = await new Promise((resolve) => client.subscribeToAll({ fromPosition: START, ...as }).on('error', resolve));
    expect(denied).toBeInstanceOf(AccessDeniedError);
  });

  it('writes down that somebody was turned away, never with which password', async () => {
    lines.length = 0;
    const store = await start();
    const client = dial(`${store.anonymousConnectionString}&connectionName=hub-1`);
    await client.appendToStream(stream(), event(), { credentials: { username: 'mash', password: 'SECRET-guess' } }).catch(() => undefined);
    expect(lines).toContainEqual({ level: 'warn', msg: 'refused a call: wrong user or password', connection: 'hub-1' });
    const text = JSON.stringify(lines);
    for (const secret of ['SECRET-guess', store.user.password]) expect(text).not.toContain(secret);
  });

  it('leaves /ping open', async () => {
    const { port, caFile } = await start();
    const ca = await readFile(caFile);
    const status = await new Promise((resolve, reject) => {
      httpsRequest({ host: '127.0.0.1', port, path: '/ping', ca }, (response) => resolve(response.statusCode)).on('error', reject).end();
    });
    expect(status).toBe(200);
  });

  describe('by default, as a production server does,', () => {
    it('lets an ordinary user use ordinary streams, but not the whole log or system streams', async () => {
      const bare = await createThrowawayLog();
      try {
        const store = await bare.startSecured({ user: { name: 'clerk', password: 'invented' } });
        running.push(store);
        const client = dial(store.connectionString);
        const name = stream();
        await client.appendToStream(name, event());
        expect(await drain(client.readStream(name))).toBe(1);
        await client.setStreamMetadata(name, { maxCount: 5 });
        for (const denied of [
          drain(client.readAll()), drain(client.readStream('$settings')), client.appendToStream('$settings', event()),
          client.setStreamMetadata('$all', { maxCount: 1 }), client.getStreamMetadata('$all'),
        ]) {
          await expect(denied).rejects.toBeInstanceOf(AccessDeniedError);
        }
        await store.stop();
      } finally {
        await bare.drop();
      }
    });

    it('lets administrators do everything', async () => {
      const client = dial((await start({ user: ADMIN })).connectionString);
      await client.appendToStream('$ours', event());
      expect(await drain(client.readStream('$ours'))).toBeGreaterThan(0);
      expect(await drain(client.readAll())).toBeGreaterThan(0);
    });
  });

  describe('with the access that a site grants its services', () => {
    it('lets the user follow the whole log, but neither delete nor change metadata', async () => {
      const client = dial((await start({ allowDeletes: true })).connectionString);
      const name = stream();
      await client.appendToStream(name, event());
      const seen = await new Promise((resolve, reject) => client.subscribeToAll().on('data', resolve).on('error', reject));
      expect(seen).toBeDefined();
      await expect(client.deleteStream(name)).rejects.toBeInstanceOf(AccessDeniedError);
      await expect(client.tombstoneStream(name)).rejects.toBeInstanceOf(AccessDeniedError);
      await expect(client.setStreamMetadata(name, { maxAge: 1 })).rejects.toBeInstanceOf(AccessDeniedError);
      await expect(drain(client.readStream('$settings'))).rejects.toBeInstanceOf(AccessDeniedError);
    });

    it('shows the user no target of a link that the user could not read', async () => {
      const client = dial((await start()).connectionString);
      const name = stream();
      await client.appendToStream(name, event());
      const links = stream();
      const link = (data: string) => binaryEvent({ type: '$>', data: Buffer.from(data) });
      await client.appendToStream(links, [link('0@$settings'), link('0@$$$all'), link(`0@${name}`)]);
      const found: ResolvedEvent[] = [];
      for await (const one of client.readStream(links, { resolveLinkTos: true })) found.push(one);
      expect(found.map(({ event: target }) => target?.streamId)).toEqual([undefined, undefined, name]);
    });

    it('keeps lists that an administrator has set', async () => {
      const own = await createThrowawayLog();
      try {
        const first = await own.startSecured({ user: ADMIN });
        running.push(first);
        const admin = dial(first.connectionString);
        await admin.appendToStream('$settings', jsonEvent({ type: 'update-default-acl', data: { $userStreamAcl: { $r: '$admins' } } }));
        await admin.dispose();
        await first.stop();
        const second = await own.startSecured();
        running.push(second);
        const client = dial(second.connectionString);
        await client.appendToStream('enquiry-1', event());
        await expect(drain(client.readStream('enquiry-1'))).rejects.toBeInstanceOf(AccessDeniedError);
        expect(await drain(client.readAll())).toBeGreaterThan(0);
        await second.stop();
      } finally {
        await own.drop();
      }
    });
  });

  describe('keeps to the access list of a stream', () => {
    const clerk = { name: 'clerk', password: 'invented' };
    const paths: readonly [string, Partial<AppendToStreamOptions>][] = [
      ['batch', {}],
      ['classic', { credentials: { username: clerk.name, password: clerk.password } }],
    ];
    const acl = (writeRoles: string[], readRoles: string[]) => ({ acl: { writeRoles, readRoles, metaReadRoles: ['clerk'], metaWriteRoles: ['$all'] } });

    it.each(paths)('and follows a change of it at once, through the %s call', async (_path, as) => {
      const own = await createThrowawayLog();
      const store = await own.startSecured({ user: clerk });
      try {
        const client = dial(store.connectionString);
        const name = stream();
        await client.appendToStream(name, event(), as);
        await client.setStreamMetadata(name, acl(['$admins'], ['$all']), as);
        await expect(client.appendToStream(name, event(), as)).rejects.toBeInstanceOf(AccessDeniedError);
        expect(await drain(client.readStream(name, as))).toBe(1);
        await client.setStreamMetadata(name, acl(['clerk'], ['$admins']), as);
        expect((await client.appendToStream(name, event(), as)).nextExpectedRevision).toBe(1n);
        await expect(drain(client.readStream(name, as))).rejects.toBeInstanceOf(AccessDeniedError);
        expect((await client.getStreamMetadata(name, as)).metadata?.acl?.readRoles).toEqual(['$admins']);
      } finally {
        await Promise.all(clients.splice(0).map((client) => client.dispose()));
        await store.stop();
        await own.drop();
      }
    });
  });

  describe('refuses to start', () => {
    const tls = { certificate: 'c', key: 'k' };
    const user = { name: 'mash', password: 'invented' };
    it.each([
      ['without a user', { tls }, 'needs one user'],
      ['with a user whose name holds a colon', { tls, user: { ...user, name: 'a:b' } }, 'without a colon'],
      ['with a user without a password', { tls, user: { ...user, password: '' } }, 'needs a password'],
      ['on every address without saying where clients dial', { tls, user, host: '0.0.0.0' }, 'advertisedHost'],
      ['with a certificate that is none', { tls, user }, ''],
    ])('%s', async (_case, options, message) => {
      const refused = startEventStore({ port: 0, ownerUrl: log.ownerUrl, url: log.url, ...options });
      await expect(refused).rejects.toThrow(message);
    });

    it('with a user on plaintext, where clients send no credentials', async () => {
      await expect(log.start({ user })).rejects.toThrow('over TLS only');
    });
  });

  it('accepts a client again after it was refused', async () => {
    const store = await start();
    const client = connect(store);
    clients.push(client);
    await expect(client.appendToStream('$settings', event())).rejects.toBeInstanceOf(AccessDeniedError);
    expect((await client.appendToStream(stream(), event())).success).toBe(true);
  });
});
