import { randomUUID } from 'node:crypto';

import type { AllStreamSubscription, Filter, Position, StreamSubscription } from '@eventstore/db-client';
import { END, eventTypeFilter, excludeSystemEvents, jsonEvent, START, streamNameFilter } from '@eventstore/db-client';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { oneNode } from './testing/one-node.js';

interface Followed {
  readonly ids: string[];
  readonly checkpoints: bigint[];
  /** The order of everything that arrived: event ids, "caughtUp" and "checkpoint". */
  readonly seen: string[];
  until(done: () => boolean): Promise<void>;
  error(): unknown;
}

const { client } = await oneNode({ allowDeletes: true });

describe('subscribing', () => {
  const open: { unsubscribe(): Promise<void> }[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((subscription) => subscription.unsubscribe()));
  });

  const events = (count: number, type = 'ConcernReceived') => Array.from({ length: count }, (_, n) => jsonEvent({ type, data: { n } }));
  const write = async (stream: string, count: number, type?: string): Promise<string[]> => {
    const written = events(count, type);
    await client.appendToStream(stream, written);
    return written.map((event) => event.id);
  };

  function follow(subscription: AllStreamSubscription | StreamSubscription, checkpoints: bigint[] = []): Followed {
    open.push(subscription);
    const ids: string[] = [];
    const seen: string[] = [];
    let failed: unknown;
    const take = ({ event }: { readonly event?: { readonly id: string } }): void => {
      ids.push(event?.id ?? '');
      seen.push(event?.id ?? '');
    };
    // The two kinds share their events, but their types do not unite into one signature.
    (subscription as StreamSubscription).on('data', take);
    subscription.on('caughtUp', () => void seen.push('caughtUp'));
    subscription.on('error', (error: unknown) => (failed = error));
    const until = async (done: () => boolean): Promise<void> => {
      const giveUp = Date.now() + 10_000;
      while (!done()) {
        if (Date.now() > giveUp) throw new Error(`waited in vain; ${ids.length} events arrived`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    return { ids, checkpoints, seen, until, error: () => failed };
  }

  const all = (fromPosition: Position | typeof START | typeof END, filter: Omit<Filter, 'checkpointReached'>): Followed => {
    const checkpoints: bigint[] = [];
    const checkpointReached = (_: unknown, position: Position): void => void checkpoints.push(position.commit);
    return follow(client.subscribeToAll({ fromPosition, filter: { ...filter, checkpointReached } as Filter }), checkpoints);
  };

  describe('to a stream', () => {
    it('gives the past, says that it has caught up, then gives what is new', async () => {
      const name = `enquiry-${randomUUID()}`;
      const past = await write(name, 3);
      const followed = follow(client.subscribeToStream(name));
      await followed.until(() => followed.seen.includes('caughtUp'));
      const fresh = await write(name, 2);
      await followed.until(() => followed.ids.length >= 5);
      expect(followed.seen).toEqual([...past, 'caughtUp', ...fresh]);
    });

    it('starts after the revision that is named', async () => {
      const name = `enquiry-${randomUUID()}`;
      const past = await write(name, 3);
      const followed = follow(client.subscribeToStream(name, { fromRevision: 1n }));
      await followed.until(() => followed.seen.includes('caughtUp'));
      expect(followed.ids).toEqual(past.slice(2));
    });

    it('may wait for a stream that does not exist yet', async () => {
      const name = `enquiry-${randomUUID()}`;
      const followed = follow(client.subscribeToStream(name, { fromRevision: END }));
      await followed.until(() => followed.seen.includes('caughtUp'));
      await write(`enquiry-${randomUUID()}`, 3);
      const fresh = await write(name, 2);
      await followed.until(() => followed.ids.length >= 2);
      expect(followed.ids).toEqual(fresh);
    });

    it('ends with an error when the stream is tombstoned', async () => {
      const name = `enquiry-${randomUUID()}`;
      await write(name, 1);
      const followed = follow(client.subscribeToStream(name));
      await followed.until(() => followed.seen.includes('caughtUp'));
      await client.tombstoneStream(name);
      await followed.until(() => followed.error() !== undefined);
      expect(followed.error()).toMatchObject({ type: 'stream-deleted', streamName: name });
    });

    it('may wait for a soft-deleted stream to come back', async () => {
      const name = `enquiry-${randomUUID()}`;
      await write(name, 2);
      await client.deleteStream(name);
      const followed = follow(client.subscribeToStream(name));
      await followed.until(() => followed.seen.includes('caughtUp'));
      const fresh = await write(name, 1);
      await followed.until(() => followed.ids.length >= 1);
      expect(followed.seen).toEqual(['caughtUp', ...fresh]);
    });

    it('gives every event once to a reader too slow for what is published meanwhile', async () => {
      const name = `enquiry-${randomUUID()}`;
      const subscription = client.subscribeToStream(name, {}, { highWaterMark: 1 });
      open.push(subscription);
      const ids: string[] = [];
      const slow = (async () => {
        for await (const { event } of subscription) {
          ids.push(event?.id ?? '');
          if (ids.length % 500 === 0) await new Promise((resolve) => setTimeout(resolve, 50));
          if (ids.length === 4_000) return;
        }
      })();
      const written: string[] = [];
      for (let i = 0; i < 4; i += 1) written.push(...(await write(name, 1000)));
      await slow;
      expect(ids).toEqual(written);
    });

    it('misses nothing, and does not say again that it has caught up, however much is written to other streams', async () => {
      const name = `enquiry-${randomUUID()}`;
      const followed = follow(client.subscribeToStream(name));
      await followed.until(() => followed.seen.includes('caughtUp'));
      for (let i = 0; i < 10; i += 1) await write(`noise-${randomUUID()}`, 1000);
      const fresh = await write(name, 2);
      await followed.until(() => followed.ids.length >= 2);
      expect(followed.seen).toEqual(['caughtUp', ...fresh]);
    });
  });

  describe('to the whole log', () => {
    it('gives past and present once each and in order, whatever is written meanwhile', async () => {
      const prefix = `busy${randomUUID().slice(0, 8)}`;
      const past = await write(`${prefix}-1`, 500);
      const followed = all(START, streamNameFilter({ prefixes: [prefix] }));
      const fresh: string[] = [];
      for (let i = 0; i < 50; i += 1) fresh.push(...(await write(`${prefix}-${i % 3}`, 7)));
      await followed.until(() => followed.ids.length >= past.length + fresh.length);
      expect(followed.ids).toEqual([...past, ...fresh]);
    });

    it('says at once that it has caught up when it starts at the end', async () => {
      await write(`enquiry-${randomUUID()}`, 1);
      const followed = follow(client.subscribeToAll({ fromPosition: END }));
      await followed.until(() => followed.seen.length > 0);
      expect(followed.seen).toEqual(['caughtUp']);
    });

    it.each([
      ['stream name prefixes', (mark: string) => streamNameFilter({ prefixes: [`a${mark}`, `b${mark}`] }), ['a', 'b']],
      ['a stream name expression', (mark: string) => streamNameFilter({ regex: `^(a|c)${mark}-\\d+$` }), ['a', 'c']],
      ['event type prefixes', (mark: string) => eventTypeFilter({ prefixes: [`Tb${mark}`] }), ['b']],
      ['an event type expression', (mark: string) => eventTypeFilter({ regex: `^T[bc]${mark}` }), ['b', 'c']],
    ])('keeps to a filter by %s', async (_case, filter, expected) => {
      const mark = randomUUID().slice(0, 8);
      const written = new Map<string, string[]>();
      for (const letter of ['a', 'b', 'c', 'd']) written.set(letter, await write(`${letter}${mark}-1`, 2, `T${letter}${mark}`));
      const followed = all(START, filter(mark));
      await followed.until(() => followed.seen.includes('caughtUp'));
      expect(followed.ids).toEqual(expected.flatMap((letter) => written.get(letter) ?? []));
    });

    it('leaves system events out when asked', async () => {
      const name = `enquiry-${randomUUID()}`;
      await client.setStreamMetadata(name, { maxCount: 5 });
      const [id] = await write(name, 1);
      const types = new Set<string>();
      const subscription = client.subscribeToAll({ filter: excludeSystemEvents() });
      const followed = follow(subscription);
      subscription.on('data', ({ event }) => types.add(event?.type ?? ''));
      await followed.until(() => followed.ids.includes(id ?? ''));
      expect([...types].filter((type) => type.startsWith('$'))).toEqual([]);
    });

    it('refuses an expression outside the safe part of the language', async () => {
      const followed = all(START, eventTypeFilter({ regex: '^(a+)+$' }));
      await followed.until(() => followed.error() !== undefined);
      expect(String(followed.error())).toContain('repeats a group');
    });

    it('announces a checkpoint every window of considered events, although nothing matches', async () => {
      const start = await client.appendToStream(`enquiry-${randomUUID()}`, events(1));
      const position = start.position ?? { commit: 0n, prepare: 0n };
      await write(`noise-${randomUUID()}`, 320);
      const followed = all(position, eventTypeFilter({ prefixes: ['NeverWritten'], checkpointInterval: 2 }));
      await followed.until(() => followed.seen.includes('caughtUp'));
      expect(followed.ids).toEqual([]);
      expect(followed.checkpoints).toHaveLength(5);
    });

    it('announces a checkpoint of the last considered event when it has caught up', async () => {
      const mark = `T${randomUUID().slice(0, 8)}`;
      const last = await client.appendToStream(`enquiry-${randomUUID()}`, events(3, mark));
      const followed = all(START, eventTypeFilter({ prefixes: [mark], checkpointInterval: 1000 }));
      await followed.until(() => followed.seen.includes('caughtUp'));
      expect(followed.checkpoints).toEqual([last.position?.commit]);
    });

    it('loses and repeats nothing when resumed from any checkpoint', async () => {
      const mark = randomUUID().slice(0, 8);
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.record({ matching: fc.boolean(), count: fc.integer({ min: 1, max: 40 }) }), { minLength: 1, maxLength: 8 }),
          fc.integer({ min: 1, max: 9 }),
          async (runs, window) => {
            const wanted = `Wanted${mark}${randomUUID().slice(0, 8)}`;
            const begin = (await client.appendToStream(`begin-${mark}`, events(1))).position ?? { commit: 0n, prepare: 0n };
            const filter = eventTypeFilter({ prefixes: [wanted], maxSearchWindow: window, checkpointInterval: 1 });
            const live = all(begin, filter);
            const expected: string[] = [];
            for (const run of runs) {
              const ids = await write(`run-${mark}`, run.count, run.matching ? wanted : 'Other');
              if (run.matching) expected.push(...ids);
            }
            await live.until(() => live.ids.length >= expected.length);
            expect(live.ids).toEqual(expected);
            const positions = new Map<string, bigint>();
            for await (const { event } of client.readAll({ fromPosition: begin })) {
              if (event !== undefined) positions.set(event.id, event.position.commit);
            }
            const picked = [live.checkpoints[0], live.checkpoints.at(-1), live.checkpoints[live.checkpoints.length >> 1]];
            for (const commit of picked) {
              if (commit === undefined) continue;
              const resumed = all({ commit, prepare: commit }, filter);
              await resumed.until(() => resumed.seen.includes('caughtUp'));
              expect(resumed.ids).toEqual(expected.filter((id) => (positions.get(id) ?? 0n) > commit));
            }
            await Promise.all(open.splice(0).map((subscription) => subscription.unsubscribe()));
          },
        ),
        { numRuns: 12 },
      );
    });

    it('gives a slow reader everything, in order, while others are not held up', async () => {
      const prefix = `slow${randomUUID().slice(0, 8)}`;
      const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: [prefix] }) }, { highWaterMark: 1 });
      open.push(subscription);
      const ids: string[] = [];
      const slow = (async () => {
        for await (const { event } of subscription) {
          ids.push(event?.id ?? '');
          if (ids.length % 1000 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
          if (ids.length === 12_000) return;
        }
      })();
      const written: string[] = [];
      for (let i = 0; i < 12; i += 1) written.push(...(await write(`${prefix}-1`, 1000)));
      await slow;
      expect(ids).toEqual(written);
    });
  });
});
