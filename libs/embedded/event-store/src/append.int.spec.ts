import { randomUUID } from 'node:crypto';

import type { AppendToStreamOptions } from '@eventstore/db-client';
import { jsonEvent, StreamDeletedError, WrongExpectedVersionError } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';

import { oneNode } from './testing/one-node.js';
import { connect, createThrowawayLog } from './testing/throwaway-log.js';

const PATHS: readonly [string, Partial<AppendToStreamOptions>][] = [
  ['batch call', {}],
  // A call with credentials of its own takes the classic path; on plaintext they are dropped.
  ['classic call', { credentials: { username: 'hub', password: 'unused' } }],
];

const { client } = await oneNode({ manners: false, allowDeletes: true });

describe.each(PATHS)('appending through the %s', (_name, path) => {
  const stream = (): string => `enquiry-${randomUUID()}`;
  const event = (id: string = randomUUID(), type = 'ConcernReceived') => jsonEvent({ id, type, data: { n: 1 } });
  const idsOf = async (name: string): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { event: found } of client.readStream(name)) if (found !== undefined) ids.push(found.id);
    return ids;
  };

  it('answers with the revision and position of the last event', async () => {
    const name = stream();
    const done = await client.appendToStream(name, [event(), event(), event()], { ...path, expectedRevision: 'no_stream' });
    expect(done.success).toBe(true);
    expect(done.nextExpectedRevision).toBe(2n);
    const next = await client.appendToStream(name, event(), { ...path, expectedRevision: 2n });
    expect(next.nextExpectedRevision).toBe(3n);
    expect(next.position?.commit).toBeGreaterThan(done.position?.commit ?? 0n);
  });

  it.each([
    ['an exact revision of a stream that does not exist', [], 0n, 'no_stream'],
    ['an existing stream where there is none', [], 'stream_exists', 'no_stream'],
    ['no stream where there is one', [1], 'no_stream', 0n],
    ['a revision that was overtaken', [1, 2, 3], 0n, 2n],
    ['a revision still to come', [1, 2], 5n, 1n],
  ] as const)('refuses to expect %s', async (_case, existing, expectedRevision, actual) => {
    const name = stream();
    if (existing.length > 0) await client.appendToStream(name, existing.map(() => event()), path);
    const before = existing.length === 0 ? [] : await idsOf(name);
    const refused = await client.appendToStream(name, event(), { ...path, expectedRevision }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WrongExpectedVersionError);
    expect(refused).toMatchObject({ streamName: name, expectedVersion: expectedRevision, actualVersion: actual });
    if (existing.length > 0) expect(await idsOf(name)).toEqual(before);
  });

  it('accepts "stream exists" for a stream that has only metadata', async () => {
    const name = stream();
    await client.setStreamMetadata(name, { maxCount: 10 });
    const done = await client.appendToStream(name, event(), { ...path, expectedRevision: 'stream_exists' });
    expect(done.nextExpectedRevision).toBe(0n);
  });

  it('answers the retry of an append at an exact revision with the first result', async () => {
    const name = stream();
    await client.appendToStream(name, event(), path);
    const events = [event(), event()];
    const first = await client.appendToStream(name, events, { ...path, expectedRevision: 0n });
    await client.appendToStream(name, event(), { ...path, expectedRevision: 2n });
    const again = await client.appendToStream(name, events, { ...path, expectedRevision: 0n });
    expect(again).toEqual(first);
    expect(await idsOf(name)).toHaveLength(4);
  });

  it('answers the retry of an append of several pages with the first result, also by a node that was restarted meanwhile', async () => {
    const own = await createThrowawayLog();
    const name = `enquiry-${'long'.repeat(60)}`;
    const events = Array.from({ length: 9_000 }, () => event());
    try {
      const results: unknown[] = [];
      for (let run = 0; run < 2; run += 1) {
        const node = await own.start({ manners: false });
        const writer = connect(node);
        results.push(await writer.appendToStream(name, events, { ...path, expectedRevision: 'no_stream', deadline: 20_000 }));
        await writer.dispose();
        await node.stop();
      }
      expect(results[1]).toEqual(results[0]);
    } finally {
      await own.drop();
    }
  }, 60_000);

  it('compares ids without regard to case', async () => {
    const name = stream();
    const id = randomUUID();
    const first = await client.appendToStream(name, event(id), { ...path, expectedRevision: 'no_stream' });
    const again = await client.appendToStream(name, event(id.toUpperCase()), { ...path, expectedRevision: 'no_stream' });
    expect(again).toEqual(first);
  });

  it('refuses a retry that matches only in part', async () => {
    const name = stream();
    const kept = event();
    await client.appendToStream(name, [kept, event()], { ...path, expectedRevision: 'no_stream' });
    const refused = client.appendToStream(name, [kept, event()], { ...path, expectedRevision: 'no_stream' });
    await expect(refused).rejects.toBeInstanceOf(WrongExpectedVersionError);
  });

  it('writes a duplicate when the same id comes with the current revision', async () => {
    const name = stream();
    const same = event();
    await client.appendToStream(name, same, { ...path, expectedRevision: 'no_stream' });
    await client.appendToStream(name, same, { ...path, expectedRevision: 0n });
    expect(await idsOf(name)).toEqual([same.id, same.id]);
  });

  it('answers a repeated append at "any" from memory, and refuses a partial match', async () => {
    const name = stream();
    const events = [event(), event()];
    const first = await client.appendToStream(name, events, path);
    expect(await client.appendToStream(name, events, path)).toEqual(first);
    const partial = client.appendToStream(name, [...events, event()], path);
    await expect(partial).rejects.toBeInstanceOf(WrongExpectedVersionError);
    expect(await idsOf(name)).toHaveLength(2);
  });

  it('takes one id several times in one append', async () => {
    const name = stream();
    const same = event();
    await client.appendToStream(name, [same, same, same], path);
    expect(await idsOf(name)).toEqual([same.id, same.id, same.id]);
  });

  it('keeps a tombstoned stream closed for ever', async () => {
    const name = stream();
    await client.appendToStream(name, event(), path);
    await client.tombstoneStream(name);
    const refused = await client.appendToStream(name, event(), path).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StreamDeletedError);
    expect(refused).toMatchObject({ streamName: name });
  });

  it('re-creates a soft-deleted stream after its last revision', async () => {
    const name = stream();
    await client.appendToStream(name, [event(), event()], path);
    await client.deleteStream(name);
    const done = await client.appendToStream(name, event(), { ...path, expectedRevision: 'no_stream' });
    expect(done.nextExpectedRevision).toBe(2n);
    expect(await idsOf(name)).toHaveLength(1);
  });

  it('refuses an append of more than one mebibyte', async () => {
    const large = jsonEvent({ type: 'ConcernReceived', data: { text: 'x'.repeat(400_000) } });
    const refused = client.appendToStream(stream(), [large, large, large], path);
    await expect(refused).rejects.toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: 1024 * 1024 });
  });

  it('keeps 500 simultaneous appends to one stream in one unbroken row', async () => {
    const name = stream();
    const done = await Promise.all(Array.from({ length: 500 }, () => client.appendToStream(name, event(), path)));
    const revisions = done.map((result) => Number(result.nextExpectedRevision)).sort((a, b) => a - b);
    expect(revisions).toEqual(Array.from({ length: 500 }, (_, index) => index));
    expect(await idsOf(name)).toHaveLength(500);
  });
});
