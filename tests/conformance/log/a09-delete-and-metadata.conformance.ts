import { jsonEvent, StreamDeletedError, StreamNotFoundError, WrongExpectedVersionError } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { beforeAll, describe, expect, it } from '@jest/globals';

import { connections } from './connections.js';
import { freshStream, itSecured, itWithDeletes, readThrough } from './target.js';
import { headers } from './wire.js';
import { classicAppend, tombstoneStream } from './wire-append.js';
import { ReadCall, readAllOf } from './wire-read.js';

const LARGEST = 2n ** 63n - 1n;

describe('deleting and describing a stream', () => {
  const { wire, client } = connections();
  /** Where this file began: nobody's log is read from its start. */
  let since: bigint;

  beforeAll(async () => {
    since = (await client.appendToStream(freshStream('begin'), jsonEvent({ type: 'Begun', data: {} }))).position?.commit ?? 0n;
  });

  const event = () => jsonEvent({ type: 'ConcernReceived', data: {} });
  const write = async (count: number, stream = freshStream()): Promise<string> => {
    await client.appendToStream(stream, Array.from({ length: count }, event));
    return stream;
  };
  const revisions = async (stream: string): Promise<number[]> => (await readAllOf(wire, { stream })).revisions;
  /** The metadata documents as they were written, oldest first, whatever a read of the stream leaves visible. */
  const documents = async (stream: string): Promise<string[]> => {
    const { events } = await readAllOf(wire, { from: since, filter: { on: 'stream', prefixes: [`$$${stream}`] } });
    return events.map((found) => Buffer.from(found.getData_asU8()).toString());
  };
  /** Exactly as the text has it: the number is larger than JavaScript can hold. */
  const truncateBefore = (document: string | undefined): string | undefined => /"\$tb"\s*:\s*(\d+)/.exec(document ?? '')?.[1];

  itWithDeletes('A9.1 softly writes $metadata with $tb = 2^63-1 to its metadata stream', async () => {
    const stream = await write(2);
    const { position } = await client.deleteStream(stream);
    const found = await readAllOf(wire, { stream: `$$${stream}` });
    expect(found.events.map((each) => each.getMetadataMap().get('type'))).toEqual(['$metadata']);
    expect(found.events[0]?.getMetadataMap().get('content-type')).toBe('application/json');
    expect(truncateBefore(Buffer.from(found.events[0]?.getData_asU8() ?? []).toString())).toBe(String(LARGEST));
    expect(found.events[0]?.getCommitPosition()).toBe(String(position?.commit));
  });

  itWithDeletes('A9.1 softly writes nothing else: what its metadata said before is replaced', async () => {
    const stream = await write(1);
    await client.setStreamMetadata(stream, { maxCount: 7, owner: 'wexcombe' });
    await client.deleteStream(stream);
    expect((await documents(stream)).at(-1)?.replace(/\s/g, '')).toBe(`{"$tb":${LARGEST}}`);
  });

  itWithDeletes('A9.1 softly leaves its events in the whole log', async () => {
    const stream = await write(2);
    await client.deleteStream(stream);
    const { events } = await readAllOf(wire, { from: since, filter: { on: 'stream', prefixes: [stream] } });
    expect(events).toHaveLength(2);
  });

  for (const expected of ['any', 'no_stream', 1n] as const) {
    itWithDeletes(`A9.2 lets it go on after its last revision when an append expects ${expected}`, async () => {
      const stream = await write(2);
      await client.deleteStream(stream);
      const done = await client.appendToStream(stream, [event(), event()], { expectedRevision: expected });
      expect(done.nextExpectedRevision).toBe(3n);
      expect(await revisions(stream)).toEqual([2, 3]);
    });
  }

  itWithDeletes('A9.2 rewrites $tb to where the re-created stream begins, and keeps what else is there', async () => {
    const stream = await write(3);
    // As a soft delete does, with something besides.
    const document = Buffer.from(`{"$tb":${LARGEST},"owner":"wexcombe"}`);
    await classicAppend(wire, `$$${stream}`, 'any', [{ data: document, properties: { type: '$metadata', 'content-type': 'application/json' } }]);
    expect((await readAllOf(wire, { stream })).kinds).toEqual(['stream_not_found']);
    await write(1, stream);
    const last = (await documents(stream)).at(-1);
    expect(truncateBefore(last)).toBe('3');
    expect(JSON.parse(last ?? '{}')).toEqual({ $tb: 3, owner: 'wexcombe' });
    expect(await revisions(stream)).toEqual([3]);
  });

  itWithDeletes('A9.2 may be done again and again', async () => {
    const stream = freshStream();
    for (let round = 0; round < 4; round += 1) {
      await write(2, stream);
      expect(await revisions(stream)).toEqual([2 * round, 2 * round + 1]);
      await client.deleteStream(stream);
      expect((await readAllOf(wire, { stream })).kinds).toEqual(['stream_not_found']);
    }
  });

  itWithDeletes('A9.3 is a wrong version where there are neither events nor metadata', async () => {
    await expect(client.deleteStream(freshStream())).rejects.toBeInstanceOf(WrongExpectedVersionError);
  });

  itWithDeletes('A9.3 is accepted where there is metadata alone', async () => {
    const stream = freshStream();
    await client.setStreamMetadata(stream, { maxCount: 3 });
    expect((await client.deleteStream(stream)).position).toBeDefined();
  });

  itWithDeletes('A9.3 keeps to the revision that is expected', async () => {
    const stream = await write(3);
    await expect(client.deleteStream(stream, { expectedRevision: 1n })).rejects.toBeInstanceOf(WrongExpectedVersionError);
    expect(await revisions(stream)).toEqual([0, 1, 2]);
    await client.deleteStream(stream, { expectedRevision: 2n });
    await expect(readThrough(client.readStream(stream))).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  itWithDeletes('A9.4 by a tombstone writes $streamDeleted at the revision 2^63-1, as the whole log shows', async () => {
    const stream = await write(2);
    const { position } = await client.tombstoneStream(stream);
    const { events } = await readAllOf(wire, { from: position?.commit ?? 0n, count: 1n });
    expect(events[0]?.getMetadataMap().get('type')).toBe('$streamDeleted');
    expect(events[0]?.getStreamRevision()).toBe(String(LARGEST));
    expect(Buffer.from(events[0]?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(stream);
  });

  itWithDeletes('A9.4 by a tombstone is for ever: no append, delete, second tombstone or read', async () => {
    const stream = await write(1);
    await client.tombstoneStream(stream);
    await expect(client.appendToStream(stream, event())).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(client.deleteStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(client.tombstoneStream(stream)).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(readThrough(client.readStream(stream))).rejects.toBeInstanceOf(StreamDeletedError);
    const subscription = await new ReadCall(wire, { stream, subscription: true }).over();
    expect(subscription.failure?.trailers['exception']).toBe('stream-deleted');
  });

  itWithDeletes('A9.4 by a tombstone closes its metadata too', async () => {
    const stream = await write(1);
    await client.setStreamMetadata(stream, { maxCount: 5 });
    await client.tombstoneStream(stream);
    await expect(client.setStreamMetadata(stream, { maxCount: 6 })).rejects.toBeInstanceOf(StreamDeletedError);
    const { failure } = await readAllOf(wire, { stream: `$$${stream}` });
    expect(failure?.trailers['exception']).toBe('stream-deleted');
  });

  itWithDeletes('A9.4 by a tombstone is allowed with "no stream" on one that never existed, and refused on one that does', async () => {
    const never = freshStream();
    expect((await tombstoneStream(wire, never, 'no_stream')).failure).toBeUndefined();
    expect((await classicAppend(wire, never, 'no_stream', [{}])).failure?.trailers['exception']).toBe('stream-deleted');
    expect((await tombstoneStream(wire, await write(1), 'no_stream')).failure?.trailers['exception']).toBe('wrong-expected-version');
  });

  itWithDeletes('A9.4 by a tombstone may follow a soft delete', async () => {
    const stream = await write(1);
    await client.deleteStream(stream);
    await client.tombstoneStream(stream);
    await expect(readThrough(client.readStream(stream))).rejects.toBeInstanceOf(StreamDeletedError);
  });

  it('A9.5 gives back the metadata that was set last', async () => {
    const stream = await write(1);
    await client.setStreamMetadata(stream, { maxCount: 3 });
    await client.setStreamMetadata(stream, { maxCount: 10, maxAge: 60, truncateBefore: 1, acl: { readRoles: ['$all'] }, owner: 'wexcombe' });
    const { metadata, metastreamRevision } = await client.getStreamMetadata(stream);
    expect(metadata).toEqual({ maxCount: 10, maxAge: 60, truncateBefore: 1, acl: { readRoles: ['$all'] }, owner: 'wexcombe' });
    expect(metastreamRevision).toBeDefined();
    const backwards = await readAllOf(wire, { stream: `$$${stream}`, from: 'end', backwards: true, count: 1n });
    expect(backwards.revisions).toEqual([1]);
  });

  it('A9.5 gives an empty answer where none was set, for a stream that does not exist too', async () => {
    expect((await client.getStreamMetadata(await write(1))).metadata).toBeUndefined();
    expect((await client.getStreamMetadata(freshStream())).metadata).toBeUndefined();
  });

  it('A9.5 keeps to the revision that is expected of the metadata stream', async () => {
    const stream = freshStream();
    await client.setStreamMetadata(stream, { maxCount: 1 }, { expectedRevision: 'no_stream' });
    await expect(client.setStreamMetadata(stream, { maxCount: 2 }, { expectedRevision: 'no_stream' })).rejects.toBeInstanceOf(WrongExpectedVersionError);
    await client.setStreamMetadata(stream, { maxCount: 2 }, { expectedRevision: 0n });
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 2 });
  });

  it('A9.5 keeps only the newest document in a read of the metadata stream', async () => {
    const stream = freshStream();
    for (let n = 1; n <= 3; n += 1) await client.setStreamMetadata(stream, { maxCount: n });
    expect((await readAllOf(wire, { stream: `$$${stream}` })).revisions).toEqual([2]);
    expect(await documents(stream)).toHaveLength(3);
  });

  itWithDeletes('A9.6 brings a soft-deleted stream back by setting metadata, which are kept, without its old events', async () => {
    const stream = await write(3);
    await client.deleteStream(stream);
    await client.setStreamMetadata(stream, { maxCount: 5, owner: 'wexcombe' });
    const read = await readAllOf(wire, { stream });
    expect(read.kinds).toEqual([]);
    expect(read.failure).toBeUndefined();
    expect((await client.getStreamMetadata(stream)).metadata).toEqual({ maxCount: 5, truncateBefore: 3, owner: 'wexcombe' });
    expect((await client.appendToStream(stream, event(), { expectedRevision: 2n })).nextExpectedRevision).toBe(3n);
    expect(await revisions(stream)).toEqual([3]);
  });

  describe('on a secured server', () => {
    itSecured('A9.7 lets the administrator read the whole log and system streams', async () => {
      expect((await readAllOf(wire, { count: 1n })).failure).toBeUndefined();
      expect((await readAllOf(wire, { stream: '$settings' })).kinds).toEqual(['stream_not_found']);
    });

    itSecured('A9.7 lets nobody else do so', async () => {
      const stream = await write(1);
      await client.setStreamMetadata(stream, { maxCount: 5 });
      for (const read of [{}, { subscription: true }, { from: 'end' as const, backwards: true }, { stream: `$$${stream}` }, { stream: '$settings' }]) {
        const call = await new ReadCall(wire, read, headers(undefined)).over();
        expect([status.PERMISSION_DENIED, status.UNAUTHENTICATED]).toContain(call.failure?.code);
        expect(call.events).toEqual([]);
      }
    });
  });
});
