import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventLog } from '../event-log.js';
import type { PlacedEvent } from '../stored-event.js';
import type { ReadTrick } from '../testing/misbehaving-server.js';
import { MisbehavingServer, dripEvery } from '../testing/misbehaving-server.js';
import { Heard, outcomeOf } from '../testing/settled.js';

const deadline = 800;
const budget = 3_000;

describe('a read', () => {
  let server: MisbehavingServer;
  let heard: Heard;
  let log: EventLog;

  beforeEach(async () => {
    server = await MisbehavingServer.start();
    heard = new Heard();
    log = new EventLog({ connectionString: server.url, deadline, budget, observe: heard.observe, random: () => 0 });
  });
  afterEach(async () => {
    expect(server.seen.batchAppends).toBe(0);
    await log.close();
    server.stop();
  });

  const all = async (from: bigint | null = null): Promise<PlacedEvent[]> => {
    const events: PlacedEvent[] = [];
    for await (const event of log.readAll(from)) events.push(event);
    return events;
  };
  const reads: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['a stream', () => log.readStream('note-1')], ['one event', () => log.readOne('note-1', 0n)], ['the head', () => log.head()], ['everything', () => all()],
  ];

  describe.each(reads)('of %s', (_, read) => {
    beforeEach(() => server.events.put('note-1', 5));

    it.each<ReadTrick>(['stay silent', 'fail'])('A14.2, 10 is tried again, and settles as unavailable when that does not help (%s)', async (trick) => {
      server.script.reads.push(trick);
      expect(await outcomeOf(read(), budget)).toBe('done');
      server.script.reads.push(...Array<ReadTrick>(1_000).fill(trick));
      expect(await outcomeOf(read(), budget)).toBe('LogUnavailable');
      server.script.reads.length = 0;
    });

    it('is refused at once when the server says no for good', async () => {
      server.script.reads.push('say denied');
      expect(await outcomeOf(read(), 0)).toBe('LogRefused');
      expect(server.seen.reads).toHaveLength(1);
    });
  });

  it('gives everything once and in order although it breaks off again and again', async () => {
    server.events.put('note-1', 12);
    server.script.reads.push('break off', 'break off', 'break off');
    expect((await all()).map((event) => event.revision)).toEqual(Array.from({ length: 12 }, (_, revision) => BigInt(revision)));
    expect(heard.of('retried')).toHaveLength(3);
  });

  it('goes on from after a position', async () => {
    server.events.put('note-1', 5);
    expect((await all(14n)).map((event) => event.position)).toEqual([21n, 28n, 35n]);
  });

  it('leaves a consumer all its time: only the server\'s silence counts', async () => {
    server.events.put('note-1', 4);
    const seen: bigint[] = [];
    for await (const event of log.readAll()) {
      seen.push(event.revision);
      if (seen.length === 2) await new Promise((resolve) => void setTimeout(resolve, budget + deadline));
    }
    expect(seen).toEqual([0n, 1n, 2n, 3n]);
  });

  it('of a stream is given up when it drips beyond its budget: one try, as another would take as long', async () => {
    server.events.put('note-1', 100);
    server.script.reads.push(...Array<ReadTrick>(1_000).fill('drip'));
    expect(await outcomeOf(log.readStream('note-1'), budget)).toBe('LogUnavailable');
    expect(server.seen.reads).toHaveLength(1);
  });

  it('of a stream comes whole in one try that takes longer than silence may, as long as something arrives', async () => {
    server.events.put('note-1', 2 * deadline / dripEvery);
    server.script.reads.push('drip');
    const began = performance.now();
    expect(await log.readStream('note-1')).toHaveLength(2 * deadline / dripEvery);
    expect(performance.now() - began).toBeGreaterThan(deadline);
    expect(server.seen.reads).toHaveLength(1);
  });

  it('of a stream comes in pages, whole and in order', async () => {
    // Both sides run in this process: thousands of events take their time when others need the machine.
    const unhurried = new EventLog({ connectionString: server.url, budget: 60_000 });
    server.events.put('note-1', 4_100);
    expect((await unhurried.readStream('note-1')).map((event) => event.revision)).toEqual(Array.from({ length: 4_100 }, (_, revision) => BigInt(revision)));
    expect((await unhurried.readStream('note-1', 4_099n)).map((event) => event.revision)).toEqual([4_099n]);
    expect(server.seen.reads).toHaveLength(3);
    await unhurried.close();
  });

  it('of a missing stream is empty, and no failure', async () => {
    expect(await log.readStream('note-2')).toEqual([]);
    expect(await log.readOne('note-2', 0n)).toBeNull();
    expect(await log.head()).toBeNull();
    expect(heard.of('read').every((signal) => signal.result === 'done' && signal.tries === 1)).toBe(true);
  });

  it('looks for the head behind what the server writes of itself', async () => {
    server.events.put('note-1', 1);
    server.events.put('$settings', 60);
    expect((await log.head())?.stream).toBe('note-1');
  });

  it('goes to the leader that another node names, because a decision on a stale history would conflict', async () => {
    const leader = await MisbehavingServer.start();
    server.leaderPort = leader.listensAt;
    leader.events.put('note-1', 1);
    server.script.reads.push('not leader');
    expect(await log.readStream('note-1')).toHaveLength(1);
    leader.stop();
  });

  it('settles on an event that is larger than the client takes', async () => {
    server.events.put('note-1', 1, { size: 18 * 1024 * 1024 });
    expect(await outcomeOf(log.readStream('note-1'), budget)).toBe('LogUnavailable');
  });

  it('keeps its connection: only a read that is left before its end costs one', async () => {
    server.events.put('note-1', 20);
    for (let time = 0; time < 10; time += 1) {
      await log.readOne('note-1', 3n);
      await log.head();
      await log.readStream('note-1');
    }
    expect(new Set(server.seen.reads.map((call) => call.peer)).size).toBe(1);
  });
});
