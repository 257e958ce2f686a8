import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventLog } from '../event-log.js';
import type { AppendTrick, ReadTrick } from '../testing/misbehaving-server.js';
import { MisbehavingServer } from '../testing/misbehaving-server.js';
import { Relay } from '../testing/relay.js';
import { Heard, notes, outcomeOf } from '../testing/settled.js';

const deadline = 800;
const budget = 3_000;

describe('an append', () => {
  let server: MisbehavingServer;
  let heard: Heard;
  let log: EventLog;

  beforeEach(async () => {
    server = await MisbehavingServer.start();
    heard = new Heard();
    log = new EventLog({ connectionString: server.url, deadline, budget, observe: heard.observe, random: () => 0 });
  });
  afterEach(async () => {
    // A14.1, 2, 3 and 5 live in the batch call, which this server announces and nobody may open.
    expect(server.seen.batchAppends).toBe(0);
    await log.close();
    server.stop();
  });

  it('A14.1, 2, 3, 5 never opens the batch call, although the server announces it: a thousand at once on a cold connection', async () => {
    const cold = new EventLog({ connectionString: server.url });
    await Promise.all(Array.from({ length: 1_000 }, (_, stream) => cold.append(`note-${stream}`, 'none', notes(1))));
    expect(server.events.all).toHaveLength(1_000);
    expect(server.seen).toMatchObject({ batchAppends: 0, features: 0 });
    await cold.close();
  });

  it('A14.2 settles as unavailable within its budget when the server never answers', async () => {
    server.script.appends.push(...Array<AppendTrick>(1_000).fill('stay silent'));
    expect(await outcomeOf(log.append('note-1', 'none', notes(1)), budget)).toBe('LogUnavailable');
    expect(heard.of('append')).toMatchObject([{ result: 'unavailable' }]);
  });

  it('A14.2 settles when the answer says nothing', async () => {
    server.script.appends.push(...Array<AppendTrick>(1_000).fill('answer nothing that makes sense'));
    expect(await outcomeOf(log.append('note-1', 'none', notes(1)), budget)).toBe('LogUnavailable');
  });

  it.each<AppendTrick>(['commit, then stay silent', 'commit, then fail', 'commit, then cancel'])(
    'A14.2 sends the same bytes again when the outcome is unknown (%s), and they are there once', async (trick) => {
      server.script.appends.push(trick, trick, trick);
      const events = notes(3);
      const appended = log.append('note-1', 'none', events);
      // Whatever the caller does with its objects meanwhile.
      events.forEach((event) => Object.assign(event.data, { index: 'changed' }));
      expect(await appended).toEqual({ revision: 2n, position: 21n });
      const [first, ...others] = server.seen.appends.map((call) => call.bytes.toString('hex'));
      expect(others).toEqual([first, first, first]);
      expect(server.events.all.map((event) => event.id)).toEqual(events.map((event) => event.id));
      expect(heard.of('append')).toMatchObject([{ result: 'done', tries: 4 }]);
      expect(heard.of('outcome unknown')).toHaveLength(3);
    });

  it('A14.2 takes a conflict after an unknown outcome for its own success when its own events stand there', async () => {
    server.script.appends.push('commit, then fail', 'say conflict');
    server.events.put('note-1', 2);
    expect(await log.append('note-1', 1n, notes(2))).toMatchObject({ revision: 3n });
    expect(heard.of('append')).toMatchObject([{ result: 'done' }]);
  });

  it('A14.2 takes a conflict after an unknown outcome for a conflict when somebody else\'s events stand there', async () => {
    server.script.appends.push('fail', 'say conflict');
    server.events.put('note-1', 3);
    expect(await outcomeOf(log.append('note-1', 1n, notes(1)), budget)).toBe('WrongRevision');
  });

  it('A14.2 takes a conflict for a conflict when only some of its events stand there', async () => {
    const [first, second] = notes(2);
    await log.append('note-1', 'none', [first, ...notes(1)].flatMap((event) => event ?? []));
    server.script.appends.push('fail');
    expect(await outcomeOf(log.append('note-1', 'none', [first, second].flatMap((event) => event ?? [])), budget)).toBe('WrongRevision');
  });

  it.each([1, 2])('A14.2b is made whole when the server kept only its beginning, %s times over', async (times) => {
    server.events.put('note-1', 2);
    server.script.appends.push(...Array<AppendTrick>(times).fill('commit the first, then fail').flatMap((trick, index) => (index === 0 ? [trick] : [null, trick])).map((each) => each ?? 'say conflict'));
    const events = notes(4);
    expect(await log.append('note-1', 1n, events)).toMatchObject({ revision: 5n });
    expect(server.events.all.slice(2).map((event) => event.id)).toEqual(events.map((event) => event.id));
    expect(heard.of('append')).toMatchObject([{ result: 'done' }]);
  });

  it('A14.2b is made whole on a new stream too, with the bytes of the first try', async () => {
    server.script.appends.push('commit the first, then fail');
    const events = notes(3);
    expect(await log.append('note-1', 'none', events)).toMatchObject({ revision: 2n });
    expect(server.events.all.map((event) => Buffer.from(event.data).toString())).toEqual(events.map((event) => JSON.stringify(event.data)));
  });

  it('A14.2b is in conflict when somebody else has appended after its beginning: that cannot be made whole', async () => {
    server.script.appends.push('commit the first and another, then fail');
    expect(await outcomeOf(log.append('note-1', 'none', notes(3)), budget)).toBe('WrongRevision');
    expect(server.events.all).toHaveLength(2);
  });

  it.each<ReadTrick>(['fail', 'stay silent'])('A14.2 is unavailable within its budget, not in conflict, when nobody can say whose events stand there (%s)', async (trick) => {
    server.script.appends.push('fail', 'say conflict');
    server.script.reads.push(...Array<ReadTrick>(1_000).fill(trick));
    server.events.put('note-1', 3);
    expect(await outcomeOf(log.append('note-1', 1n, notes(1)), budget)).toBe('LogUnavailable');
  });

  it('A14.2 settles within one budget, the look for its own events included', async () => {
    server.script.appends.push('stay silent', 'stay silent', 'stay silent', 'say conflict');
    server.script.reads.push(...Array<ReadTrick>(1_000).fill('stay silent'));
    server.events.put('note-1', 3);
    expect(await outcomeOf(log.append('note-1', 1n, notes(1)), budget)).toBe('LogUnavailable');
    expect(heard.of('append')[0]?.milliseconds).toBeLessThan(budget + 1_500);
  });

  it('A14.4 throws on a conflict at once, and appends nothing', async () => {
    server.events.put('note-1', 42);
    expect(await outcomeOf(log.append('note-1', 7n, notes(1)), 0)).toBe('WrongRevision');
    expect(server.seen.appends).toHaveLength(1);
    expect(server.events.all).toHaveLength(42);
  });

  it.each<AppendTrick>(['say too large', 'say denied'])('is refused at once when the server says no for good (%s)', async (trick) => {
    server.script.appends.push(trick);
    expect(await outcomeOf(log.append('note-1', 'none', notes(1)), 0)).toBe('LogRefused');
    expect(server.seen.appends).toHaveLength(1);
  });

  it('stays unavailable, never refused, when an earlier try may have done it', async () => {
    server.script.appends.push('commit, then fail', 'say denied');
    expect(await outcomeOf(log.append('note-1', 'none', notes(1)), budget)).toBe('LogUnavailable');
  });

  it('stays unavailable, never refused, when it may not look whether an earlier try has done it', async () => {
    server.script.appends.push('commit, then fail', 'say conflict');
    server.script.reads.push('say denied');
    expect(await outcomeOf(log.append('note-1', 'none', notes(1)), budget)).toBe('LogUnavailable');
    expect(server.events.all).toHaveLength(1);
  });

  it('fails at once on a value that is no JSON, instead of ending the process', async () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(await outcomeOf(log.append('note-1', 'none', notes(1).map((event) => ({ ...event, data: circle }))), 0)).toBe('TypeError');
    expect(server.seen.appends).toHaveLength(0);
  });

  it('A14.10 goes on by itself after the server was away for a while', async () => {
    server.script.appends.push('fail', 'fail', 'fail');
    expect(await log.append('note-1', 'none', notes(1))).toMatchObject({ revision: 0n });
    expect(heard.of('append')).toMatchObject([{ result: 'done', tries: 4 }]);
  });

  it('goes to the leader that another node names', async () => {
    const leader = await MisbehavingServer.start();
    server.leaderPort = leader.listensAt;
    server.script.appends.push('not leader');
    await log.append('note-1', 'none', notes(1));
    expect(leader.events.all).toHaveLength(1);
    expect(heard.of('outcome unknown')).toEqual([]);
    expect(server.seen.appends[0]?.metadata).toMatchObject({ 'requires-leader': 'true' });
    leader.stop();
  });

  describe('over a connection that dies', () => {
    let relay: Relay;
    let far: EventLog;

    beforeEach(async () => {
      relay = await Relay.start(server.listensAt);
      far = new EventLog({ connectionString: relay.url, deadline, budget, observe: heard.observe });
      await far.append('note-1', 'none', notes(1));
    });
    afterEach(async () => {
      await far.close();
      relay.stop();
    });

    it('settles when nothing gets through any more', async () => {
      relay.freeze();
      expect(await outcomeOf(far.append('note-1', 0n, notes(1)), budget)).toBe('LogUnavailable');
      relay.thaw();
      expect(await outcomeOf(far.append('note-1', 0n, notes(1)), budget)).toBe('done');
    });

    it('takes a fresh connection when the one it has swallows everything', async () => {
      relay.swallow();
      expect(await outcomeOf(far.append('note-1', 0n, notes(1)), budget)).toBe('done');
      expect(heard.of('connection renewed')).toContainEqual({ what: 'connection renewed', connection: 'appends' });
    });

    it('goes on after a reset', async () => {
      relay.cut();
      expect(await outcomeOf(far.append('note-1', 0n, notes(1)), budget)).toBe('done');
      expect(server.events.all).toHaveLength(2);
    });

    it('settles when nobody says which node leads', async () => {
      server.silentGossip = true;
      const lost = new EventLog({ connectionString: server.discoveringUrl, deadline, budget });
      expect(await outcomeOf(lost.append('note-1', 0n, notes(1)), budget)).toBe('LogUnavailable');
      server.silentGossip = false;
      await lost.close();
    });
  });

  it('settles when nobody listens', async () => {
    const nowhere = new EventLog({ connectionString: 'esdb://127.0.0.1:1?tls=false', deadline, budget });
    expect(await outcomeOf(nowhere.append('note-1', 'none', notes(1)), budget)).toBe('LogUnavailable');
    await nowhere.close();
  });
});
