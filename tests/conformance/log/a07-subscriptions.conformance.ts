import { END, jsonEvent, START } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';

import { connections, opened } from './connections.js';
import { follow } from './subscriber.js';
import { freshStream, itWithDeletes } from './target.js';
import { classicAppend } from './wire-append.js';
import type { WireRead } from './wire-read.js';
import { kindOf, ReadCall, readAllOf } from './wire-read.js';

describe('a subscription', () => {
  const { wire, client } = connections();
  const open = opened();

  const write = async (stream: string, count: number): Promise<string[]> => {
    const events = Array.from({ length: count }, (_, n) => jsonEvent({ type: 'ConcernReceived', data: { n } }));
    await client.appendToStream(stream, events);
    return events.map(({ id }) => id);
  };
  const subscribe = (read: WireRead): ReadCall => {
    const call = new ReadCall(wire, { ...read, subscription: true });
    open.push(call);
    return call;
  };
  const commitsOf = async (stream: string): Promise<bigint[]> => (await readAllOf(wire, { stream })).events.map((event) => BigInt(event.getCommitPosition()));

  it('A7.1 to a stream starts after the revision it names', async () => {
    const stream = freshStream();
    const ids = await write(stream, 3);
    expect((await subscribe({ stream, from: 0n }).caughtUp()).ids).toEqual(ids.slice(1));
    expect((await subscribe({ stream, from: 2n }).caughtUp()).ids).toEqual([]);
  });

  it('A7.1 to the log starts after the position it names', async () => {
    const stream = freshStream();
    const ids = await write(stream, 3);
    const [first = 0n] = await commitsOf(stream);
    const { ids: found } = await subscribe({ from: first, filter: { on: 'stream', prefixes: [stream] } }).caughtUp();
    expect(found).toEqual(ids.slice(1));
  });

  it('A7.1 from the start gives the very first event', async () => {
    const stream = freshStream();
    const ids = await write(stream, 2);
    expect((await subscribe({ stream }).caughtUp()).ids).toEqual(ids);
    const [first] = (await readAllOf(wire, { count: 1n })).ids;
    const whole = subscribe({});
    await whole.until(() => whole.ids.length > 0);
    expect(whole.ids[0]).toBe(first);
  });

  it('A7.1 from the end gives what is written afterwards only', async () => {
    const stream = freshStream();
    await write(stream, 2);
    const toStream = await subscribe({ stream, from: 'end' }).caughtUp();
    const toAll = await subscribe({ from: 'end', filter: { on: 'stream', prefixes: [stream] } }).caughtUp();
    const ids = await write(stream, 2);
    for (const subscription of [toStream, toAll]) {
      await subscription.until(() => subscription.ids.length >= 2);
      expect(subscription.ids).toEqual(ids);
    }
  });

  it.each(['a stream', 'the log'])('A7.2 to %s confirms itself, gives the past, says that it has caught up, then gives what is new', async (what) => {
    const stream = freshStream();
    const past = await write(stream, 3);
    const [first = 1n] = await commitsOf(stream);
    const subscription = await subscribe(what === 'a stream' ? { stream } : { from: first - 1n }).caughtUp();
    expect(subscription.messages[0]?.getConfirmation()?.getSubscriptionId()).toMatch(/^[0-9a-f-]{36}$/);
    const fresh = await write(stream, 2);
    await subscription.until(() => fresh.every((id) => subscription.ids.includes(id)));
    const mine = subscription.messages.flatMap((message) => {
      const id = message.getEvent()?.getEvent()?.getId()?.getString();
      if (id === undefined) return [kindOf(message)];
      return past.includes(id) || fresh.includes(id) ? [id] : [];
    });
    expect(mine).toEqual(['confirmation', ...past, 'caught_up', ...fresh]);
  });

  it('A7.2 has an id of its own each time', async () => {
    const stream = freshStream();
    const ids = await Promise.all([1, 2, 3].map(async () => (await subscribe({ stream }).caughtUp()).messages[0]?.getConfirmation()?.getSubscriptionId()));
    expect(new Set(ids).size).toBe(3);
  });

  it('A7.2 gives past and present once each and in order, whatever is written while it catches up', async () => {
    const stream = freshStream();
    const expected = await write(stream, 400);
    const subscription = subscribe({ stream });
    for (let n = 0; n < 20; n += 1) expected.push(...(await write(stream, 5)));
    await subscription.until(() => subscription.ids.length >= expected.length);
    expect(subscription.ids).toEqual(expected);
  });

  it('A7.2 reaches the client as confirmation, events and caught up', async () => {
    const stream = freshStream();
    const past = await write(stream, 2);
    const followed = follow(client.subscribeToStream(stream));
    open.push(followed);
    await followed.caughtUp();
    expect(followed.seen).toEqual(['confirmation', ...past, 'caughtUp']);
  });

  it('A7.3 whose reader is slow gives everything in order and never says that it fell behind', async () => {
    const stream = freshStream();
    const subscription = client.subscribeToStream(stream, {}, { highWaterMark: 1 });
    const behind: string[] = [];
    subscription.on('fellBehind', () => void behind.push('fellBehind'));
    const ids: string[] = [];
    const slow = (async () => {
      for await (const { event } of subscription) {
        ids.push(event?.id ?? '');
        if (ids.length % 400 === 0) await new Promise((resolve) => setTimeout(resolve, 30));
        if (ids.length === 2_000) return;
      }
    })();
    const expected: string[] = [];
    for (let n = 0; n < 5; n += 1) expected.push(...(await write(stream, 400)));
    await slow;
    expect(ids).toEqual(expected);
    expect(behind).toEqual([]);
  });

  it('A7.3 that says again that it has caught up has given everything in between', async () => {
    const stream = freshStream();
    const subscription = await subscribe({ stream }).caughtUp();
    const expected: string[] = [];
    for (let n = 0; n < 6; n += 1) expected.push(...(await write(stream, 200)));
    await subscription.until(() => subscription.ids.length >= expected.length);
    expect(subscription.ids).toEqual(expected);
    expect(subscription.kinds.filter((kind) => !['event', 'caught_up', 'confirmation'].includes(kind))).toEqual([]);
  });

  it('A7.4 at the end says at once that it has caught up', async () => {
    const stream = freshStream();
    await write(stream, 2);
    expect((await subscribe({ stream, from: 'end' }).caughtUp()).kinds).toEqual(['confirmation', 'caught_up']);
    expect((await subscribe({ stream, from: 1n }).caughtUp()).kinds).toEqual(['confirmation', 'caught_up']);
    const followed = follow(client.subscribeToAll({ fromPosition: END }));
    open.push(followed);
    await followed.caughtUp();
    expect(followed.seen.slice(0, 2)).toEqual(['confirmation', 'caughtUp']);
  });

  it('A7.4 beyond the end of a stream says so too, and waits for what comes after the revision it names', async () => {
    const stream = freshStream();
    await write(stream, 2);
    const subscription = await subscribe({ stream, from: 3n }).caughtUp();
    const ids = await write(stream, 4);
    await subscription.until(() => subscription.ids.length >= 2);
    expect(subscription.ids).toEqual(ids.slice(2));
  });

  it('A7.5 to a stream or to the log without a filter sends no checkpoint', async () => {
    const stream = freshStream();
    await write(stream, 300);
    const [first = 1n] = await commitsOf(stream);
    const toStream = await subscribe({ stream }).caughtUp();
    const toAll = await subscribe({ from: first - 1n }).caughtUp();
    const ids = await write(stream, 100);
    for (const subscription of [toStream, toAll]) {
      await subscription.until(() => subscription.ids.includes(ids.at(-1) ?? ''));
      expect(subscription.checkpoints).toEqual([]);
    }
  });

  itWithDeletes('A7.6 to a stream ends with stream-deleted when the stream is tombstoned', async () => {
    const stream = freshStream();
    const ids = await write(stream, 1);
    const subscription = await subscribe({ stream }).caughtUp();
    const followed = follow(client.subscribeToStream(stream));
    open.push(followed);
    await followed.caughtUp();
    await client.tombstoneStream(stream);
    await subscription.over();
    expect(subscription.ids).toEqual(ids);
    expect(subscription.failure?.code).toBe(status.FAILED_PRECONDITION);
    expect(subscription.failure?.trailers).toMatchObject({ exception: 'stream-deleted', 'stream-name': stream });
    await followed.until(() => followed.error() !== undefined);
    expect(followed.error()).toMatchObject({ type: 'stream-deleted', streamName: stream });
  });

  itWithDeletes('A7.6 to the log goes on when some stream is tombstoned', async () => {
    const [gone, kept] = [freshStream(), freshStream()];
    await write(gone, 1);
    const subscription = await subscribe({ from: 'end' }).caughtUp();
    await client.tombstoneStream(gone);
    const [id = ''] = await write(kept, 1);
    await subscription.until(() => subscription.ids.includes(id));
    expect(subscription.events.map((event) => event.getMetadataMap().get('type'))).toContain('$streamDeleted');
  });

  it.each([['the start', START], ['the end', END]] as const)('A7.7 may wait at %s for a stream that does not exist yet', async (_place, fromRevision) => {
    const stream = freshStream();
    const followed = follow(client.subscribeToStream(stream, { fromRevision }));
    open.push(followed);
    await followed.caughtUp();
    await write(freshStream(), 3);
    const ids = await write(stream, 2);
    await followed.until(() => followed.ids.length >= 2);
    expect(followed.ids).toEqual(ids);
  });

  itWithDeletes('A7.7 to a soft-deleted stream gives what it is re-created with', async () => {
    const stream = freshStream();
    await write(stream, 2);
    await client.deleteStream(stream);
    const subscription = await subscribe({ stream }).caughtUp();
    const ids = await write(stream, 1);
    await subscription.until(() => subscription.ids.includes(ids[0] ?? ''));
    expect(subscription.ids).toEqual(ids);
  });

  it('A6.7 follows links to their targets, past and live', async () => {
    const [stream, links] = [freshStream(), freshStream('links')];
    const ids = await write(stream, 2);
    const link = (to: string) => classicAppend(wire, links, 'any', [{ data: Buffer.from(to), properties: { type: '$>', 'content-type': 'application/octet-stream' } }]);
    await link(`1@${stream}`);
    const subscription = await subscribe({ stream: links, resolveLinks: true }).caughtUp();
    await link(`0@${stream}`);
    await subscription.until(() => subscription.ids.length >= 2);
    expect(subscription.ids).toEqual([ids[1], ids[0]]);
  });

  it('A6.6 keeps to what the metadata of its stream leaves visible while it catches up', async () => {
    const stream = freshStream();
    const ids = await write(stream, 5);
    await client.setStreamMetadata(stream, { truncateBefore: 3 });
    expect((await subscribe({ stream }).caughtUp()).ids).toEqual(ids.slice(3));
  });
});
