import { randomUUID } from 'node:crypto';

import type { AppendToStreamOptions } from '@eventstore/db-client';
import { jsonEvent, StreamDeletedError, WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';

import { connections } from './connections.js';
import { CLASSIC, freshStream, itUnforgetful, itWithDeletes } from './target.js';
import type { Expected } from './wire-append.js';

const PATHS: readonly [string, Partial<AppendToStreamOptions>][] = [
  ['batch call', {}],
  ['classic call', CLASSIC],
];

describe.each(PATHS)('what is expected of a stream, through the %s', (_name, path) => {
  const { client } = connections();

  const event = (id: string = randomUUID()) => jsonEvent({ id, type: 'ConcernReceived', data: {} });
  const append = (stream: string, expectedRevision: Expected, ids: readonly string[] = [randomUUID()]) =>
    client.appendToStream(stream, ids.map((id) => event(id)), { ...path, expectedRevision });
  const existing = async (count: number, ids = Array.from({ length: count }, () => randomUUID())): Promise<string> => {
    const stream = freshStream();
    if (count > 0) await append(stream, 'any', ids);
    return stream;
  };
  const idsOf = async (stream: string): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { event: found } of client.readStream(stream)) ids.push(found?.id ?? '');
    return ids;
  };
  const refusal = async (stream: string, expected: Expected): Promise<unknown> => {
    try {
      return await append(stream, expected);
    } catch (error) {
      return error;
    }
  };
  const expectWrongVersion = async (stream: string, expected: Expected, actual: bigint | 'no_stream'): Promise<void> => {
    const refused = await refusal(stream, expected);
    expect(refused).toBeInstanceOf(WrongExpectedVersionError);
    expect(refused).toMatchObject({ streamName: stream, expectedVersion: expected, actualVersion: actual });
  };

  it.each(['any', 'no_stream'] as const)('A2.1 a new stream accepts %s', async (expected) => {
    expect((await append(freshStream(), expected)).nextExpectedRevision).toBe(0n);
  });

  it.each(['stream_exists', 0n, 5n] as const)('A2.1 a new stream refuses %s, and nothing is written', async (expected) => {
    const stream = freshStream();
    await expectWrongVersion(stream, expected, 'no_stream');
    await expect(idsOf(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  for (const expected of ['any', 'no_stream', 'stream_exists', 0n, 7n] as const) {
    itWithDeletes(`A2.2 a tombstoned stream is deleted although ${expected} is expected`, async () => {
      const stream = await existing(1);
      await client.tombstoneStream(stream);
      const refused = await refusal(stream, expected);
      expect(refused).toBeInstanceOf(StreamDeletedError);
      expect(refused).toMatchObject({ streamName: stream });
    });
  }

  itWithDeletes('A2.3 stream_exists on a soft-deleted stream is refused as deleted', async () => {
    const stream = await existing(2);
    await client.deleteStream(stream);
    const refused = await refusal(stream, 'stream_exists');
    expect(refused).toBeInstanceOf(StreamDeletedError);
    expect(refused).toMatchObject({ streamName: stream });
  });

  it('A2.3 stream_exists is met by metadata alone', async () => {
    const stream = freshStream();
    await client.setStreamMetadata(stream, { maxCount: 10 });
    expect((await append(stream, 'stream_exists')).nextExpectedRevision).toBe(0n);
  });

  it('A2.3 metadata alone makes neither no_stream wrong nor an exact revision right', async () => {
    const stream = freshStream();
    await client.setStreamMetadata(stream, { maxCount: 10 });
    await expectWrongVersion(stream, 0n, 'no_stream');
    expect((await append(stream, 'no_stream')).nextExpectedRevision).toBe(0n);
  });

  for (const expected of ['any', 'stream_exists'] as const) {
    itUnforgetful(`A2.4 ${expected} answers a repeated append with the first result`, async () => {
      const stream = await existing(1);
      const ids = [randomUUID(), randomUUID()];
      const first = await append(stream, expected, ids);
      expect(await append(stream, expected, ids)).toEqual(first);
      expect(await idsOf(stream)).toHaveLength(3);
    });

    it(`A2.4 ${expected} accepts what is new, whatever the revision`, async () => {
      const stream = await existing(3);
      expect((await append(stream, expected)).nextExpectedRevision).toBe(3n);
    });
  }

  it('A2.5 an exact revision that was overtaken is refused', async () => {
    const ids = [randomUUID(), randomUUID(), randomUUID()];
    const stream = await existing(3, ids);
    await expectWrongVersion(stream, 0n, 2n);
    await expectWrongVersion(stream, 1n, 2n);
    expect(await idsOf(stream)).toEqual(ids);
  });

  it('A2.5 no_stream is refused where there is one', async () => {
    await expectWrongVersion(await existing(2), 'no_stream', 1n);
  });

  it('A2.5 an overtaken revision with the ids that stand there is answered as the first time', async () => {
    const stream = await existing(1);
    const ids = [randomUUID(), randomUUID()];
    const first = await append(stream, 0n, ids);
    await append(stream, 2n);
    expect(await append(stream, 0n, ids)).toEqual(first);
    expect(await idsOf(stream)).toHaveLength(4);
  });

  itWithDeletes('A2.5 no_stream re-creates a soft-deleted stream', async () => {
    const stream = await existing(2);
    await client.deleteStream(stream);
    expect((await append(stream, 'no_stream')).nextExpectedRevision).toBe(2n);
    expect(await idsOf(stream)).toHaveLength(1);
  });

  itWithDeletes('A2.5 an overtaken revision of a soft-deleted stream is refused', async () => {
    const stream = await existing(3);
    await client.deleteStream(stream);
    await expectWrongVersion(stream, 0n, 2n);
  });

  itWithDeletes('A2.6 the last revision of a soft-deleted stream is accepted', async () => {
    const stream = await existing(3);
    await client.deleteStream(stream);
    expect((await append(stream, 2n)).nextExpectedRevision).toBe(3n);
  });

  it('A2.6 a revision still to come is refused', async () => {
    const stream = await existing(2);
    await expectWrongVersion(stream, 2n, 1n);
    await expectWrongVersion(stream, 99n, 1n);
  });

  it('A2.6 the current revision is accepted', async () => {
    const stream = await existing(2);
    expect((await append(stream, 1n)).nextExpectedRevision).toBe(2n);
  });

  it('A2.6 of writers at the same revision exactly one succeeds', async () => {
    const stream = await existing(1);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => append(stream, 0n)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(WrongExpectedVersionError);
    }
    expect(await idsOf(stream)).toHaveLength(2);
  });
});
