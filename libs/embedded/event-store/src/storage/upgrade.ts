import type pg from 'pg';

import { RecordedEvent } from '../log/recorded-event.js';
import { insertRows } from './insert-rows.js';
import { eventTable } from './schema.js';
import { WRITER_LOCK } from './writer-lock.js';

/** How much is held in memory at once, whatever the size of the log. */
const BATCH_EVENTS = 1_000;
const BATCH_BYTES = 8 * 1024 * 1024;
const NEXT = 'log.event_with_wire';

const OLD_LAYOUT = "SELECT 1 FROM information_schema.columns WHERE table_schema = 'log' AND table_name = 'event' AND column_name = 'data'";
const OLD_BATCH = `
  SELECT position, stream, revision, id, type, is_json, created_ms, data, metadata
  FROM (
    SELECT *, sum(octet_length(data) + octet_length(metadata)) OVER (ORDER BY position ROWS UNBOUNDED PRECEDING)
              - octet_length(data) - octet_length(metadata) AS bytes_before
    FROM log.event WHERE position > $1 ORDER BY position LIMIT ${BATCH_EVENTS}
  ) AS batch
  WHERE bytes_before < ${BATCH_BYTES} ORDER BY position`;

/*
 * The epoch rises so that a writer of the former version, should one still sleep somewhere, is told that it
 * was superseded. What the two tables hold is compared while nobody can write to either.
 */
const SWAP = `
  INSERT INTO log.epoch (epoch) SELECT coalesce(max(epoch), 0) + 1 FROM log.epoch;
  DROP TABLE log.event;
  ALTER TABLE ${NEXT} RENAME TO event;
  ALTER INDEX log.event_with_wire_pkey RENAME TO event_pkey;
  ALTER INDEX log.event_with_wire_stream_revision_key RENAME TO event_stream_revision_key;`;

interface OldRow {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly id: string;
  readonly type: string;
  readonly is_json: boolean;
  readonly created_ms: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/**
 * The first version kept data and metadata in columns of their own. Every event is encoded once into a
 * table beside the old one, batch by batch, and only when that holds everything does it take the old one's
 * place, in one transaction. Stopped anywhere, the old table is whole and the next start goes on where this one ended.
 *
 * @param owner a connection of the role that owns the schema, which no other migration shares.
 */
export async function upgradeFromSeparatePayloads(owner: pg.Client): Promise<void> {
  if ((await owner.query(OLD_LAYOUT)).rows.length === 0) return;
  const locked = await owner.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [WRITER_LOCK]);
  if (locked.rows[0]?.locked !== true) {
    throw new Error('A node of the former version still serves the log in this database. Stop it before this version is started.');
  }
  await owner.query(eventTable(NEXT));
  const copied = await owner.query<{ position: string }>(`SELECT coalesce(max(position), 0) AS position FROM ${NEXT}`);
  await copyAfter(owner, Number(copied.rows[0]?.position));
  await swap(owner);
}

async function copyAfter(owner: pg.Client, position: number): Promise<void> {
  for (let after = position; ; ) {
    const { rows } = await owner.query<OldRow>(OLD_BATCH, [after]);
    const events = rows.map(encoded);
    const last = events.at(-1);
    if (last === undefined) return;
    await insertRows(owner, NEXT, events);
    after = last.position;
  }
}

async function swap(owner: pg.Client): Promise<void> {
  await owner.query(`BEGIN; LOCK TABLE log.event, ${NEXT} IN ACCESS EXCLUSIVE MODE`);
  try {
    const held = 'count(*), max(position)';
    const { rows } = await owner.query<{ same: boolean }>(
      `SELECT (SELECT row(${held}) FROM log.event) IS NOT DISTINCT FROM (SELECT row(${held}) FROM ${NEXT}) AS same`,
    );
    if (rows[0]?.same !== true) throw new Error('The log was written to while it was upgraded. Stop what writes to it and start again.');
    await owner.query(SWAP);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

function encoded(row: OldRow): RecordedEvent {
  const { stream, id, type, data, metadata } = row;
  const placing = { position: Number(row.position), stream, revision: Number(row.revision), createdMs: Number(row.created_ms) };
  return RecordedEvent.record({ id, type, isJson: row.is_json, data, metadata }, placing);
}
