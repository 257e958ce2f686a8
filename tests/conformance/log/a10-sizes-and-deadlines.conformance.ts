import { randomUUID } from 'node:crypto';

import { jsonEvent } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { connections } from './connections.js';
import { startProxy } from './proxy.js';
import { CLASSIC, freshStream, pause, target } from './target.js';
import { sharedPb, Wire } from './wire.js';
import type { WireEvent } from './wire-append.js';
import { BatchCall, batchAppend, classicAppend, detailOf, openAppend, ORDINARY } from './wire-append.js';
import { readAllOf } from './wire-read.js';

const MINUTE = 60_000;

describe('an append', () => {
  const { wire, client } = connections();
  let limit: number;

  beforeAll(async () => {
    // A site may have set its own limit; every server says what it is when it refuses, from 1 MiB to at most 16 MB.
    const { failure } = await classicAppend(wire, freshStream(), 'any', sized(17_000_000, 17));
    limit = Number(failure?.trailers['maximum-append-size']);
  });

  const type = 'T'.repeat(10);
  /** Events that count so many bytes together: data, metadata and twice the length of the type. */
  const sized = (bytes: number, count: number): WireEvent[] => {
    const each = Math.floor(bytes / count);
    return Array.from({ length: count }, (_, n) => {
      const rest = each + (n === 0 ? bytes - each * count : 0) - 2 * type.length;
      return { data: Buffer.alloc(rest - 100, 120), metadata: Buffer.alloc(100, 121), properties: { ...ORDINARY, type } };
    });
  };
  const nothingIn = async (stream: string): Promise<void> => expect((await readAllOf(wire, { stream })).kinds).toEqual(['stream_not_found']);

  it('A10.1 holds 1 MiB unless the server is set otherwise, and a refusal says how much', () => {
    expect(limit).toBeGreaterThanOrEqual(1024 * 1024);
    expect(limit).toBeLessThanOrEqual(16 * 1024 * 1024);
  });

  it('A10.1 holds exactly the limit, and not one byte more, in both calls', async () => {
    const exact = sized(limit, 4);
    const [stream, over] = [freshStream(), freshStream()];
    expect((await classicAppend(wire, stream, 'no_stream', exact)).answer?.hasSuccess()).toBe(true);
    expect((await batchAppend(wire, stream, 3n, exact)).hasSuccess()).toBe(true);
    const { failure } = await classicAppend(wire, over, 'any', sized(limit + 1, 4));
    expect(failure?.code).toBe(status.INVALID_ARGUMENT);
    expect(failure?.trailers).toMatchObject({ exception: 'maximum-append-size-exceeded', 'maximum-append-size': String(limit) });
    const answer = await batchAppend(wire, over, 'any', sized(limit + 1, 4));
    expect(answer.getError()?.getCode()).toBe(status.INVALID_ARGUMENT);
    expect(detailOf(answer).type).toBe('type.googleapis.com/event_store.client.MaximumAppendSizeExceeded');
    expect(sharedPb.MaximumAppendSizeExceeded.deserializeBinary(detailOf(answer).value).getMaxappendsize()).toBe(limit);
    await nothingIn(over);
  });

  it('A10.1 that is too large is a typed error in the client, in both calls', async () => {
    const large = jsonEvent({ type: 'ConcernReceived', data: { text: 'x'.repeat(Math.ceil(limit / 2)) } });
    for (const path of [{}, CLASSIC]) {
      const refused = client.appendToStream(freshStream(), [large, large, large], path);
      await expect(refused).rejects.toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: limit });
    }
  });

  it('A10.2 may come in many chunks, each event in its order', async () => {
    const stream = freshStream();
    const id = randomUUID();
    const ids = Array.from({ length: 9 }, () => randomUUID());
    const batch = new BatchCall(wire);
    batch.send({ id, stream, expected: 'no_stream', events: ids.slice(0, 3).map((each) => ({ id: each })), final: false });
    batch.send({ id, events: ids.slice(3, 6).map((each) => ({ id: each })), final: false });
    await pause(50);
    expect(batch.answers).toEqual([]);
    await nothingIn(stream);
    batch.send({ id, events: ids.slice(6).map((each) => ({ id: each })), final: true });
    expect((await batch.answerTo(id)).getSuccess()?.getCurrentRevision()).toBe('8');
    batch.close();
    expect((await readAllOf(wire, { stream })).ids).toEqual(ids);
  });

  it('A10.2 may come in chunks that alternate with those of another', async () => {
    const batch = new BatchCall(wire);
    const appends = [0, 1, 2].map(() => ({ id: randomUUID(), stream: freshStream(), ids: Array.from({ length: 4 }, () => randomUUID()) }));
    for (const { id, stream } of appends) batch.send({ id, stream, expected: 'no_stream', final: false });
    for (let n = 0; n < 4; n += 1) {
      for (const { id, ids } of appends) batch.send({ id, events: [{ id: ids[n] ?? '' }], final: n === 3 });
    }
    for (const { id } of appends) expect((await batch.answerTo(id)).hasSuccess()).toBe(true);
    batch.close();
    for (const { stream, ids } of appends) expect((await readAllOf(wire, { stream })).ids).toEqual(ids);
  });

  it('A10.2 of a thousand events is one append, in both calls', async () => {
    const stream = freshStream();
    const events = Array.from({ length: 1_000 }, (_, n) => jsonEvent({ type: 'ConcernReceived', data: { n } }));
    expect((await client.appendToStream(stream, events, { expectedRevision: 'no_stream' })).nextExpectedRevision).toBe(999n);
    const more = events.map(({ type: same, data }) => jsonEvent({ type: same, data }));
    expect((await client.appendToStream(stream, more, { ...CLASSIC, expectedRevision: 999n })).nextExpectedRevision).toBe(1_999n);
  });

  it('A10.2 whose caller gives up before it is complete leaves nothing behind in the batch call, and nothing but what it had sent in the classic one', async () => {
    const [classic, batch, id] = [freshStream(), freshStream(), randomUUID()];
    const call = openAppend(wire, classic, [{}, {}]);
    const batchCall = new BatchCall(wire);
    batchCall.send({ id, stream: batch, events: [{}, {}], final: false });
    await pause(100);
    call.cancel();
    batchCall.close();
    await pause(200);
    // Node's HTTP/2 says "complete" before it says "cancelled". The embedded node waits a little for the second word (its own tests
    // prove that); another server need not, so the client's wrapper never cancels an upload, and mends one that was cut short.
    const { ids } = await readAllOf(wire, { stream: classic });
    expect([0, 2]).toContain(ids.length);
    await nothingIn(batch);
  });

  it.each(['reset', 'end'] as const)('A10.2 whose connection breaks by a %s before it is complete leaves nothing behind, in both calls', async (how) => {
    const proxy = await startProxy();
    const far = new Wire(target.connectionString, proxy.options);
    const [classic, batch, id] = [freshStream(), freshStream(), randomUUID()];
    openAppend(far, classic, [{}, {}]);
    const batchCall = new BatchCall(far);
    batchCall.send({ id, stream: batch, events: [{}, {}], final: false });
    await pause(200);
    proxy.cut(how);
    await pause(300);
    far.close();
    await proxy.close();
    await nothingIn(classic);
    await nothingIn(batch);
  });

  it('A10.3 A14.3 is answered exactly once, whatever chunks follow a refusal', async () => {
    const batch = new BatchCall(wire);
    const [refused, accepted, wrong] = [randomUUID(), randomUUID(), randomUUID()];
    const half = sized(Math.ceil(limit * 0.7), 1);
    batch.send({ id: refused, stream: freshStream(), events: [...half, ...half], final: false });
    batch.send({ id: refused, events: half, final: false });
    batch.send({ id: refused, events: half, final: true });
    batch.send({ id: wrong, stream: freshStream(), expected: 5n, events: [{}], final: true });
    batch.send({ id: wrong, events: [{}], final: true });
    batch.send({ id: accepted, stream: freshStream(), events: [{}], final: true });
    await batch.answerTo(refused);
    await batch.answerTo(wrong);
    await batch.answerTo(accepted);
    await pause(150);
    expect(batch.answers.map((answer) => answer.getCorrelationId()?.getString()).sort()).toEqual([refused, accepted, wrong].sort());
    batch.close();
  });

  it('A10.3 A14.3 is answered once each, when hundreds are under way on one call', async () => {
    const batch = new BatchCall(wire);
    const ids = Array.from({ length: 300 }, () => randomUUID());
    const stream = freshStream();
    for (const [index, id] of ids.entries()) batch.send({ id, stream: index % 2 === 0 ? stream : freshStream(), expected: 'any', events: [{}] });
    for (const id of ids) await batch.answerTo(id);
    await pause(100);
    expect(batch.answers.map((answer) => answer.getCorrelationId()?.getString()).sort()).toEqual([...ids].sort());
    batch.close();
  });

  it('A10.4 whose deadline has passed is answered "timeout", and nothing is written', async () => {
    const stream = freshStream();
    const answer = await batchAppend(wire, stream, 'any', [{}], { deadline: Date.now() - MINUTE });
    expect(answer.getError()?.getCode()).toBe(status.DEADLINE_EXCEEDED);
    expect(answer.getError()?.getMessage()).toBe('Timeout');
    expect(detailOf(answer).type).toBe('type.googleapis.com/event_store.client.Timeout');
    await nothingIn(stream);
  });

  it('A10.4 of a client whose clock is ten minutes slow times out at once; ten minutes fast, it is made', async () => {
    const slow = await batchAppend(wire, freshStream(), 'any', [{}], { deadline: Date.now() - 10 * MINUTE + 10_000 });
    expect(slow.getError()?.getMessage()).toBe('Timeout');
    const fast = await batchAppend(wire, freshStream(), 'any', [{}], { deadline: Date.now() + 10 * MINUTE + 10_000 });
    expect(fast.hasSuccess()).toBe(true);
  });

  it('A10.4 without a deadline is made', async () => {
    expect((await batchAppend(wire, freshStream(), 'any', [{}])).hasSuccess()).toBe(true);
  });

  it('A10.5 that is both late and too large is answered "timeout"', async () => {
    const answer = await batchAppend(wire, freshStream(), 'any', sized(limit + 1_000, 4), { deadline: Date.now() - MINUTE });
    expect(answer.getError()?.getMessage()).toBe('Timeout');
  });

  it('A10.6 of more than 4 MiB in one message is refused for its size, not for the message, or is made', async () => {
    const bytes = Math.max(6 * 1024 * 1024, limit + 1);
    const answer = await batchAppend(wire, freshStream(), 'any', sized(bytes, 1));
    expect(detailOf(answer).type).toBe('type.googleapis.com/event_store.client.MaximumAppendSizeExceeded');
    const { failure } = await classicAppend(wire, freshStream(), 'any', sized(bytes, 1));
    expect(failure?.trailers['exception']).toBe('maximum-append-size-exceeded');
    // The connection goes on.
    expect((await classicAppend(wire, freshStream(), 'any', [{}])).answer?.hasSuccess()).toBe(true);
  });

  it('A10.6 of the largest event there may be comes back whole', async () => {
    const stream = freshStream();
    const [event] = sized(limit, 1);
    await classicAppend(wire, stream, 'any', [event ?? {}]);
    const [found] = (await readAllOf(wire, { stream })).events;
    expect(Buffer.from(found?.getData_asU8() ?? []).equals(Buffer.from(event?.data ?? []))).toBe(true);
  });
});
