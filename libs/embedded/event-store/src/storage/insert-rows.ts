import type pg from 'pg';

import type { RecordedEvent } from '../log/recorded-event.js';
import { bigintArray, byteaArray, textArray, uuidArray } from './binary-arrays.js';

const COLUMNS = 'position, stream, revision, id, type, wire';
const ROWS = 'unnest($1::bigint[], $2::text[], $3::bigint[], $4::uuid[], $5::text[], $6::bytea[])';

/** A statement that writes all rows or none; `condition` is one more reason to write none. Its own parameters begin at $7. */
export const insertInto = (table: string, condition = 'true'): string =>
  `INSERT INTO ${table} (${COLUMNS}) SELECT * FROM ${ROWS} WHERE ${condition}`;

export function rowParameters(events: readonly RecordedEvent[]): Buffer[] {
  return [
    bigintArray(events.map((event) => event.position)),
    textArray(events.map((event) => event.stream)),
    bigintArray(events.map((event) => event.revision)),
    uuidArray(events.map((event) => event.id)),
    textArray(events.map((event) => event.type)),
    byteaArray(events.map((event) => event.wire)),
  ];
}

/** Writes events into a table of the log's layout, in one statement. */
export async function insertRows(client: pg.Client, table: string, events: readonly RecordedEvent[]): Promise<void> {
  await client.query(insertInto(table), rowParameters(events));
}
