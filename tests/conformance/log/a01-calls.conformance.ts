import { jsonEvent, persistentSubscriptionToStreamSettingsFromDefaults } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { connections } from './connections.js';
import { connect, freshStream, itOnEmbedded, itWithDeletes, secured, target } from './target.js';
import { addressOf, Wire } from './wire.js';
import { batchAppend, classicAppend } from './wire-append.js';
import { readAllOf } from './wire-read.js';

const STREAMS = 'event_store.client.streams.streams';

/** Calls beside those of streams: a server may have them or not, but must say which. */
const OTHERS: readonly (readonly [service: string, method: string])[] = [
  ['event_store.client.persistent_subscriptions.PersistentSubscriptions', 'Create'],
  ['event_store.client.persistent_subscriptions.PersistentSubscriptions', 'Update'],
  ['event_store.client.persistent_subscriptions.PersistentSubscriptions', 'Delete'],
  ['event_store.client.persistent_subscriptions.PersistentSubscriptions', 'Read'],
  ['event_store.client.persistent_subscriptions.PersistentSubscriptions', 'GetInfo'],
  ['event_store.client.persistent_subscriptions.PersistentSubscriptions', 'List'],
  ['event_store.client.persistent_subscriptions.PersistentSubscriptions', 'ReplayParked'],
  ['event_store.client.persistent_subscriptions.PersistentSubscriptions', 'RestartSubsystem'],
  ['event_store.client.projections.Projections', 'Create'],
  ['event_store.client.projections.Projections', 'Statistics'],
  ['event_store.client.projections.Projections', 'Result'],
  ['event_store.client.users.Users', 'Create'],
  ['event_store.client.users.Users', 'Details'],
  ['event_store.client.operations.Operations', 'Shutdown'],
  ['event_store.client.operations.Operations', 'StartScavenge'],
  ['event_store.client.monitoring.Monitoring', 'Stats'],
];

