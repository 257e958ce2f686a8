import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { CancelledError, EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import type { ThrowawayLog } from './testing/throwaway-log.js';
import { asAdmin, connect, createThrowawayLog } from './testing/throwaway-log.js';

/** Built by `npm run build`: a process can be frozen, a part of the test's own process cannot. */
const SERVE_LOG = join(import.meta.dirname, '../dist/testing/serve-log.js');
const CLASSIC = { credentials: { username: 'hub', password: 'unused' } };

describe('a writer that is frozen', () => {
  let log: ThrowawayLog;
  const children: ChildProcess[] = [];
  const clients: EventStoreDBClient[] = [];

  beforeEach(async () => {
    log = await createThrowawayLog();
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    for (const child of children.splice(0)) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
    await log.drop();
  });

  async function startProcess(): Promise<{ child: ChildProcess; client: EventStoreDBClient }> {
    const child = spawn(process.execPath, [SERVE_LOG], {
      env: { ...process.env, MASH_LOG: log.url, MASH_LOG_OWNER: log.ownerUrl }, stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    if (child.stdout === null) throw new Error('The node has no output.');
    const [line] = (await Promise.race([
      once(createInterface(child.stdout), 'line'),
      once(child, 'exit').then(() => Promise.reject(new Error('The node ended before it listened. Is it built?'))),
    ])) as [string];
    const client = EventStoreDBClient.connectionString(line);
    clients.push(client);
    return { child, client };
  }

  const event = (id: string = randomUUID()) => jsonEvent({ id, type: 'ConcernReceived', data: {} });
  const stored = (): Promise<{ stream: string; revision: number; id: string }[]> =>
    asAdmin(async (admin) => (await admin.query<{ stream: string; revision: number; id: string }>("SELECT stream, revision::int, id FROM log.event WHERE stream LIKE 'enquiry-%' ORDER BY position")).rows, log.ownerUrl);

  /** One worker a stream, each event offered until it is acknowledged, by whichever node serves: same id, same revision. */
  function load(serving: () => EventStoreDBClient) {
    const acknowledged = new Map<string, string[]>();
    let stopping = false;
    const worker = async (stream: string): Promise<void> => {
      const mine: string[] = [];
      acknowledged.set(stream, mine);
      while (!stopping) {
        const next = event();
        const expectedRevision = mine.length === 0 ? 'no_stream' : BigInt(mine.length - 1);
        for (let done = false; !done; ) {
          done = await serving().appendToStream(stream, next, { ...CLASSIC, expectedRevision, deadline: 1_500 }).then(() => true, () => false);
          if (!done) await new Promise((resolve) => setTimeout(resolve, 50));
        }
        mine.push(next.id);
      }
    };
    const workers = Array.from({ length: 6 }, (_, n) => worker(`enquiry-${n}`));
    const stop = async (): Promise<Map<string, string[]>> => {
      stopping = true;
      await Promise.all(workers);
      return acknowledged;
    };
    const some = async (count: number): Promise<void> => {
      const total = (): number => [...acknowledged.values()].reduce((sum, ids) => sum + ids.length, 0);
      const enough = total() + count;
      while (total() < enough) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    return { stop, some };
  }

  it('is superseded under load; awake again it can commit nothing, says "unavailable", and drops its subscribers: nothing is lost or doubled', async () => {
    const old = await startProcess();
    let serving = old.client;
    const writing = load(() => serving);
    await writing.some(100);
    const subscription = old.client.subscribeToAll();
    subscription.on('data', () => undefined);
    const dropped = new Promise((resolve) => subscription.on('error', resolve));
    await new Promise((resolve) => subscription.on('caughtUp', () => resolve(undefined)));

    old.child.kill('SIGSTOP');
    // It waits for as long as silence takes, then ends the frozen writer's session.
    const store = await log.start();
    const successor = connect(store);
    try {
      serving = successor;
      await writing.some(100);

      old.child.kill('SIGCONT');
      const late = event();
      await expect(old.client.appendToStream('enquiry-late', late, CLASSIC)).rejects.toMatchObject({ type: 'unavailable' });
      expect(await dropped).toBeInstanceOf(CancelledError);
      await writing.some(100);
      // Not even what it could say from memory: its memory is out of date.
      await expect(old.client.appendToStream('enquiry-0', event(), { ...CLASSIC, expectedRevision: 10_000n })).rejects.toMatchObject({ type: 'unavailable' });

      const acknowledged = await writing.stop();
      const rows = await stored();
      for (const [stream, ids] of acknowledged) {
        const held = rows.filter((row) => row.stream === stream);
        expect(held.map(({ id }) => id)).toEqual(ids);
        expect(held.map(({ revision }) => revision)).toEqual(ids.map((_, revision) => revision));
      }
      expect(rows.some(({ id }) => id === late.id)).toBe(false);
      expect(rows).toHaveLength([...acknowledged.values()].flat().length);
    } finally {
      await writing.stop();
      await successor.dispose();
      await store.stop();
    }
  }, 60_000);

  it('goes on where it was when nobody took over', async () => {
    const { child, client } = await startProcess();
    const writing = load(() => client);
    await writing.some(50);
    child.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    child.kill('SIGCONT');
    await writing.some(50);
    const acknowledged = await writing.stop();
    const rows = await stored();
    expect(rows.map(({ id }) => id).sort()).toEqual([...acknowledged.values()].flat().sort());
  }, 60_000);
});
