import type { AnyView } from '@mash/kernel';
import type { Pool, PoolClient } from '@mash/postgres';
import { liveSchema } from '../schema.js';

/** How one view came out beside the live one. */
export interface Compared {
  readonly view: string;
  /** `not-compared`: there was nothing of the same version and the same event to hold it against. */
  readonly outcome: 'identical' | 'different' | 'new' | 'not-compared';
  readonly subjects: number;
  /** What differs: ids of enquiries and of records outside any enquiry. Nothing of their content. At most `mostNamed` of them. */
  readonly differing: readonly string[];
  readonly differingCount: number;
}

/** Subjects that are named when they differ; more are counted. */
export const mostNamed = 20;

/** Views that nothing can be held against. */
export const notCompared = (views: readonly AnyView[]): Compared[] =>
  views.map(({ name }) => ({ view: name, outcome: 'not-compared', subjects: 0, differing: [], differingCount: 0 }));

/**
 * Compares views of two schemas subject by subject: an enquiry with everything in it, or one record outside any enquiry.
 * @param live a connection that sees the live views at one event, for example in a snapshot
 * @param beside reads the other views, at the same event
 */
export async function compareViews(
  live: PoolClient, beside: Pool, schema: string, views: readonly AnyView[], isChanged: (view: AnyView) => boolean,
): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const view of views) compared.push(await compareView(live, beside, schema, view, isChanged(view)));
  return compared;
}

async function compareView(live: PoolClient, beside: Pool, schema: string, view: AnyView, changed: boolean): Promise<Compared> {
  const next = await hashes(beside, schema, view.name);
  const plain = { view: view.name, subjects: next.size, differing: [], differingCount: 0 };
  const { rows: [there] } = await live.query<{ found: string | null }>('SELECT to_regclass($1)::text AS found', [`${liveSchema}.${view.name}`]);
  if (!there?.found) return { ...plain, outcome: 'new' };
  if (changed) return { ...plain, outcome: 'not-compared' };
  const before = await hashes(live, liveSchema, view.name);
  const differing = [...new Set([...before.keys(), ...next.keys()])].filter((subject) => before.get(subject) !== next.get(subject)).sort();
  return { ...plain, outcome: differing.length === 0 ? 'identical' : 'different', differing: differing.slice(0, mostNamed), differingCount: differing.length };
}

/**
 * A digest of each subject's rows. Keys begin with the id of the record; what follows names the unit or task that the
 * row is for. PostgreSQL hashes, so that no content leaves it.
 */
async function hashes(client: Pool | PoolClient, schema: string, view: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ subject: string; hash: string }>(`
    SELECT subject, encode(sha256(string_agg(row_hash, NULL ORDER BY key COLLATE "C")), 'hex') AS hash
      FROM (SELECT key, coalesce(enquiry_id::text, split_part(key, '/', 1)) AS subject, sha256(convert_to(to_jsonb(v)::text, 'UTF8')) AS row_hash
              FROM ${schema}.${view} v) AS each
     GROUP BY subject`);
  return new Map(rows.map(({ subject, hash }) => [subject, hash]));
}
