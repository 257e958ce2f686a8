import { setMaxListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventLog } from '../event-log.js';
import type { PlacedEvent } from '../stored-event.js';
import type { SubscriptionTrick } from '../testing/misbehaving-server.js';
import { MisbehavingServer } from '../testing/misbehaving-server.js';
import { Heard, gather, notes, outcomeOf } from '../testing/settled.js';

const deadline = 1_000;
const silence = 600;

describe('following', () => {
  let server: MisbehavingServer;
  let heard: Heard;
  let log: EventLog;
  let stop: AbortController;

  beforeEach(async () => {
    server = await MisbehavingServer.start();
    heard = new Heard();
    log = new EventLog({ connectionString: server.url, deadline, silence, observe: heard.observe });
    stop = new AbortController();
    setMaxListeners(0, stop.signal);
  });
  afterEach(async () => {
    stop.abort();
    expect(server.seen.batchAppends).toBe(0);
    await log.close();
    server.stop();
  });

  /** As a follower does: again and again from the last event handled. */
  async function followOn(count: number): Promise<PlacedEvent[]> {
    const events: PlacedEvent[] = [];
    while (events.length < count) {
      const { events: more } = await gather(log.follow(events.at(-1)?.position ?? null, stop.signal), count - events.length, stop);
      events.push(...more);
    }
    return events;
  }

  it.each<readonly [SubscriptionTrick, string]>([
    ['end with OK', 'ended'], ['fail', 'failed'], ['cancel', 'failed'], ['never confirm', 'unconfirmed'], ['confirm, then stay silent', 'silent'],
  ])('A14.7 is lost in words when a subscription goes: %s', async (trick, why) => {
    server.events.put('enquiry-1', 2);
    server.script.subscriptions.push(trick);
    const working = setInterval(() => server.events.put('enquiry-2', 1), 100);
    const { error } = await gather(log.follow(null, stop.signal), Infinity, stop);
    clearInterval(working);
    expect(error).toBe(`LogUnavailable: The subscription was lost: ${why}.`);
    expect(heard.of('subscription lost')).toEqual([{ what: 'subscription lost', why }]);
  });

  it.each<SubscriptionTrick>(['end with OK', 'fail', 'cancel', 'never confirm', 'confirm, then stay silent', 'say everything twice'])(
    'A14.7 loses and repeats nothing for who goes on from the last event (%s)', async (trick) => {
      server.events.put('enquiry-1', 3);
      server.script.subscriptions.push(trick, trick);
      const following = followOn(10);
      for (let later = 0; later < 7; later += 1) {
        await new Promise((resolve) => void setTimeout(resolve, 50));
        server.events.put(`person-${later}`, 1);
      }
      expect((await following).map((event) => Number(event.position))).toEqual(Array.from({ length: 10 }, (_, index) => 7 * (index + 1)));
    });

  it('is not taken for lost while the log is quiet, or moves only by what followers leave out', async () => {
    server.events.put('enquiry-1', 1);
    const reading = setInterval(() => server.events.put('reads-1', 3), 50);
    const following = gather(log.follow(null, stop.signal), 2, stop);
    await new Promise((resolve) => void setTimeout(resolve, 5 * silence));
    clearInterval(reading);
    expect(server.seen.reads.length).toBeGreaterThan(1);
    server.events.put('enquiry-1', 1);
    expect(await following).toMatchObject({ error: null, events: [{ revision: 0n }, { revision: 1n }] });
    expect(heard.of('subscription lost')).toEqual([]);
  });

  it('is not taken for lost while its consumer is slow', async () => {
    server.events.put('enquiry-1', 4);
    const seen: PlacedEvent[] = [];
    for await (const batch of log.follow(null, stop.signal, 1)) {
      seen.push(...batch);
      if (seen.length === 1) await new Promise((resolve) => void setTimeout(resolve, silence + 2 * deadline));
      if (seen.length === 4) stop.abort();
    }
    expect(seen.map((event) => event.revision)).toEqual([0n, 1n, 2n, 3n]);
  });

  it('A14.6 survives an observer that throws, also while a checkpoint is told', async () => {
    const hurt = new EventLog({
      connectionString: server.url, observe: () => {
        throw new Error('broken');
      },
    });
    server.events.put('enquiry-1', 2);
    expect(await gather(hurt.follow(null, stop.signal), 2, stop)).toMatchObject({ error: null, events: [{}, {}] });
    await hurt.close();
  });

  it('A14.8 keeps appends and reads going while 150 subscriptions wait on the 100 calls of a connection', async () => {
    server.events.put('enquiry-1', 1);
    const many = new EventLog({ connectionString: server.url, deadline: 2_000, observe: heard.observe });
    const followers = Array.from({ length: 150 }, () => gather(many.follow(null, stop.signal), Infinity, new AbortController()));
    const waiting = Promise.all(followers);
    while (server.seen.subscriptions.length < 100) await new Promise((resolve) => void setTimeout(resolve, 10));
    for (let time = 0; time < 20; time += 1) {
      expect(await outcomeOf(many.append(`note-${time}`, 'none', notes(1)), 0)).toBe('done');
      expect(await outcomeOf(many.readOne(`note-${time}`, 0n), 0)).toBe('done');
    }
    // Those that wait are told so, instead of waiting for ever.
    while (heard.of('subscription lost').length < 50) await new Promise((resolve) => void setTimeout(resolve, 10));
    expect(heard.of('subscription lost').every((signal) => signal.why === 'unconfirmed')).toBe(true);
    stop.abort();
    expect((await waiting).filter((each) => each.error !== null)).toHaveLength(50);
    await many.close();
  });

  it('A14.8 uses a connection each for appends, reads and subscriptions', async () => {
    await Promise.all([1, 2, 3].map((stream) => log.append(`enquiry-${stream}`, 'none', notes(1))));
    await Promise.all([1, 2, 3].map((stream) => log.readStream(`enquiry-${stream}`)));
    await gather(log.follow(null, stop.signal), 3, stop);
    const peers = [server.seen.appends, server.seen.reads, server.seen.subscriptions].map((calls) => new Set(calls.map((call) => call.peer)));
    expect(peers.map((each) => each.size)).toEqual([1, 1, 1]);
    expect(new Set(peers.flatMap((each) => [...each])).size).toBe(3);
  });

  it('is refused when the server says no for good', async () => {
    server.script.subscriptions.push('say denied');
    expect((await gather(log.follow(null, stop.signal), 1, stop)).error).toBe('LogRefused: The event log refused a subscription: access-denied.');
  });

  it('ends quietly when it is told to, also before it has begun', async () => {
    const following = gather(log.follow(null, stop.signal), 1, stop);
    stop.abort();
    expect(await following).toEqual({ events: [], error: null });
    expect(await gather(log.follow(null, stop.signal), 1, stop)).toEqual({ events: [], error: null });
  });
});
