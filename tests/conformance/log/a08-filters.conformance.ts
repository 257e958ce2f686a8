import { randomUUID } from 'node:crypto';

import type { Filter } from '@eventstore/db-client';
import { END, eventTypeFilter, excludeSystemEvents, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { connections, opened } from './connections.js';
import { follow, followAll } from './subscriber.js';
import { freshStream, itOnEmbedded, target } from './target.js';
import type { WireFilter, WireRead } from './wire-read.js';
import { ReadCall, readAllOf } from './wire-read.js';

const seed = Number(process.env['MASH_CONFORMANCE_SEED']);

describe('a filter', () => {
  const { wire, client } = connections();
  const open = opened();

  const write = async (stream: string, count: number, type = 'ConcernReceived'): Promise<{ ids: string[]; commit: bigint }> => {
    const events = Array.from({ length: count }, (_, n) => jsonEvent({ type, data: { n } }));
    const { position } = await client.appendToStream(stream, events);
    return { ids: events.map(({ id }) => id), commit: position?.commit ?? 0n };
  };
  /** A place in the log, so that a test looks at what is written from now on. */
  const here = async (): Promise<bigint> => (await write(freshStream('begin'), 1)).commit;
  const subscribe = (read: WireRead): ReadCall => {
    const call = new ReadCall(wire, { ...read, subscription: true });
    open.push(call);
    return call;
  };
  /** How many events there are after a position, up to one that is named. */
  const consideredBetween = async (after: bigint, last: bigint): Promise<number> => {
    const commits = (await readAllOf(wire, { from: after })).events.map((event) => BigInt(event.getCommitPosition()));
    return commits.filter((commit) => commit > after && commit <= last).length;
  };

  it.each([
    ['stream name prefixes', (mark: string) => streamNameFilter({ prefixes: [`a${mark}`, `b${mark}`] }), 'ab'],
    ['a stream name expression', (mark: string) => streamNameFilter({ regex: `^(a|c)${mark}-\\d+$` }), 'ac'],
    ['event type prefixes', (mark: string) => eventTypeFilter({ prefixes: [`Tb${mark}`, `Tz${mark}`] }), 'b'],
    ['an event type expression', (mark: string) => eventTypeFilter({ regex: `^T[bc]${mark}` }), 'bc'],
  ] as [string, (mark: string) => Filter, string][])('A8.1 keeps to %s, past and live', async (_case, filter, letters) => {
    const mark = randomUUID().slice(0, 8);
    const commit = await here();
    const expected: string[] = [];
    const writeAll = async (): Promise<void> => {
      for (const letter of ['a', 'b', 'c', 'd']) {
        const { ids } = await write(`${letter}${mark}-1`, 2, `T${letter}${mark}`);
        if (letters.includes(letter)) expected.push(...ids);
      }
    };
    await writeAll();
    const followed = followAll(client, { commit, prepare: commit }, filter(mark));
    open.push(followed);
    await followed.caughtUp();
    expect(followed.ids).toEqual(expected);
    await writeAll();
    await followed.until(() => followed.ids.length >= expected.length);
    expect(followed.ids).toEqual(expected);
  });

  it.each(['stream', 'type'] as const)('A8.2 on %s with an empty expression goes by its prefixes', async (on) => {
    const from = await here();
    const [wanted, other] = [`Wanted${randomUUID()}`, `Other${randomUUID()}`];
    const { ids } = await write(wanted, 2, wanted);
    await write(other, 2, other);
    expect((await subscribe({ from, filter: { on, regex: '', prefixes: [wanted] } }).caughtUp()).ids).toEqual(ids);
  });

  it.each([
    ['type', { on: 'type', prefixes: ['$'] }],
    ['stream', { on: 'stream', regex: '^\\$' }],
  ] as [string, WireFilter][])('A8.3 that asks for system events by %s gets no housekeeping of the log', async (_by, filter) => {
    const stream = freshStream();
    const from = await here();
    await client.setStreamMetadata(stream, { maxCount: 9 });
    const { events } = await subscribe({ from, filter }).caughtUp();
    const types = events.map((event) => event.getMetadataMap().get('type'));
    expect(types).toContain('$metadata');
    expect(types).not.toContain('$epoch-information');
  });

  it('A8.3 that leaves system events out gives none', async () => {
    const commit = await here();
    const stream = freshStream();
    await client.setStreamMetadata(stream, { maxCount: 5 });
    const { ids } = await write(stream, 1);
    const types = new Set<string>();
    const subscription = client.subscribeToAll({ fromPosition: { commit, prepare: commit }, filter: excludeSystemEvents() });
    subscription.on('data', ({ event }) => void types.add(event?.type ?? ''));
    const followed = follow(subscription);
    open.push(followed);
    await followed.until(() => followed.ids.includes(ids[0] ?? ''));
    expect([...types].filter((type) => type.startsWith('$'))).toEqual([]);
  });

  it('A8.4 by expression looks anywhere in the text, and tells capitals apart', async () => {
    const from = await here();
    const mark = randomUUID().slice(0, 8);
    const { ids } = await write(freshStream(), 1, `Before${mark}After`);
    await write(freshStream(), 1, `BEFORE${mark}AFTER`);
    expect((await subscribe({ from, filter: { on: 'type', regex: `${mark}After` } }).caughtUp()).ids).toEqual(ids);
    expect((await subscribe({ from, filter: { on: 'type', regex: `^${mark}` } }).caughtUp()).ids).toEqual([]);
  });

  for (const regex of ['(a+)+$', '(?i)concern', '(a|b)*c', '\\bconcern\\b', '(?<name>a)', '(']) {
    itOnEmbedded(`A8.5 with the expression ${regex} is refused as invalid`, async () => {
      const read = await subscribe({ from: 'end', filter: { on: 'type', regex } }).over();
      expect(read.failure?.code).toBe(status.INVALID_ARGUMENT);
      expect(read.ids).toEqual([]);
    });
  }

  itOnEmbedded('A8.5 with an expression that could be tried in endless ways holds nobody up', async () => {
    const from = await here();
    const { ids } = await write(`${'a'.repeat(900)}-${randomUUID()}`, 1);
    for (const regex of [`${'a?'.repeat(60)}${'a'.repeat(60)}[xy]`, 'a*a*a*[xy]', `${'(a|b?a)'.repeat(30)}[xy]`]) {
      expect((await subscribe({ from, filter: { on: 'stream', regex } }).caughtUp()).ids).toEqual([]);
    }
    expect((await subscribe({ from, filter: { on: 'stream', regex: '^a*a*a*-' } }).caughtUp()).ids).toEqual(ids);
  });

  it('A8.6 by prefix compares bytes', async () => {
    const from = await here();
    const mark = randomUUID().slice(0, 8);
    const { ids } = await write(freshStream(), 1, `Concern${mark}`);
    await write(freshStream(), 1, `concern${mark}`);
    await write(freshStream(), 1, `XConcern${mark}`);
    // Letters that some languages sort alike, and characters that an expression would read as its own.
    await write(freshStream(), 1, `Concérn${mark}`);
    expect((await subscribe({ from, filter: { on: 'type', prefixes: [`Concern${mark}`] } }).caughtUp()).ids).toEqual(ids);
    expect((await subscribe({ from, filter: { on: 'type', prefixes: [`C.ncern${mark}`] } }).caughtUp()).ids).toEqual([]);
  });

  describe('announces checkpoints', () => {
    const NEVER = ['NeverWritten'];

    it.each([
      ['32 events where no window is named', {}, 32],
      ['the window', { max: 10 }, 10],
      ['the window times the multiplier', { max: 10, multiplier: 4 }, 40],
      ['32 events times the multiplier', { multiplier: 3 }, 96],
    ])('A8.7 every %s, although nothing matches', async (_case, window, every) => {
      const from = await here();
      const { commit } = await write(freshStream(), 384);
      const subscription = await subscribe({ from, filter: { on: 'type', prefixes: NEVER, ...window } }).caughtUp();
      expect(subscription.ids).toEqual([]);
      const due = Math.floor((await consideredBetween(from, commit)) / every);
      // One more is due when catching up ends between two.
      expect(subscription.checkpoints.length).toBeGreaterThanOrEqual(due);
      expect(subscription.checkpoints.length).toBeLessThanOrEqual(due + 1);
    });

    it('A8.7 every window of matching events too', async () => {
      const from = await here();
      const type = `T${randomUUID()}`;
      const { ids } = await write(freshStream(), 320, type);
      const subscription = await subscribe({ from, filter: { on: 'type', prefixes: [type], max: 64 } }).caughtUp();
      expect(subscription.ids).toEqual(ids);
      expect(subscription.checkpoints.length).toBeGreaterThanOrEqual(5);
      expect(subscription.checkpoints.length).toBeLessThanOrEqual(6);
    });

    it('A8.7 live as well, every window of considered events', async () => {
      const subscription = await subscribe({ from: 'end', filter: { on: 'type', prefixes: NEVER, max: 10 } }).caughtUp();
      const before = subscription.checkpoints.length;
      for (let n = 0; n < 10; n += 1) await write(freshStream(), 10);
      await subscription.until(() => subscription.checkpoints.length >= before + 9);
      expect(subscription.ids).toEqual([]);
    });

    it('A8.7 never with a multiplier of zero: that is refused', async () => {
      const read = await subscribe({ from: 'end', filter: { on: 'type', prefixes: NEVER, multiplier: 0 } }).over();
      expect(read.failure?.code).toBe(status.INVALID_ARGUMENT);
    });

    it('A8.8 when catching up ends, once', async () => {
      const from = await here();
      const type = `T${randomUUID()}`;
      const { commit } = await write(freshStream(), 3, type);
      const subscription = await subscribe({ from, filter: { on: 'type', prefixes: [type], max: 1_000 } }).caughtUp();
      expect(subscription.checkpoints.length).toBe(1);
      expect(subscription.checkpoints[0]).toBeGreaterThanOrEqual(commit);
      expect(subscription.kinds.indexOf('checkpoint')).toBeGreaterThan(subscription.kinds.lastIndexOf('event'));
    });

    it('A8.8 that grow and are never repeated', async () => {
      const from = await here();
      const subscription = subscribe({ from, filter: { on: 'type', prefixes: NEVER, max: 4 } });
      for (let n = 0; n < 12; n += 1) await write(freshStream(), 8);
      await subscription.until(() => subscription.checkpoints.length >= 20);
      const { checkpoints } = subscription;
      expect(checkpoints.every((checkpoint, index) => index === 0 || checkpoint > (checkpoints[index - 1] ?? 0n))).toBe(true);
    });

    it('A8.9 that are positions of events, and never beyond what was considered', async () => {
      const from = await here();
      const type = `T${randomUUID()}`;
      const subscription = subscribe({ from, filter: { on: 'type', prefixes: [type], max: 3 } });
      for (let n = 0; n < 10; n += 1) await write(freshStream(), 7, n % 3 === 0 ? type : 'Other');
      await subscription.until(() => subscription.ids.length >= 28 && subscription.checkpoints.length >= 10);
      const commits = new Set((await readAllOf(wire, { from })).events.map((event) => BigInt(event.getCommitPosition())));
      if (target.embedded) expect(subscription.checkpoints.filter((checkpoint) => !commits.has(checkpoint))).toEqual([]);
      let delivered = 0n;
      for (const message of subscription.messages) {
        const event = message.getEvent();
        if (event !== undefined) {
          // An event that arrives after a checkpoint lies after it, or resuming there would lose it.
          expect(BigInt(event.getCommitPosition())).toBeGreaterThan(delivered);
          delivered = BigInt(event.getCommitPosition());
        }
        if (message.hasCheckpoint()) delivered = BigInt(message.getCheckpoint()?.getCommitPosition() ?? 0);
      }
    });

    it('A8.9 from any of which resuming loses and repeats nothing', async () => {
      const runs = fc.array(fc.record({ matching: fc.boolean(), count: fc.integer({ min: 1, max: 40 }) }), { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(runs, fc.integer({ min: 1, max: 9 }), fc.nat(1_000), async (writes, max, pick) => {
          const wanted = `Wanted${randomUUID()}`;
          const from = await here();
          const filter: WireFilter = { on: 'type', prefixes: [wanted], max };
          const live = subscribe({ from, filter });
          const expected: string[] = [];
          for (const { matching, count } of writes) {
            const { ids } = await write(freshStream(), count, matching ? wanted : 'Other');
            if (matching) expected.push(...ids);
          }
          await live.until(() => live.ids.length >= expected.length);
          expect(live.ids).toEqual(expected);
          const commits = new Map(live.events.map((event) => [event.getId()?.getString() ?? '', BigInt(event.getCommitPosition())]));
          const chosen = new Set([live.checkpoints[0], live.checkpoints.at(-1), live.checkpoints[pick % Math.max(1, live.checkpoints.length)]]);
          for (const checkpoint of chosen) {
            if (checkpoint === undefined) continue;
            const resumed = await subscribe({ from: checkpoint, filter }).caughtUp();
            expect(resumed.ids).toEqual(expected.filter((id) => (commits.get(id) ?? 0n) > checkpoint));
          }
          for (const subscription of open.splice(0)) subscription.close();
        }),
        { numRuns: 10, seed, endOnFailure: true },
      );
    });

    it('A8.9 that reach the client\'s own handler, with the position to go on from', async () => {
      const type = `T${randomUUID()}`;
      const begin = await here();
      await write(freshStream(), 40, type);
      const followed = followAll(client, { commit: begin, prepare: begin }, eventTypeFilter({ prefixes: [type], maxSearchWindow: 8, checkpointInterval: 1 }));
      open.push(followed);
      await followed.caughtUp();
      const middle = followed.checkpoints[2] ?? 0n;
      const seenBefore = followed.seen.slice(0, followed.seen.map((what, index) => (what === 'checkpoint' ? index : -1)).filter((index) => index >= 0)[2]);
      const resumed = followAll(client, { commit: middle, prepare: middle }, eventTypeFilter({ prefixes: [type] }));
      open.push(resumed);
      await resumed.caughtUp();
      expect([...seenBefore.filter((what) => what.length === 36), ...resumed.ids]).toEqual(followed.ids);
    });

    it('A8.8 or none at all where nothing was considered', async () => {
      const followed = followAll(client, END, eventTypeFilter({ prefixes: NEVER }));
      open.push(followed);
      await followed.caughtUp();
      expect(followed.checkpoints.length).toBeLessThanOrEqual(1);
    });
  });
});
