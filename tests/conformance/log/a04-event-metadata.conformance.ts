import { randomUUID } from 'node:crypto';

import { binaryEvent, jsonEvent } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';

import { connections } from './connections.js';
import { freshStream } from './target.js';
import type { Failure } from './wire.js';
import { sharedPb } from './wire.js';
import type { WireEvent } from './wire-append.js';
import { batchAppend, classicAppend, ORDINARY } from './wire-append.js';
import { ReadCall, readAllOf } from './wire-read.js';

const JSON_TYPE = 'application/json';

describe('an event', () => {
  const { wire, client } = connections();

  /** The refusal of an event by the classic call, after making sure that the batch call refuses it too. */
  const refusalOf = async (event: WireEvent): Promise<Failure | undefined> => {
    const stream = freshStream();
    expect((await batchAppend(wire, stream, 'any', [event])).hasSuccess()).toBe(false);
    const { failure } = await classicAppend(wire, stream, 'any', [event]);
    expect((await readAllOf(wire, { stream })).kinds).toEqual(['stream_not_found']);
    return failure;
  };

  it.each([
    ['type', { 'content-type': JSON_TYPE }],
    ['content-type', { type: 'ConcernReceived' }],
  ])('A4.1 without %s is refused by name', async (missing, properties) => {
    const failure = await refusalOf({ properties: properties as Record<string, string> });
    expect(failure?.code).toBe(status.INVALID_ARGUMENT);
    expect(failure?.trailers['exception']).toBe('missing-required-metadata-property');
    expect(failure?.trailers['required-metadata-properties']).toContain(missing);
  });

  it('A4.2 with an empty type is refused', async () => {
    expect((await refusalOf({ properties: { ...ORDINARY, type: '' } }))?.code).toBe(status.INVALID_ARGUMENT);
  });

  it('A4.2 with the all-zero id is refused', async () => {
    expect((await refusalOf({ id: '00000000-0000-0000-0000-000000000000' }))?.code).toBe(status.INVALID_ARGUMENT);
  });

  it('A4.2 that is refused takes the whole append with it', async () => {
    const stream = freshStream();
    await classicAppend(wire, stream, 'any', [{}, { properties: { ...ORDINARY, type: '' } }, {}]);
    expect((await readAllOf(wire, { stream })).kinds).toEqual(['stream_not_found']);
  });

  it.each([
    [JSON_TYPE, JSON_TYPE],
    ['application/octet-stream', 'application/octet-stream'],
    ['application/vnd.encrypted', 'application/octet-stream'],
    ['application/json; charset=utf-8', 'application/octet-stream'],
    ['text/plain', 'application/octet-stream'],
  ])('A4.3 of content type %s comes back as %s', async (written, found) => {
    const stream = freshStream();
    await classicAppend(wire, stream, 'any', [{ properties: { ...ORDINARY, 'content-type': written } }]);
    await batchAppend(wire, stream, 'any', [{ properties: { ...ORDINARY, 'content-type': written } }]);
    const read = await readAllOf(wire, { stream });
    expect(read.events.map((event) => event.getMetadataMap().get('content-type'))).toEqual([found, found]);
  });

  it('A4.4 comes back with its type, content type and its time in whole ticks of 100 ns since 1970', async () => {
    const stream = freshStream();
    await classicAppend(wire, stream, 'any', [{}]);
    const [event] = (await readAllOf(wire, { stream })).events;
    const properties = new Map(event?.getMetadataMap().toArray() ?? []);
    expect([...properties.keys()].sort()).toEqual(['content-type', 'created', 'type']);
    expect(properties.get('type')).toBe('ConcernReceived');
    expect(properties.get('created')).toMatch(/^\d{17}$/);
    // A server may run on another machine with another clock; the unit would be wrong by a factor of ten at least.
    expect(Math.abs(Number(properties.get('created')) / 10_000 - Date.now())).toBeLessThan(86_400_000);
  });

  it('A4.4 has the same time in every reading', async () => {
    const stream = freshStream();
    const { position } = await client.appendToStream(stream, jsonEvent({ type: 'ConcernReceived', data: {} }));
    const times = new Set<string | undefined>();
    for (const read of [{ stream }, { stream, backwards: true, from: 'end' as const }, { from: position?.commit ?? 0n, count: 1n }]) {
      times.add((await readAllOf(wire, read)).events[0]?.getMetadataMap().get('created'));
    }
    const subscription = await new ReadCall(wire, { stream, subscription: true }).caughtUp();
    times.add(subscription.events[0]?.getMetadataMap().get('created'));
    subscription.close();
    expect(times.size).toBe(1);
  });

  it('A4.5 has metadata that is JSON for the client where it parses, and text or bytes where not', async () => {
    const stream = freshStream();
    const bytes = new Uint8Array([7, 0, 255]);
    await classicAppend(wire, stream, 'any', [
      { metadata: Buffer.from('{"by":"a practitioner"}') },
      { metadata: bytes },
      {},
    ]);
    const found: unknown[] = [];
    for await (const { event } of client.readStream(stream)) found.push(event?.metadata);
    expect(found[0]).toEqual({ by: 'a practitioner' });
    expect(Buffer.from(found[1] as Uint8Array)).toEqual(Buffer.from(bytes));
    expect(found[2]).toBeUndefined();
  });

  it('A4.5 comes back byte for byte: data, metadata, whatever they hold', async () => {
    const stream = freshStream();
    const data = Buffer.from(Array.from({ length: 512 }, (_, n) => n % 256));
    const events: WireEvent[] = [
      { data, metadata: data, properties: { ...ORDINARY, 'content-type': 'application/octet-stream' } },
      // Spaces, escapes and the order of keys are the writer's own: a signature may cover them.
      { data: Buffer.from('{ "b": 1,  "a": "\\u00fc✓" }'), metadata: Buffer.from(' {"z":1,"a":2} ') },
      { data: Buffer.from('not JSON, whatever the type says') },
      { data: new Uint8Array(0) },
    ];
    await classicAppend(wire, stream, 'any', events);
    const read = await readAllOf(wire, { stream });
    expect(read.events.map((event) => Buffer.from(event.getData_asU8()))).toEqual(events.map((event) => Buffer.from(event.data ?? [])));
    expect(read.events.map((event) => Buffer.from(event.getCustomMetadata_asU8()))).toEqual(events.map((event) => Buffer.from(event.metadata ?? [])));
  });

  it('A4.5 comes back as bytes when it was written as bytes, with the client', async () => {
    const stream = freshStream();
    const data = Buffer.from([0, 1, 2, 255, 128, 92]);
    await client.appendToStream(stream, binaryEvent({ type: 'Sealed', data, metadata: new Uint8Array([7, 0, 255]) }));
    for await (const { event } of client.readStream(stream)) {
      expect(event?.isJson).toBe(false);
      expect(Buffer.from(event?.data as Uint8Array)).toEqual(data);
    }
  });

  it('A4.6 keeps the names that correlate events', async () => {
    const stream = freshStream();
    const metadata = { $correlationId: randomUUID(), $causationId: randomUUID() };
    await client.appendToStream(stream, jsonEvent({ type: 'ConcernReceived', data: {}, metadata }));
    for await (const { event } of client.readStream(stream)) expect(event?.metadata).toEqual(metadata);
  });

  it('A4.6 may have a name and a stream in any script', async () => {
    const stream = `${freshStream()}-Ærø-日本-🙂`;
    await client.appendToStream(stream, jsonEvent({ type: 'Überprüfung✓', data: { ü: '🙂' } }));
    for await (const { event } of client.readStream(stream)) {
      expect(event).toMatchObject({ streamId: stream, type: 'Überprüfung✓', data: { ü: '🙂' } });
    }
  });

  it('A4.7 has an id that is echoed in one form, whatever the case it was written in', async () => {
    const stream = freshStream();
    const id = randomUUID();
    await classicAppend(wire, stream, 'any', [{ id: id.toUpperCase() }]);
    expect((await readAllOf(wire, { stream })).ids).toEqual([id]);
  });

  it('A4.7 is known again by its id in another case', async () => {
    const stream = freshStream();
    const id = randomUUID();
    const first = (await classicAppend(wire, stream, 'no_stream', [{ id }])).answer;
    const again = (await classicAppend(wire, stream, 'no_stream', [{ id: id.toUpperCase() }])).answer;
    expect(again?.toObject()).toEqual(first?.toObject());
  });

  it('A4.7 has an id in the binary form where that is asked for, or the reader is told that there is none', async () => {
    const stream = freshStream();
    const id = randomUUID();
    await classicAppend(wire, stream, 'any', [{ id }]);
    const read = await readAllOf(wire, { stream, uuid: 'structured' });
    if (read.failure !== undefined) {
      expect(read.failure.code).toBe(status.INVALID_ARGUMENT);
      return;
    }
    const found = read.events[0]?.getId()?.getStructured() ?? new sharedPb.UUID.Structured();
    const half = (bits: string): string => BigInt.asUintN(64, BigInt(bits)).toString(16).padStart(16, '0');
    expect(half(found.getMostSignificantBits()) + half(found.getLeastSignificantBits())).toBe(id.replaceAll('-', ''));
  });
});
