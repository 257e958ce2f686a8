import { randomUUID } from 'node:crypto';

import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import { BACKWARDS, binaryEvent, END, FORWARDS, jsonEvent, START, StreamDeletedError, StreamNotFoundError } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';

import { oneNode } from './testing/one-node.js';

const { client } = await oneNode({ allowDeletes: true });

describe('reading', () => {
  const write = async (count: number, name = `enquiry-${randomUUID()}`): Promise<string> => {
    const events = Array.from({ length: count }, (_, n) => jsonEvent({ type: 'ConcernReceived', data: { n }, metadata: { n } }));
    await client.appendToStream(name, events);
    return name;
  };
  const revisions = async (events: AsyncIterable<ResolvedEvent>): Promise<number[]> => {
    const found: number[] = [];
    for await (const { event } of events) if (event !== undefined) found.push(Number(event.revision));
    return found;
  };
  const collect = async (events: AsyncIterable<AllStreamResolvedEvent>): Promise<AllStreamResolvedEvent[]> => {
    const found: AllStreamResolvedEvent[] = [];
    for await (const event of events) found.push(event);
    return found;
  };

  it('gives back what was written: type, JSON, metadata, id, time, position', async () => {
    const name = `enquiry-${randomUUID()}`;
    const event = jsonEvent({ type: 'ConcernReceived', data: { town: 'Wexcombe', ü: '✓' }, metadata: { by: 'x' } });
    const { position } = await client.appendToStream(name, event);
    for await (const found of client.readStream(name)) {
      expect(found.event).toMatchObject({
        streamId: name, id: event.id, type: event.type, data: event.data, metadata: event.metadata, isJson: true, revision: 0n, position,
      });
      expect(found.commitPosition).toBe(position?.commit);
      expect(Math.abs(Date.now() - Number(found.event?.created))).toBeLessThan(60_000);
    }
  });

  it('gives bytes back as bytes', async () => {
    const name = `enquiry-${randomUUID()}`;
    const data = Buffer.from([0, 1, 2, 255, 128, 92]);
    await client.appendToStream(name, binaryEvent({ type: 'Sealed', data, metadata: new Uint8Array([7, 0, 255]) }));
    for await (const { event } of client.readStream(name)) {
      expect(event?.isJson).toBe(false);
      expect(Buffer.from(event?.data as Uint8Array)).toEqual(data);
      expect(Buffer.from(event?.metadata as Uint8Array)).toEqual(Buffer.from([7, 0, 255]));
    }
  });

  it.each([
    ['forwards from the start', {}, [0, 1, 2, 3, 4]],
    ['forwards from a revision, which is included', { fromRevision: 3n }, [3, 4]],
    ['forwards from beyond the end', { fromRevision: 9n }, []],
    ['forwards from the end', { fromRevision: END }, []],
    ['forwards at most two', { fromRevision: START, maxCount: 2 }, [0, 1]],
    ['backwards from the end', { fromRevision: END, direction: BACKWARDS }, [4, 3, 2, 1, 0]],
    ['backwards from a revision, which is included', { fromRevision: 1n, direction: BACKWARDS }, [1, 0]],
    ['backwards from the start', { fromRevision: START, direction: BACKWARDS }, [0]],
    ['backwards from beyond the end', { fromRevision: 99n, direction: BACKWARDS, maxCount: 1 }, [4]],
  ] as const)('a stream %s', async (_case, options, expected) => {
    const name = await write(5);
    expect(await revisions(client.readStream(name, options))).toEqual(expected);
  });

  it('a long stream in order, over many pages and in both directions', async () => {
    const name = await write(5000);
    const forwards = await revisions(client.readStream(name));
    expect(forwards).toEqual(Array.from({ length: 5000 }, (_, n) => n));
    const backwards = await revisions(client.readStream(name, { direction: BACKWARDS, fromRevision: END }));
    expect(backwards).toEqual(forwards.reverse());
  });

  it('says that a missing stream does not exist', async () => {
    await expect(revisions(client.readStream(`enquiry-${randomUUID()}`))).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  it('says that a soft-deleted stream does not exist and that a tombstoned one is deleted', async () => {
    const hidden = await write(2);
    await client.deleteStream(hidden);
    await expect(revisions(client.readStream(hidden))).rejects.toBeInstanceOf(StreamNotFoundError);
    const entombed = await write(2);
    await client.tombstoneStream(entombed);
    await expect(revisions(client.readStream(entombed))).rejects.toBeInstanceOf(StreamDeletedError);
  });

  it.each([
    ['$maxCount', { maxCount: 2 }, [3, 4]],
    ['$tb', { truncateBefore: 4 }, [4]],
    ['$maxAge not yet reached', { maxAge: 3600 }, [0, 1, 2, 3, 4]],
    ['the narrower of two rules', { maxCount: 4, truncateBefore: 2 }, [2, 3, 4]],
  ])('a stream within its metadata: %s', async (_case, metadata, expected) => {
    const name = await write(5);
    await client.setStreamMetadata(name, metadata);
    expect(await revisions(client.readStream(name))).toEqual(expected);
    expect(await revisions(client.readStream(name, { direction: BACKWARDS, fromRevision: END }))).toEqual([...expected].reverse());
    expect((await client.getStreamMetadata(name)).metadata).toEqual(metadata);
  });

  it('a stream whose $tb lies beyond its end as empty, in both directions and from anywhere', async () => {
    const name = await write(2);
    await client.setStreamMetadata(name, { truncateBefore: 7 });
    expect(await revisions(client.readStream(name))).toEqual([]);
    expect(await revisions(client.readStream(name, { direction: BACKWARDS, fromRevision: 3n }))).toEqual([]);
    expect(await revisions(client.readStream(name, { direction: BACKWARDS, fromRevision: END }))).toEqual([]);
  });

  it('a soft-deleted stream whose metadata was set as there again, without what it held before', async () => {
    const name = await write(2);
    await client.deleteStream(name);
    await client.setStreamMetadata(name, { maxCount: 5 });
    expect(await revisions(client.readStream(name))).toEqual([]);
    // The server puts in where the stream goes on, and keeps the rest of what was set.
    expect((await client.getStreamMetadata(name)).metadata).toEqual({ maxCount: 5, truncateBefore: 2 });
    await write(1, name);
    expect(await revisions(client.readStream(name))).toEqual([2]);
  });

  it('no metadata of a tombstoned stream, which is deleted with it', async () => {
    const name = await write(1);
    await client.tombstoneStream(name);
    await expect(client.setStreamMetadata(name, { maxCount: 5 })).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(revisions(client.readStream(`$$${name}`))).rejects.toBeInstanceOf(StreamDeletedError);
  });

  it('follows links to their targets, and shows the link alone when the target is missing', async () => {
    const target = await write(3);
    const links = `links-${randomUUID()}`;
    const link = (data: string) => binaryEvent({ type: '$>', data: Buffer.from(data) });
    await client.appendToStream(links, [link(`1@${target}`), link(`9@${target}`)]);
    const found: ResolvedEvent[] = [];
    for await (const event of client.readStream(links, { resolveLinkTos: true })) found.push(event);
    expect(found[0]).toMatchObject({ event: { streamId: target, revision: 1n }, link: { streamId: links, revision: 0n } });
    expect(found[1]).toMatchObject({ link: { streamId: links, revision: 1n } });
    expect(found[1]?.event).toBeUndefined();
  });

  describe('a link leads nowhere', () => {
    const targetsOf = async (data: readonly (string | Buffer)[]): Promise<(string | undefined)[]> => {
      const links = `links-${randomUUID()}`;
      await client.appendToStream(links, data.map((one) => binaryEvent({ type: '$>', data: Buffer.from(one) })));
      const found: (string | undefined)[] = [];
      for await (const { event, link } of client.readStream(links, { resolveLinkTos: true })) {
        expect(link?.streamId).toBe(links);
        found.push(event === undefined ? undefined : `${event.revision}@${event.streamId}`);
      }
      return found;
    };

    it('when its data is no link', async () => {
      const target = await write(1);
      const broken = [
        '', '@', '0', `@${target}`, '0@', `garbage@${target}`, `-0@${target}`, `0x0@${target}`, `9999999999999999999999@${target}`,
        `0@${target}\0`, `0@${'x'.repeat(3_000)}`, Buffer.from([0xff, 0x40, 0xfe]), `00@${target}\n`,
      ];
      expect(await targetsOf(broken)).toEqual(broken.map(() => undefined));
      expect(await targetsOf([`0@${target}`])).toEqual([`0@${target}`]);
    });

    it('when its target can be read no more', async () => {
      const [entombed, hidden, cut, counted, aged] = [await write(2), await write(2), await write(2), await write(2), await write(2)];
      await client.tombstoneStream(entombed);
      await client.deleteStream(hidden);
      await client.setStreamMetadata(cut, { truncateBefore: 1 });
      await client.setStreamMetadata(counted, { maxCount: 1 });
      await client.setStreamMetadata(aged, { maxAge: 1 });
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      const gone = [`1@${entombed}`, `1@${hidden}`, `0@${cut}`, `0@${counted}`, `1@${aged}`];
      expect(await targetsOf(gone)).toEqual(gone.map(() => undefined));
      expect(await targetsOf([`1@${cut}`, `1@${counted}`])).toEqual([`1@${cut}`, `1@${counted}`]);
    });
  });

  describe('the whole log', () => {
    it('is ordered by position, with gaps, in both directions', async () => {
      await write(10);
      const forwards = (await collect(client.readAll())).map(({ event }) => event?.position.commit ?? -1n);
      const backwards = (await collect(client.readAll({ direction: BACKWARDS, fromPosition: END }))).map(({ event }) => event?.position.commit);
      expect([...forwards].sort((a, b) => (a < b ? -1 : 1))).toEqual(forwards);
      expect(backwards).toEqual([...forwards].reverse());
      expect(forwards.some((position, index) => index > 0 && position === (forwards[index - 1] ?? 0n) + 1n)).toBe(false);
    });

    it('includes the event at the position forwards and leaves it out backwards', async () => {
      const name = await write(3);
      const positions: bigint[] = [];
      for await (const { event } of client.readStream(name)) positions.push(event?.position?.commit ?? 0n);
      const middle = positions[1] ?? 0n;
      const fromPosition = { commit: middle, prepare: middle };
      const forwards = await collect(client.readAll({ fromPosition, direction: FORWARDS, maxCount: 1 }));
      const backwards = await collect(client.readAll({ fromPosition, direction: BACKWARDS, maxCount: 1 }));
      expect(forwards[0]?.event?.position.commit).toBe(middle);
      expect(backwards[0]?.event?.position.commit).toBe(positions[0]);
    });

    it('still shows what the metadata of a stream hides', async () => {
      const name = await write(3);
      await client.setStreamMetadata(name, { maxCount: 1 });
      const all = await collect(client.readAll());
      expect(all.filter(({ event }) => event?.streamId === name)).toHaveLength(3);
      expect(all.some(({ event }) => event?.streamId === `$$${name}` && event.type === '$metadata')).toBe(true);
    });

    it('ends at once when read forwards from the end', async () => {
      expect(await collect(client.readAll({ fromPosition: END }))).toEqual([]);
    });
  });
});
