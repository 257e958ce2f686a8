import { createHash } from 'node:crypto';
import type { Journal, PlacedEvent } from '@mash/event-log';
import type { AnyView } from '@mash/kernel';
import type { Pool, PoolClient } from '@mash/postgres';
import { inTransaction } from '@mash/postgres';
import { readCheckpoint } from './checkpoint.js';
import { takeIn } from './project.js';
import { formerSchema, liveSchema, nextSchema, schemaSql, versionsOf } from './schema.js';

/** How a rebuild went: for each view the rows' digest, before and after. */
export interface Rebuilt {
  readonly events: number;
  readonly identical: boolean;
  readonly views: readonly { readonly view: string; readonly before: string | null; readonly after: string }[];
}

export interface Rebuilding {
  readonly pool: Pool;
  readonly journal: Journal;
  readonly views: readonly AnyView[];
  readonly onProgress?: (done: number) => void;
}

const batchSize = 1_000;

/** Makes the live views when there are none. */
export async function createViews(pool: Pool, views: readonly AnyView[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query(`SELECT 1 FROM pg_namespace WHERE nspname = $1`, [liveSchema]);
    if (rows.length === 0) await client.query(schemaSql(liveSchema, views));
  });
}

/** True when the live views were built by other versions than these. */
export async function isOutdated(pool: Pool, views: readonly AnyView[]): Promise<boolean> {
  return (await readCheckpoint(pool, liveSchema))?.versions !== versionsOf(views);
}

/**
 * Builds every view anew beside the live ones, from the first event, and swaps them in one transaction. Queries go on
 * meanwhile; the former views are kept for a way back. At the swap the live checkpoint is held, so that both sets have
 * taken in exactly the same events when they are compared.
 */
export async function rebuild({ pool, journal, views, onProgress }: Rebuilding): Promise<Rebuilt> {
  await inTransaction(pool, async (client) => {
    await client.query(`DROP SCHEMA IF EXISTS ${nextSchema} CASCADE`);
    await client.query(schemaSql(nextSchema, views));
  });
  let done = await catchUp({ pool, journal, views, onProgress }, null, 0);
  return inTransaction(pool, async (client) => {
    const live = await readCheckpoint(client, liveSchema, true);
    done = await catchUpWithin(client, { pool, journal, views, onProgress }, live?.position ?? null, done);
    const digests: { view: string; before: string | null; after: string }[] = [];
    for (const view of views) {
      digests.push({ view: view.name, before: await digest(client, liveSchema, view.name), after: await digest(client, nextSchema, view.name) ?? '' });
    }
    await client.query(`DROP SCHEMA IF EXISTS ${formerSchema} CASCADE`);
    await client.query(`ALTER SCHEMA ${liveSchema} RENAME TO ${formerSchema}`);
    await client.query(`ALTER SCHEMA ${nextSchema} RENAME TO ${liveSchema}`);
    return { events: done, identical: digests.every((each) => each.before === each.after), views: digests };
  });
}

async function catchUp(work: Rebuilding, until: bigint | null, done: number): Promise<number> {
  return inBatches(work, until, done, (batch, after) =>
    inTransaction(work.pool, async (client) => void await takeIn(client, nextSchema, work.views, work.journal, batch, after)));
}

async function catchUpWithin(client: PoolClient, work: Rebuilding, until: bigint | null, done: number): Promise<number> {
  return inBatches(work, until, done, async (batch, after) =>
    void await takeIn(client, nextSchema, work.views, work.journal, batch, after), client);
}

async function inBatches(
  { pool, journal, onProgress }: Rebuilding, until: bigint | null, already: number,
  take: (batch: readonly PlacedEvent[], after: bigint | null) => Promise<void>, client: Pool | PoolClient = pool,
): Promise<number> {
  let done = already;
  let after = (await readCheckpoint(client, nextSchema))?.position ?? null;
  if (until !== null && after !== null && after >= until) return done;
  let batch: PlacedEvent[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await take(batch, after);
    done += batch.length;
    after = batch.at(-1)?.position ?? after;
    batch = [];
    onProgress?.(done);
  };
  for await (const event of journal.log.readAll(after)) {
    if (until !== null && event.position > until) break;
    batch.push(event);
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  return done;
}

/** A digest over every row in key order; null when the view does not exist there. */
async function digest(client: PoolClient, schema: string, view: string): Promise<string | null> {
  const { rows: [exists] } = await client.query<{ found: string | null }>(`SELECT to_regclass($1)::text AS found`, [`${schema}.${view}`]);
  if (!exists?.found) return null;
  const hash = createHash('sha256');
  const { rows } = await client.query<{ line: string }>(`SELECT to_jsonb(v)::text AS line FROM ${schema}.${view} v ORDER BY key`);
  for (const row of rows) hash.update(row.line).update('\n');
  return hash.digest('hex');
}
