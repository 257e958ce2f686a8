import type { Row } from '@mash/kernel';
import type { Pool, Reader } from '@mash/postgres';
import { queryAs } from '@mash/postgres';
import { readViewsCheckpoint } from './checkpoint.js';
import { rowColumns, toRow } from './rows.js';
import type { StoredRow } from './rows.js';
import { liveSchema } from './schema.js';

/** Which rows of a view: every part narrows. */
export interface RowFilter {
  readonly keys?: readonly string[];
  readonly lookup?: string;
  readonly enquiryId?: string;
  readonly statuses?: readonly string[];
  /** Every one of these terms must be among the row's. */
  readonly terms?: readonly string[];
}

export interface Page<Body> {
  readonly rows: readonly { readonly key: string; readonly row: Row<Body> }[];
  readonly next: string | null;
  /** How many rows this reader can see under this filter; rows of others do not count. */
  readonly total: number;
  /** The id of the last event that the views had taken in when this was read. */
  readonly viewsAt: string | null;
}

/** Rows a page holds at most. */
export const mostRows = 100;

/** The views as one reader sees them: the database has taken out whole rows before sorting, paging and counting. */
export class ViewReader {
  constructor(private readonly pool: Pool) {}

  /** One row, or null: someone else's record answers exactly like a missing one. */
  async find<Body>(reader: Reader, view: string, key: string): Promise<Row<Body> | null> {
    const page = await this.list<Body>(reader, view, { keys: [key] }, 1, null);
    return page.rows[0]?.row ?? null;
  }

  /** A page of rows in the view's order, after an opaque cursor. */
  async list<Body>(reader: Reader, view: string, filter: RowFilter, first: number, after: string | null): Promise<Page<Body>> {
    const most = Math.min(first, mostRows);
    const { text, values } = pageQuery(`${liveSchema}.${view}`, filter, most, after);
    const [found] = await queryAs<FoundPage>(this.pool, reader, text, values);
    const rows = found?.rows ?? [];
    const shown = rows.slice(0, most);
    const last = shown.at(-1);
    return {
      rows: shown.map((row) => ({ key: row.key, row: toRow(row) as Row<Body> })),
      next: rows.length > most && last ? toCursor(last.key) : null,
      total: Number(found?.total ?? 0),
      viewsAt: found?.views_at ?? null,
    };
  }

  /** The id of the last event the views have taken in, for the record of a refusal: it has no page that says so. */
  async viewsAt(): Promise<string | null> {
    return (await readViewsCheckpoint(this.pool, liveSchema))?.eventId ?? null;
  }

  /** Waits until the views have taken in what stood at this position, at most `milliseconds`; false when they have not. */
  async reached(position: bigint, milliseconds: number): Promise<boolean> {
    for (const until = performance.now() + milliseconds; performance.now() < until;) {
      const checkpoint = await readViewsCheckpoint(this.pool, liveSchema);
      if (checkpoint?.position !== null && checkpoint !== null && checkpoint.position >= position) return true;
      await new Promise((resolve) => void setTimeout(resolve, 15));
    }
    return false;
  }
}

interface FoundPage { readonly total: string; readonly views_at: string | null; readonly rows: readonly StoredRow[] | null }

/**
 * One statement, so that rows, count and checkpoint are of one moment and cost one round trip. The rows come as one JSON
 * value: reading them column by column costs this process more than everything else about a page.
 */
function pageQuery(table: string, filter: RowFilter, first: number, after: string | null): { readonly text: string; readonly values: readonly unknown[] } {
  const where = ['true'];
  const values: unknown[] = [first + 1];
  const and = (sql: (place: string) => string, value: unknown): void => {
    values.push(value);
    where.push(sql(`$${values.length}`));
  };
  if (filter.keys) and((p) => `key = ANY(${p})`, filter.keys);
  if (filter.lookup) and((p) => `lookups && ARRAY[${p}]`, filter.lookup);
  if (filter.enquiryId) and((p) => `enquiry_id = ${p}`, filter.enquiryId);
  if (filter.statuses) and((p) => `status = ANY(${p})`, filter.statuses);
  if (filter.terms) and((p) => `terms @> ${p}`, filter.terms);
  const counted = where.join(' AND ');
  if (after !== null) and((p) => `(sort, key) > (SELECT sort, key FROM ${table} WHERE key = ${p})`, fromCursor(after));
  const page = `SELECT ${rowColumns} FROM ${table} WHERE ${where.join(' AND ')} ORDER BY sort, key LIMIT $1`;
  return {
    text: `SELECT (SELECT count(*) FROM ${table} WHERE ${counted}) AS total, (SELECT event_id FROM ${liveSchema}.checkpoint) AS views_at,
      (SELECT json_agg(page) FROM (${page}) AS page) AS rows`,
    values,
  };
}

/** A cursor names a row by its key only: the text a row is sorted by can hold a name, and cursors travel. */
const toCursor = (key: string): string => Buffer.from(key).toString('base64url');

/** A cursor that no page gave out finds no row to go on from, and the page is empty. */
const fromCursor = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();
