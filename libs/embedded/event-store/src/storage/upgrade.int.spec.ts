import { randomUUID } from 'node:crypto';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { RecordedEvent, TOMBSTONE_REVISION } from '../log/recorded-event.js';
import type { ThrowawayLog } from '../testing/throwaway-log.js';
import { asAdmin, connect, createThrowawayLog } from '../testing/throwaway-log.js';

const FORMER_SCHEMA = `
  CREATE SCHEMA log;
  CREATE TABLE log.epoch (epoch bigint PRIMARY KEY, claimed_at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE log.event (
    position bigint PRIMARY KEY, stream text COLLATE "C" NOT NULL, revision bigint NOT NULL, id uuid NOT NULL, type text COLLATE "C" NOT NULL,
    is_json boolean NOT NULL, created_ms bigint NOT NULL, data bytea NOT NULL, metadata bytea NOT NULL, UNIQUE (stream, revision)
  );
  GRANT USAGE ON SCHEMA log TO mash_log;
  GRANT SELECT, INSERT ON log.epoch, log.event TO mash_log;
  INSERT INTO log.epoch (epoch) VALUES (41);`;

/** Ten streams of small events with every byte there is in them, positions with gaps. */
const small = (count: number): string => `
  INSERT INTO log.event
  SELECT 1000 + n * 211, 'enquiry-' || n % 10, n / 10, gen_random_uuid(), 'ConcernReceived', n % 3 = 0, 1700000000000 + n,
         CASE WHEN n % 3 = 0 THEN convert_to('{"n":' || n || '}', 'UTF8') ELSE set_byte('\\x00ff5c27'::bytea, 1, n % 256) END, '\\x7b7d'
  FROM generate_series(0, ${count - 1}) AS n;`;

const SPECIAL = `
  INSERT INTO log.event VALUES
    (9000000001, 'large-1', 0, gen_random_uuid(), 'Large', false, 1, decode(repeat('00ff5c', 300000), 'hex'), ''),
    (9000000003, 'large-1', 1, gen_random_uuid(), 'Large', false, 2, decode(repeat('5c2700', 300000), 'hex'), decode(repeat('01', 70000), 'hex')),
    (9000000005, '$$enquiry-1', 0, gen_random_uuid(), '$metadata', true, 3, convert_to('{"$maxCount":2}', 'UTF8'), ''),
    (9000000007, 'closed', 0, gen_random_uuid(), 'Ä', true, 4, '', ''),
    (9000000009, 'closed', ${TOMBSTONE_REVISION}, gen_random_uuid(), '$streamDeleted', true, 5, '', '');`;

interface Held {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly createdMs: number;
  readonly data: string;
  readonly metadata: string;
}

describe('a log of the former layout', () => {
  let log: ThrowawayLog;

  beforeEach(async () => {
    log = await createThrowawayLog();
  });
  afterEach(() => log.drop());

  const owner = <T extends object>(statement: string): Promise<T[]> =>
    asAdmin(async (client) => (await client.query<T>(statement)).rows, log.ownerUrl);
  const heldBefore = async (): Promise<Held[]> => {
    const rows = await owner<{ position: string; stream: string; revision: string; id: string; type: string; is_json: boolean; created_ms: string; data: Buffer; metadata: Buffer }>(
      'SELECT * FROM log.event ORDER BY position');
    return rows.map(({ is_json: isJson, created_ms: createdMs, ...row }) => ({
      position: Number(row.position), stream: row.stream, revision: Number(row.revision), id: row.id, type: row.type, isJson,
      createdMs: Number(createdMs), data: row.data.toString('base64'), metadata: row.metadata.toString('base64'),
    }));
  };
  const heldNow = async (): Promise<Held[]> => {
    const rows = await owner<{ position: string; stream: string; revision: string; id: string; type: string; wire: Buffer }>('SELECT * FROM log.event ORDER BY position');
    return rows.map((row) => {
      const { position, stream, revision, id, type, isJson, createdMs, data, metadata } = new RecordedEvent(row.wire);
      if (`${position} ${stream} ${revision} ${id} ${type}` !== `${row.position} ${row.stream} ${row.revision} ${row.id} ${row.type}`) throw new Error(`The columns and the bytes at ${position} differ.`);
      return { position, stream, revision, id, type, isJson, createdMs, data: data.toString('base64'), metadata: metadata.toString('base64') };
    });
  };

  it('is upgraded at the start: every event at its position and revision, byte for byte', async () => {
    await owner(FORMER_SCHEMA + small(2_345) + SPECIAL);
    const before = await heldBefore();
    const store = await log.start();
    const client = connect(store);
    try {
      expect(await heldNow()).toEqual(before);
      const answered: string[] = [];
      for await (const { event } of client.readAll()) answered.push(event?.id ?? '');
      expect(answered).toEqual(before.map(({ id }) => id));
      const shown: bigint[] = [];
      for await (const { event } of client.readStream('enquiry-1')) shown.push(event?.revision ?? -1n);
      expect(shown).toEqual([233n, 234n]);
      const next = await client.appendToStream('enquiry-2', { id: randomUUID(), type: 'T', contentType: 'application/json', data: {}, metadata: undefined }, { expectedRevision: 234n });
      expect(next.position?.commit).toBeGreaterThan(9_000_000_009n);
    } finally {
      await client.dispose();
      await store.stop();
    }
  });

  it('is whole when the upgrade is killed in its midst, and the next start finishes it', async () => {
    await owner(FORMER_SCHEMA + small(8_000));
    const before = await heldBefore();
    const killed = log.start().then((store) => store.stop(), (error: unknown) => error);
    await asAdmin(async (admin) => {
      for (let begun = false; !begun; ) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        const found = await admin.query("SELECT 1 FROM pg_class WHERE relname = 'event_with_wire'");
        begun = found.rows.length > 0 && (await admin.query('SELECT 1 FROM log.event_with_wire LIMIT 1')).rows.length > 0;
      }
      await admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mash-event-store-owner' AND datname = current_database()");
    }, log.ownerUrl);
    expect(await killed).toBeInstanceOf(Error);
    expect(JSON.stringify(await heldBefore()) === JSON.stringify(before)).toBe(true);
    const store = await log.start();
    await store.stop();
    // As text: a comparison that can explain itself takes long for so many.
    expect(JSON.stringify(await heldNow()) === JSON.stringify(before)).toBe(true);
    expect(await owner("SELECT 1 FROM pg_class WHERE relname LIKE 'event_with_wire%'")).toEqual([]);
  });

  it('is not touched while a node of the former version still serves it', async () => {
    await owner(FORMER_SCHEMA + small(10));
    const before = await heldBefore();
    await asAdmin(async (former) => {
      await former.query('SELECT pg_advisory_lock(7301105)');
      await expect(log.start()).rejects.toThrow('former version still serves');
    }, log.url);
    expect(await heldBefore()).toEqual(before);
  });

  it('gives its run-time role no more after the upgrade than before', async () => {
    await owner(FORMER_SCHEMA + small(10));
    await (await log.start()).stop();
    await expect(asAdmin((client) => client.query('UPDATE log.event SET wire = wire'), log.url)).rejects.toThrow('permission denied');
    await expect(asAdmin((client) => client.query('DELETE FROM log.event'), log.url)).rejects.toThrow('permission denied');
  });
});
