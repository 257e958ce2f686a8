import pg from 'pg';

import { RecordedEvent } from '../log/recorded-event.js';
import { migrate } from '../storage/schema.js';

export const FILLED_STREAM_EVENTS = 50;
const TYPE = 'ConcernReceived';
const BATCH = 100_000;
/** Every position from here on up to eight times as many is five bytes on the wire, which the statement below counts on. */
const FIRST_POSITION = 2 ** 28;
const GAP = 400;
const FIRST_MS = 1_700_000_000_000;

const DATA = '{"enquiryId":"b2a1c7de-0000-4000-8000-000000000001","source":"school","sealed":"q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA"}';
const METADATA = '{"actor":"b2a1c7de-0000-4000-8000-000000000002","commandId":"b2a1c7de-0000-4000-8000-000000000003","schema":1}';

/**
 * Fills an empty log with small events in streams of 50, after making its schema; by SQL alone, as no client could in
 * reasonable time. They are read like any others.
 *
 * @param events how many; at most 80 million.
 */
export async function fillLog(database: { readonly ownerUrl: string }, events: number): Promise<void> {
  await migrate(database.ownerUrl);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const statement = insertStatement();
    for (let from = 0; from < events; from += BATCH) await owner.query(statement, [from, Math.min(from + BATCH, events) - 1]);
    // A log that grew by and by is vacuumed by and by; here it would happen in the midst of what is measured.
    await owner.query('VACUUM (ANALYZE) log.event');
  } finally {
    await owner.end();
  }
}

/** One event is encoded as ever; what differs from event to event is cut out of it and put in by PostgreSQL. */
function insertStatement(): string {
  const sample = { id: 'ffffffff-ffff-4fff-bfff-ffffffffffff', stream: 'loaded-999999999', position: 2 ** 34, revision: 1, createdMs: FIRST_MS };
  const event = { id: sample.id, type: TYPE, isJson: true, data: Buffer.from(DATA), metadata: Buffer.from(METADATA) };
  const { wire } = RecordedEvent.record(event, sample);
  const position = Buffer.from([0x80, 0x80, 0x80, 0x80, 0x40]);
  const holes: readonly [Buffer, string][] = [
    [Buffer.from(sample.id), "convert_to(id::text, 'UTF8')"],
    [Buffer.from(sample.stream), "convert_to(stream, 'UTF8')"],
    [Buffer.from([0x18, sample.revision, 0x20]), "'\\x18'::bytea || set_byte('\\x00', 0, revision::int) || '\\x20'"],
    [position, 'at'],
    [position, 'at'],
    [Buffer.from(String(sample.createdMs)), "convert_to(created_ms::text, 'UTF8')"],
    [position, 'at'],
  ];
  const parts: string[] = [];
  let done = 0;
  for (const [hole, filling] of holes) {
    const found = wire.indexOf(hole, done);
    parts.push(`'\\x${wire.toString('hex', done, found)}'::bytea`, filling);
    done = found + hole.length;
  }
  parts.push(`'\\x${wire.toString('hex', done)}'::bytea`);
  return `
    INSERT INTO log.event (position, stream, revision, id, type, wire)
    SELECT position, stream, revision, id, '${TYPE}', ${parts.join(' || ')}
    FROM (
      SELECT position, stream, revision, id, created_ms, substr(int8send(
               ((position & 127 | 128) << 32) | ((position >> 7 & 127 | 128) << 24) | ((position >> 14 & 127 | 128) << 16)
               | ((position >> 21 & 127 | 128) << 8) | (position >> 28)), 4, 5) AS at
      FROM (
        SELECT ${FIRST_POSITION} + n * ${GAP} AS position, 'loaded-' || lpad((n / ${FILLED_STREAM_EVENTS})::text, 9, '0') AS stream,
               n % ${FILLED_STREAM_EVENTS} AS revision, gen_random_uuid() AS id, ${FIRST_MS} + n AS created_ms
        FROM generate_series($1::bigint, $2::bigint) AS n OFFSET 0
      ) AS numbered OFFSET 0
    ) AS made`;
}