describe('the calls of the server', () => {
  const { wire } = connections();
  let announced: Map<string, readonly string[]>;
  let version: string;

  beforeAll(async () => {
    const { answer, failure } = await wire.features();
    if (answer === undefined) throw new Error(`The server announces nothing: ${failure?.details ?? ''}`);
    version = answer.getEventStoreServerVersion();
    announced = new Map(answer.getMethodsList().map((method) => [`${method.getServiceName()}/${method.getMethodName()}`, method.getFeaturesList()]));
  });

  it('A1.1 are announced in lower case, each with its service', () => {
    expect([...announced.keys()]).toEqual([...announced.keys()].map((name) => name.toLowerCase()));
    expect(announced.size).toBeGreaterThanOrEqual(3);
  });

  it('A1.1 come with a version of three parts, of a line that says when a subscription has caught up', () => {
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    const [major = 0, minor = 0] = version.split('.').map(Number);
    expect(major * 100 + minor).toBeGreaterThanOrEqual(2310);
  });

  it('A1.1 carry the features that clients ask for', () => {
    expect(announced.get(`${STREAMS}/read`)).toEqual(expect.arrayContaining(['position', 'events']));
    expect(announced.get(`${STREAMS}/batchappend`)).toEqual(expect.arrayContaining(['deadline_duration']));
  });

  it('A1.2 include reading, appending and appending in batches, and all three are answered', async () => {
    for (const method of ['read', 'append', 'batchappend']) expect(announced.has(`${STREAMS}/${method}`)).toBe(true);
    const stream = freshStream();
    expect((await classicAppend(wire, stream, 'any', [{}])).answer?.hasSuccess()).toBe(true);
    expect((await batchAppend(wire, stream, 0n, [{}])).hasSuccess()).toBe(true);
    expect((await readAllOf(wire, { stream })).revisions).toEqual([0, 1]);
  });

  itWithDeletes('A1.3 include deleting and tombstoning', () => {
    expect(announced.has(`${STREAMS}/delete`)).toBe(true);
    expect(announced.has(`${STREAMS}/tombstone`)).toBe(true);
  });

  itOnEmbedded('A1.3 leave deleting and tombstoning out where the node refuses them', async () => {
    const guarded = new Wire(target.guarded);
    const { answer } = await guarded.features();
    guarded.close();
    const names = answer?.getMethodsList().map((method) => method.getMethodName());
    expect(names).not.toContain('delete');
    expect(names).not.toContain('tombstone');
  });

  it.each(OTHERS)('A1.4 answer %s/%s as "unimplemented" at once, unless it is announced', async (service, method) => {
    if (announced.has(`${service}/${method}`.toLowerCase())) return;
    // A server that has more than it announces asks for a message or a user first; none leaves the caller waiting.
    const { failure } = await wire.call(`/${service}/${method}`);
    expect(failure?.code).not.toBe(status.DEADLINE_EXCEEDED);
    if (target.embedded) expect(failure?.code).toBe(status.UNIMPLEMENTED);
  });

  it('A1.4 answer an invented call as "unimplemented" at once', async () => {
    expect((await wire.call('/event_store.client.streams.Streams/Rewrite')).failure?.code).toBe(status.UNIMPLEMENTED);
    expect((await wire.call('/event_store.client.inventions.Inventions/Read')).failure?.code).toBe(status.UNIMPLEMENTED);
  });

  it('A1.4 that are not announced give the client a clear error, not silence', async () => {
    if (announced.has('event_store.client.persistent_subscriptions.persistentsubscriptions/create')) return;
    const client = connect();
    const settings = persistentSubscriptionToStreamSettingsFromDefaults();
    await expect(client.createPersistentSubscriptionToStream(freshStream(), 'group', settings)).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
    await expect(client.createProjection('projection', 'fromAll()')).rejects.toThrow();
    await client.dispose();
  });

  it('A1.5 share their port with HTTP/1.1, which answers /ping', async () => {
    const { host, port } = addressOf(target.connectionString);
    // Over TLS the certificate is checked by the other tests of this suite.
    const answer = await ping(host, port, secured);
    expect(answer.status).toBeLessThan(300);
  });

  it('A1.6 take a control option in a read without being disturbed', async () => {
    const stream = freshStream();
    await classicAppend(wire, stream, 'any', [{}, {}]);
    const read = await readAllOf(wire, { stream, compatibility: 1 });
    expect(read.revisions).toEqual([0, 1]);
    expect(read.failure).toBeUndefined();
  });

  it('A1.7 take a filter in a plain read of the whole log', async () => {
    const stream = freshStream();
    const client = connect();
    const written = await client.appendToStream(stream, [jsonEvent({ type: 'Wanted', data: {} }), jsonEvent({ type: 'Unwanted', data: {} }), jsonEvent({ type: 'Wanted', data: {} })]);
    await client.dispose();
    const backwards = await readAllOf(wire, { from: (written.position?.commit ?? 0n) + 1n, backwards: true, count: 2n, filter: { on: 'stream', prefixes: [stream] } });
    expect(backwards.revisions).toEqual([2, 1]);
    const first = backwards.events.at(-1)?.getCommitPosition() ?? '0';
    const forwards = await readAllOf(wire, { from: BigInt(first), count: 5n, filter: { on: 'type', regex: '^Wanted$' } });
    expect(forwards.events.filter((event) => Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString() === stream)).toHaveLength(1);
    expect(new Set(forwards.events.map((event) => event.getMetadataMap().get('type')))).toEqual(new Set(['Wanted']));
  });
});

async function ping(host: string, port: number, encrypted: boolean): Promise<{ readonly status: number }> {
  const { request } = encrypted ? await import('node:https') : await import('node:http');
  return new Promise((resolve, reject) => {
    const call = request({ host: host.replace(/[[\]]/g, ''), port, path: '/ping', rejectUnauthorized: false, timeout: 5_000 }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0 });
    });
    call.on('error', reject);
    call.on('timeout', () => call.destroy(new Error('No answer to /ping within 5 s.')));
    call.end();
  });
}
