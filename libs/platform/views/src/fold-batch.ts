import type { CrashPoint } from '@mash/catch-up';
import type { AnyView, Recorded } from '@mash/kernel';
import { ViewMap } from '@mash/kernel';
import type { PoolClient } from '@mash/postgres';
import type { ProjectorPoint } from './crash-points.js';
import { rowColumns, toRow, toStored, upsertSql } from './rows.js';
import type { StoredRow } from './rows.js';

/** A row that changed: enough to wake its readers, nothing of its content. */
export interface Touched {
  readonly view: string;
  readonly key: string;
  readonly agency: string | null;
}

/**
 * Folds a batch of events that a view handles into its rows: fetches every row that the batch can touch, applies the
 * events in order, writes what changed. One round trip each way, however many events.
 */
export async function foldBatch(
  client: PoolClient, schema: string, view: AnyView, events: readonly Recorded[], point: CrashPoint<ProjectorPoint>,
): Promise<Touched[]> {
  if (events.length === 0) return [];
  const map = new ViewMap(view);
  const table = `${schema}.${view.name}`;
  const keys = events.flatMap((recorded) => view.keys(recorded));
  const { rows } = await client.query<StoredRow>(
    `SELECT ${rowColumns} FROM ${table} WHERE key = ANY($1) OR lookups && $2`,
    [distinct(keys.flatMap((each) => ('key' in each ? [each.key] : []))), distinct(keys.flatMap((each) => ('lookup' in each ? [each.lookup] : [])))]);
  await point('view-rows-read');
  for (const row of rows) map.load(row.key, toRow(row));
  for (const recorded of events) map.apply(recorded);
  const changes = map.changes();
  const removed = changes.flatMap(([key, row]) => (row === null ? [key] : []));
  const kept = changes.flatMap(([key, row]) => (row === null ? [] : [toStored(key, row)]));
  if (removed.length > 0) await client.query(`DELETE FROM ${table} WHERE key = ANY($1)`, [removed]);
  await point('view-rows-removed');
  if (kept.length > 0) await client.query(upsertSql(table), [JSON.stringify(kept)]);
  await point('view-rows-written');
  return changes.map(([key, row]) => ({ view: view.name, key, agency: row?.agency ?? null }));
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)];
