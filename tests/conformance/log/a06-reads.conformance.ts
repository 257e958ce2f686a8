import { randomUUID } from 'node:crypto';

import type { ResolvedEvent } from '@eventstore/db-client';
import { BACKWARDS, binaryEvent, END, FORWARDS, jsonEvent, START, StreamDeletedError, StreamNotFoundError } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';

import { connections } from './connections.js';
import { eventually, freshStream, itWithDeletes, target } from './target.js';
import { readAllOf } from './wire-read.js';

describe('a read', () => {
  const { wire, client } = connections();

  const write = async (count: number, stream = freshStream()): Promise<string> => {
    for (let done = 0; done < count; done += 300) {
      const events = Array.from({ length: Math.min(300, count - done) }, (_, n) => jsonEvent({ type: 'ConcernReceived', data: { n: done + n } }));
      await client.appendToStream(stream, events);
    }
    return stream;
  };
  const revisions = async (events: AsyncIterable<ResolvedEvent>): Promise<number[]> => {
    const found: number[] = [];
    for await (const { event } of events) found.push(Number(event?.revision));
    return found;
  };
  const commitsOf = async (stream: string): Promise<bigint[]> => (await readAllOf(wire, { stream })).events.map((event) => BigInt(event.getCommitPosition()));

  it.each([
    ['A6.1 of a stream forwards from the start', {}, [0, 1, 2, 3, 4]],
    ['A6.1 of a stream forwards from a revision includes it', { fromRevision: 3n }, [3, 4]],
    ['A6.1 of a stream backwards from a revision includes it', { fromRevision: 1n, direction: BACKWARDS }, [1, 0]],
    ['A6.1 of a stream backwards from the end', { fromRevision: END, direction: BACKWARDS }, [4, 3, 2, 1, 0]],
    ['A6.1 of a stream backwards from the start gives the first', { fromRevision: START, direction: BACKWARDS }, [0]],
    ['A6.1 of a stream forwards from beyond its end is empty', { fromRevision: 9n }, []],
    ['A6.1 of a stream backwards from beyond its end begins at its end', { fromRevision: 99n, direction: BACKWARDS, maxCount: 1 }, [4]],
    ['A6.2 of a stream forwards from the end is empty', { fromRevision: END }, []],
    ['A6.3 of a stream gives at most what is asked for', { fromRevision: START, maxCount: 2 }, [0, 1]],
    ['A6.3 of a stream backwards gives at most what is asked for', { fromRevision: END, direction: BACKWARDS, maxCount: 2 }, [4, 3]],
  ] as const)('%s', async (_title, options, expected) => {
    expect(await revisions(client.readStream(await write(5), options))).toEqual(expected);
  });

  it('A6.1 of the log forwards from a position includes the event at it', async () => {
    const [, middle = 0n] = await commitsOf(await write(3));
    const read = await readAllOf(wire, { from: middle, count: 1n });
    expect(read.events.map((event) => BigInt(event.getCommitPosition()))).toEqual([middle]);
  });

  it('A6.2 of the log backwards from a position leaves out the event at it', async () => {
    const [first = 0n, middle = 0n] = await commitsOf(await write(3));
    const read = await readAllOf(wire, { from: middle, backwards: true, count: 1n });
    expect(read.events.map((event) => BigInt(event.getCommitPosition()))).toEqual([first]);
  });

  it('A6.2 of the log forwards from the end is empty, backwards from the start too', async () => {
    await write(1);
    expect((await readAllOf(wire, { from: 'end' })).kinds).toEqual([]);
    expect((await readAllOf(wire, { from: 'start', backwards: true })).kinds).toEqual([]);
  });

  it('A6.2 of the log backwards from the end begins with what was written last', async () => {
    const stream = await write(2);
    const found: string[] = [];
    // On a server that others use, something may have been written since.
    for await (const { event } of client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 200 })) found.push(`${event?.streamId}@${event?.revision}`);
    expect(found.indexOf(`${stream}@1`)).toBeGreaterThanOrEqual(0);
    expect(found.indexOf(`${stream}@0`)).toBe(found.indexOf(`${stream}@1`) + 1);
    if (target.embedded) expect(found[0]).toBe(`${stream}@1`);
  });

  it('A6.3 of many pages is complete and in order, in both directions, and ends', async () => {
    const stream = await write(1_200);
    const expected = Array.from({ length: 1_200 }, (_, n) => n);
    expect(await revisions(client.readStream(stream))).toEqual(expected);
    expect(await revisions(client.readStream(stream, { direction: BACKWARDS, fromRevision: END }))).toEqual([...expected].reverse());
    expect(await revisions(client.readStream(stream, { fromRevision: 31n, maxCount: 33 }))).toEqual(expected.slice(31, 64));
  });

  it('A6.3 of nothing gives nothing', async () => {
    const stream = await write(2);
    const read = await readAllOf(wire, { stream, count: 0n });
    expect(read.kinds.filter((kind) => kind === 'event')).toEqual([]);
  });

  it('A6.3 takes the largest count there is for everything', async () => {
    const stream = await write(3);
    expect((await readAllOf(wire, { stream, count: 2n ** 63n - 1n })).revisions).toEqual([0, 1, 2]);
  });

  it('A6.3 of a stream that grows meanwhile ends at some event, with nothing left out before it', async () => {
    const stream = await write(600);
    const writing = Promise.all(Array.from({ length: 20 }, () => write(10, stream)));
    const found = await revisions(client.readStream(stream));
    await writing;
    expect(found.length).toBeGreaterThanOrEqual(600);
    expect(found).toEqual(found.map((_, n) => n));
  });

  it('A6.4 of a missing stream is one message that says so, then OK', async () => {
    const stream = freshStream();
    const read = await readAllOf(wire, { stream });
    expect(read.kinds).toEqual(['stream_not_found']);
    expect(Buffer.from(read.messages[0]?.getStreamNotFound()?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(stream);
    expect(read.failure).toBeUndefined();
    await expect(revisions(client.readStream(stream))).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  itWithDeletes('A6.4 of a soft-deleted stream is the same message', async () => {
    const stream = await write(2);
    await client.deleteStream(stream);
    for (const read of [{ stream }, { stream, backwards: true, from: 'end' as const }, { stream, from: 1n }]) {
      const { kinds, failure } = await readAllOf(wire, read);
      expect(kinds).toEqual(['stream_not_found']);
      expect(failure).toBeUndefined();
    }
  });

  itWithDeletes('A6.5 of a tombstoned stream is an error with the trailer stream-deleted', async () => {
    const stream = await write(2);
    await client.tombstoneStream(stream);
    const { failure } = await readAllOf(wire, { stream });
    expect(failure?.code).toBe(status.FAILED_PRECONDITION);
    expect(failure?.trailers).toMatchObject({ exception: 'stream-deleted', 'stream-name': stream });
    await expect(revisions(client.readStream(stream))).rejects.toBeInstanceOf(StreamDeletedError);
  });

  it.each([
    ['$maxCount', { maxCount: 2 }, [3, 4]],
    ['$maxCount that is not reached', { maxCount: 50 }, [0, 1, 2, 3, 4]],
    ['$tb', { truncateBefore: 4 }, [4]],
    ['$tb at the end, which leaves nothing', { truncateBefore: 5 }, []],
    ['$maxAge that is not reached', { maxAge: 3_600 }, [0, 1, 2, 3, 4]],
    ['the narrower of two rules', { maxCount: 4, truncateBefore: 2 }, [2, 3, 4]],
  ])('A6.6 of a stream keeps to %s', async (_rule, metadata, expected) => {
    const stream = await write(5);
    await client.setStreamMetadata(stream, metadata);
    expect(await revisions(client.readStream(stream))).toEqual(expected);
    expect(await revisions(client.readStream(stream, { direction: BACKWARDS, fromRevision: END }))).toEqual([...expected].reverse());
  });

  it('A6.6 of a stream leaves out what has grown older than $maxAge', async () => {
    const stream = await write(3);
    await client.setStreamMetadata(stream, { maxAge: 1 });
    await eventually(async () => expect(await revisions(client.readStream(stream))).toEqual([]));
    // The stream goes on where it was.
    expect((await client.appendToStream(stream, jsonEvent({ type: 'ConcernReceived', data: {} }), { expectedRevision: 2n })).nextExpectedRevision).toBe(3n);
  });

  it('A6.6 of a stream keeps to $maxCount for what is written later', async () => {
    const stream = await write(2);
    await client.setStreamMetadata(stream, { maxCount: 3 });
    await write(4, stream);
    expect(await revisions(client.readStream(stream))).toEqual([3, 4, 5]);
  });

  it('A6.6 of the log shows what the metadata of a stream hides', async () => {
    const stream = await write(3);
    const [first = 0n] = await commitsOf(stream);
    await client.setStreamMetadata(stream, { maxCount: 1 });
    const { events } = await readAllOf(wire, { from: first, filter: { on: 'stream', prefixes: [stream] } });
    expect(events.map((event) => Number(event.getStreamRevision()))).toEqual([0, 1, 2]);
  });

  it('A6.7 follows links to their targets, in a stream and in the log', async () => {
    const stream = await write(3);
    const links = freshStream('links');
    const { position } = await client.appendToStream(links, binaryEvent({ type: '$>', data: Buffer.from(`1@${stream}`) }));
    const target = { streamId: stream, revision: 1n };
    for await (const found of client.readStream(links, { resolveLinkTos: true })) {
      expect(found).toMatchObject({ event: target, link: { streamId: links, revision: 0n } });
    }
    const fromPosition = position ?? { commit: 0n, prepare: 0n };
    for await (const found of client.readAll({ fromPosition, resolveLinkTos: true, maxCount: 1 })) expect(found).toMatchObject({ event: target, link: { streamId: links } });
    for await (const found of client.readStream(links)) {
      expect(found.event).toMatchObject({ streamId: links, type: '$>' });
      expect(found.link).toBeUndefined();
    }
  });

  it('A6.7 leaves the link alone where its target is missing', async () => {
    const stream = await write(1);
    const links = freshStream('links');
    const to = [`9@${stream}`, `0@${freshStream()}`];
    await client.appendToStream(links, to.map((data) => binaryEvent({ type: '$>', data: Buffer.from(data) })));
    const { messages } = await readAllOf(wire, { stream: links, resolveLinks: true });
    for (const message of messages) {
      expect(message.getEvent()?.hasLink()).toBe(true);
      expect(message.getEvent()?.hasEvent()).toBe(false);
    }
    expect(messages).toHaveLength(2);
  });

  it('A6.7 leaves the link alone where its target is cut off, or its data is no link, and goes on', async () => {
    const stream = await write(2);
    await client.setStreamMetadata(stream, { truncateBefore: 1 });
    const links = freshStream('links');
    const to = [`0@${stream}`, `garbage@${stream}`, '', `9999999999999999999999@${stream}`, `0@${stream}\0`, `1@${stream}`];
    await client.appendToStream(links, to.map((data) => binaryEvent({ type: '$>', data: Buffer.from(data) })));
    const { messages } = await readAllOf(wire, { stream: links, resolveLinks: true });
    expect(messages.map((message) => message.getEvent()?.hasLink())).toEqual(to.map((_, n) => n < 6));
    expect(messages.map((message) => message.getEvent()?.hasEvent())).toEqual([false, false, false, false, false, true]);
  });

  it('A6.8 of the log shows metadata events', async () => {
    const stream = await write(1);
    const [first = 0n] = await commitsOf(stream);
    await client.setStreamMetadata(stream, { maxCount: 7 });
    const { events } = await readAllOf(wire, { from: first, filter: { on: 'stream', prefixes: [`$$${stream}`] } });
    expect(events.map((event) => event.getMetadataMap().get('type'))).toEqual(['$metadata']);
  });

  it('A6.8 of the log never shows the events of the log\'s own housekeeping', async () => {
    const types = (await readAllOf(wire, { count: 2_000n })).events.map((event) => event.getMetadataMap().get('type'));
    expect(types).not.toContain('$epoch-information');
    expect((await readAllOf(wire, { filter: { on: 'type', prefixes: ['$epoch-information'] } })).events).toEqual([]);
  });

  it('A6.9 that does not name the form of ids is refused', async () => {
    const stream = await write(1);
    const { failure, events } = await readAllOf(wire, { stream, uuid: 'missing' });
    expect(failure).toBeDefined();
    expect(failure?.code).not.toBe(status.DEADLINE_EXCEEDED);
    expect(events).toEqual([]);
  });

  it('A6.1 of a stream gives what the append that was just answered wrote', async () => {
    const stream = freshStream();
    for (let n = 0; n < 15; n += 1) {
      const id = randomUUID();
      await client.appendToStream(stream, jsonEvent({ id, type: 'ConcernReceived', data: {} }));
      for await (const { event } of client.readStream(stream, { direction: FORWARDS, fromRevision: BigInt(n) })) expect(event?.id).toBe(id);
    }
  });
});
