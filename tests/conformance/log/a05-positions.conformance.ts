import { jsonEvent } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';

import { connections } from './connections.js';
import { freshStream, itWhen, target } from './target.js';
import { ReadCall, readAllOf } from './wire-read.js';

describe('a position', () => {
  const { wire, client } = connections();

  const write = async (stream: string, count: number): Promise<bigint> => {
    const events = Array.from({ length: count }, (_, n) => jsonEvent({ type: 'ConcernReceived', data: { n } }));
    return (await client.appendToStream(stream, events)).position?.commit ?? 0n;
  };
  const commitsOf = async (read: Parameters<typeof readAllOf>[1]): Promise<bigint[]> =>
    (await readAllOf(wire, read)).events.map((event) => BigInt(event.getCommitPosition()));

  it('A5.1 is the same twice, as commit and as prepare position', async () => {
    const stream = freshStream();
    const done = await client.appendToStream(stream, jsonEvent({ type: 'ConcernReceived', data: {} }));
    expect(done.position?.prepare).toBe(done.position?.commit);
    const [event] = (await readAllOf(wire, { stream })).events;
    expect(event?.getPreparePosition()).toBe(event?.getCommitPosition());
  });

  it('A5.1 strictly increases in the order of writing, within and across streams', async () => {
    const [a, b] = [freshStream(), freshStream()];
    const first = await write(a, 3);
    await write(b, 2);
    await write(a, 2);
    const both = [...(await commitsOf({ stream: a })), ...(await commitsOf({ stream: b }))];
    expect(new Set(both).size).toBe(7);
    expect([...(await commitsOf({ stream: a }))]).toEqual([...(await commitsOf({ stream: a }))].sort((x, y) => (x < y ? -1 : 1)));
    const order = (await readAllOf(wire, { from: first, filter: { on: 'stream', prefixes: [a, b] } })).events;
    expect(order.map((event) => Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString())).toEqual([a, b, b, a, a]);
  });

  itWhen(target.manners !== false, 'without production manners the embedded node counts by one')('A5.2 is never simply one more than the last', async () => {
    const stream = freshStream();
    await write(stream, 50);
    const commits = await commitsOf({ stream });
    expect(commits).toHaveLength(50);
    expect(commits.some((commit, index) => index > 0 && commit === (commits[index - 1] ?? 0n) + 1n)).toBe(false);
  });

  it('A5.3 in the answer to an append is that of its last event', async () => {
    const stream = freshStream();
    const answered = await write(stream, 5);
    expect((await commitsOf({ stream })).at(-1)).toBe(answered);
    expect(await commitsOf({ from: answered, count: 1n })).toEqual([answered]);
  });

  it('A5.4 stands beside every event and in it: in reads of the log, of a stream, and in subscriptions to both', async () => {
    const stream = freshStream();
    const last = await write(stream, 2);
    const [before] = await commitsOf({ stream });
    const subscriptions = [
      await new ReadCall(wire, { stream, subscription: true }).caughtUp(),
      await new ReadCall(wire, { from: (before ?? 1n) - 1n, subscription: true, filter: { on: 'stream', prefixes: [stream] } }).caughtUp(),
    ];
    const reads = [await readAllOf(wire, { stream }), await readAllOf(wire, { from: before ?? 0n, filter: { on: 'stream', prefixes: [stream] } }), ...subscriptions];
    for (const { messages } of reads) {
      const events = messages.flatMap((message) => message.getEvent() ?? []);
      expect(events).toHaveLength(2);
      for (const event of events) {
        expect(event.hasCommitPosition()).toBe(true);
        expect(event.getCommitPosition()).toBe(event.getEvent()?.getCommitPosition());
      }
      expect(events.at(-1)?.getCommitPosition()).toBe(String(last));
    }
    for (const subscription of subscriptions) subscription.close();
  });
});
