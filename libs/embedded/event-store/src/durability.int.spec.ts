import { randomUUID } from 'node:crypto';

import type { EventStoreDBClient } from '@eventstore/db-client';
import { CancelledError, jsonEvent } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { RecordedEvent } from './log/recorded-event.js';
import type { RunningEventStore } from './options.js';
import { WriterSession } from './storage/writer-session.js';
import type { ThrowawayLog } from './testing/throwaway-log.js';
import { asAdmin, connect, createThrowawayLog } from './testing/throwaway-log.js';

const CLASSIC = { credentials: { username: 'hub', password: 'unused' } };

describe('the log', () => {
  let log: ThrowawayLog;
  const running: RunningEventStore[] = [];
  const clients: EventStoreDBClient[] = [];

  beforeEach(async () => {
    log = await createThrowawayLog();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    await Promise.all(running.splice(0).map((store) => store.stop()));
    await log.drop();
  });

  const start = async (): Promise<{ store: RunningEventStore; client: EventStoreDBClient }> => {
    const store = await log.start();
    running.push(store);
    const client = connect(store);
    clients.push(client);
    return { store, client };
  };
  const event = (id: string = randomUUID()) => jsonEvent({ id, type: 'ConcernReceived', data: {} });
  const idsOf = async (client: EventStoreDBClient, name: string): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { event: found } of client.readStream(name)) ids.push(found?.id ?? '');
    return ids;
  };
  const HOLDERS = `FROM pg_stat_activity a JOIN pg_locks l USING (pid)
    WHERE l.locktype = 'advisory' AND l.objid = 7301105 AND l.granted AND a.datname = $1`;
  const database = (): string => new URL(log.ownerUrl).pathname.slice(1);
  const terminateWriter = (): Promise<unknown> => asAdmin((admin) => admin.query(`SELECT pg_terminate_backend(a.pid) ${HOLDERS}`, [database()]));
  const writersConnected = (): Promise<number> =>
    asAdmin(async (admin) => {
      const found = await admin.query("SELECT 1 FROM pg_stat_activity WHERE application_name = 'mash-event-store-writer' AND datname = $1", [database()]);
      return found.rows.length;
    });
  const eventually = async (attempt: () => Promise<unknown>): Promise<void> => {
    const giveUp = Date.now() + 8_000;
    for (;;) {
      try {
        await attempt();
        return;
      } catch (error) {
        if (Date.now() > giveUp) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };

  it('survives a restart: events, revisions, and the retry of an exact append', async () => {
    const first = await start();
    const name = `enquiry-${randomUUID()}`;
    const events = [event(), event()];
    const before = await first.client.appendToStream(name, events, { expectedRevision: 'no_stream' });
    await first.store.stop();
    const second = await start();
    expect(await second.client.appendToStream(name, events, { expectedRevision: 'no_stream' })).toEqual(before);
    const next = await second.client.appendToStream(name, event(), { expectedRevision: 1n });
    expect(next.position?.commit).toBeGreaterThan(before.position?.commit ?? 0n);
    expect(await idsOf(second.client, name)).toHaveLength(3);
  });

  it('forgets ids appended at "any" when it restarts, as a production server does', async () => {
    const first = await start();
    const name = `enquiry-${randomUUID()}`;
    const same = event();
    await first.client.appendToStream(name, same);
    await first.store.stop();
    const second = await start();
    await second.client.appendToStream(name, same);
    expect(await idsOf(second.client, name)).toEqual([same.id, same.id]);
  });

  it('keeps everything it acknowledged, once and without gaps, when its writing session is killed again and again', async () => {
    const { client } = await start();
    const acknowledged: string[] = [];
    let stopping = false;
    const worker = async (stream: string): Promise<void> => {
      let revision: bigint | undefined;
      while (!stopping) {
        const mine = event();
        // The outcome of a failed append is unknown: the same bytes at the same revision settle it.
        await eventually(async () => {
          const done = await client.appendToStream(stream, mine, { ...CLASSIC, expectedRevision: revision ?? 'no_stream' });
          revision = done.nextExpectedRevision;
        });
        acknowledged.push(mine.id);
      }
    };
    const streams = Array.from({ length: 8 }, () => `enquiry-${randomUUID()}`);
    const workers = streams.map(worker);
    for (let kills = 0; kills < 5; kills += 1) {
      await new Promise((resolve) => setTimeout(resolve, 150 + 40 * kills));
      await terminateWriter();
      await eventually(() => client.appendToStream('probe', event(), CLASSIC));
    }
    stopping = true;
    await Promise.all(workers);
    const stored = (await Promise.all(streams.map((stream) => idsOf(client, stream)))).flat();
    expect([...stored].sort()).toEqual([...acknowledged].sort());
    const gaps = await asAdmin(
      (admin) => admin.query('SELECT stream FROM log.event GROUP BY stream HAVING max(revision) <> count(*) - 1'),
      log.ownerUrl,
    );
    expect(gaps.rows).toEqual([]);
  });

  it('gives subscribers what was committed while the answer was lost', async () => {
    const { client } = await start();
    const name = `enquiry-${randomUUID()}`;
    const seen: string[] = [];
    const subscription = client.subscribeToStream(name);
    subscription.on('data', ({ event: found }) => void seen.push(found?.id ?? ''));
    const first = event();
    await client.appendToStream(name, first, CLASSIC);
    await terminateWriter();
    const second = event();
    await eventually(() => client.appendToStream(name, second, { ...CLASSIC, expectedRevision: 0n }));
    await eventually(async () => expect(seen).toEqual([first.id, second.id]));
    await subscription.unsubscribe();
  });

  it('leaves each append whole or absent when it is stopped in the midst of many', async () => {
    const { store, client } = await start();
    const names = Array.from({ length: 40 }, () => `enquiry-${randomUUID()}`);
    const results = names.map((name) =>
      client.appendToStream(name, Array.from({ length: 40 }, () => event()), CLASSIC).then(() => name, () => undefined),
    );
    await Promise.race(results);
    await store.stop();
    const acknowledged = (await Promise.all(results)).filter((name) => name !== undefined);
    const counts = await asAdmin(
      (admin) => admin.query<{ stream: string; count: string }>("SELECT stream, count(*) FROM log.event WHERE stream LIKE 'enquiry-%' GROUP BY stream"),
      log.ownerUrl,
    );
    expect(new Set(counts.rows.map((row) => row.count))).toEqual(new Set(['40']));
    expect(counts.rows.map((row) => row.stream)).toEqual(expect.arrayContaining(acknowledged));
    expect(acknowledged.length).toBeGreaterThan(0);
  });

  it('cancels open subscriptions when it stops, and never ends them as if they were complete', async () => {
    const { store, client } = await start();
    const subscription = client.subscribeToAll();
    const ended = new Promise((resolve) => {
      subscription.on('error', resolve);
      subscription.on('end', () => resolve('ended with OK'));
    });
    await new Promise((resolve) => subscription.on('caughtUp', () => resolve(undefined)));
    await store.stop();
    expect(await ended).toBeInstanceOf(CancelledError);
  });

  it('is served by one node at a time', async () => {
    await start();
    await expect(log.start()).rejects.toThrow('Another event store node already serves the log');
  });

  it('takes no commit from a writer that was superseded, even one that never noticed', async () => {
    const { store } = await start();
    await store.stop();
    const old = await WriterSession.open(log.url, 1000);
    // As if its lock had been lost without its knowing: a newer epoch stands in the table.
    await asAdmin((admin) => admin.query('INSERT INTO log.epoch (epoch) SELECT max(epoch) + 1 FROM log.epoch'), log.ownerUrl);
    const row = RecordedEvent.record(
      { id: randomUUID(), type: 't', isJson: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0) },
      { position: old.lastPosition + 1, stream: 's', revision: 0, createdMs: 0 },
    );
    await expect(old.commit([row])).rejects.toThrow('taken over');
    await old.close();
    const stored = await asAdmin((admin) => admin.query("SELECT 1 FROM log.event WHERE stream = 's'"), log.ownerUrl);
    expect(stored.rows).toEqual([]);
  });

  it('claims the log anew when only its epoch was overtaken, and does not take the refused append for written', async () => {
    const { client } = await start();
    await client.appendToStream('enquiry-a', event());
    await asAdmin((admin) => admin.query('INSERT INTO log.epoch (epoch) SELECT max(epoch) + 1 FROM log.epoch'), log.ownerUrl);
    const refused = event();
    await expect(client.appendToStream('enquiry-a', refused, CLASSIC)).rejects.toMatchObject({ type: 'unavailable' });
    // At "any" a remembered id would be answered from memory: it must not be remembered.
    await eventually(() => client.appendToStream('enquiry-a', refused, CLASSIC));
    const ids = await idsOf(client, 'enquiry-a');
    expect(ids.filter((id) => id === refused.id)).toHaveLength(1);
    expect(ids).toHaveLength(2);
  });

  it('stops writing and cancels its subscribers when a second node takes over', async () => {
    const first = await start();
    await first.client.appendToStream('handover', event(), CLASSIC);
    const subscription = first.client.subscribeToAll();
    const lost = new Promise((resolve) => subscription.on('error', resolve));
    await new Promise((resolve) => subscription.on('caughtUp', () => resolve(undefined)));
    const waiting = start();
    await eventually(async () => expect(await writersConnected()).toBe(2));
    await terminateWriter();
    const second = await waiting;
    await second.client.appendToStream('handover', event(), { ...CLASSIC, expectedRevision: 0n });
    await expect(first.client.appendToStream('handover', event(), CLASSIC)).rejects.toMatchObject({ type: 'unavailable' });
    expect(await lost).toBeInstanceOf(CancelledError);
    expect(await idsOf(second.client, 'handover')).toHaveLength(2);
  });

  it.each(['UPDATE log.event SET wire = wire', 'DELETE FROM log.event', 'TRUNCATE log.event', 'UPDATE log.epoch SET epoch = 0', 'DROP TABLE log.event'])(
    'cannot be changed by its own run-time role: %s',
    async (statement) => {
      await start();
      await expect(asAdmin((client) => client.query(statement), log.url)).rejects.toThrow(/permission denied|must be owner/);
    },
  );
});
