import type { Journal, PlacedEvent } from '@mash/event-log';
import type { AnyView } from '@mash/kernel';
import type { Pool, PoolClient } from '@mash/postgres';
import { inTransaction } from '@mash/postgres';
import { moveCheckpoint, readCheckpoint, resumeFrom } from './checkpoint.js';
import { foldBatch } from './fold-batch.js';
import type { Touched } from './fold-batch.js';
import { liveSchema } from './schema.js';

/** The channel on which readers are woken. The message holds ids only. */
export const viewChannel = 'mash_view';

/** Another process moved these views on: this one must not write. */
export class NotTheOwner extends Error {
  override readonly name = 'NotTheOwner';
}

/** Takes a batch of events into every view and moves the checkpoint, in one transaction that only succeeds for who owns it. */
export async function takeIn(
  client: PoolClient, schema: string, views: readonly AnyView[], journal: Journal, batch: readonly PlacedEvent[], after: bigint | null,
): Promise<Touched[]> {
  const last = batch.at(-1);
  if (!last) return [];
  const checkpoint = await readCheckpoint(client, schema, true);
  if (!checkpoint || checkpoint.position !== after) throw new NotTheOwner('Another projector moved these views on.');
  const opened = await journal.opened(batch);
  const touched: Touched[] = [];
  for (const view of views) touched.push(...await foldBatch(client, schema, view, opened));
  await moveCheckpoint(client, schema, last, batch.length);
  return touched;
}

export interface Projecting {
  readonly pool: Pool;
  readonly journal: Journal;
  readonly views: readonly AnyView[];
  readonly signal: AbortSignal;
  /** Told after each commit how many events were taken in. */
  readonly onBatch?: (count: number) => void;
}

/** More changed rows than this wake their readers with one word for the whole view. */
const wokenOneByOne = 200;

/** Follows the log and keeps the live views up to date until the signal aborts or something is lost. */
export async function project({ pool, journal, views, signal, onBatch }: Projecting): Promise<void> {
  const checkpoint = await readCheckpoint(pool, liveSchema);
  if (!checkpoint) throw new Error('There are no views yet.');
  const from = await resumeFrom(journal.log, checkpoint);
  // The stored position may be another server's; from here on it is this one's.
  if (from !== checkpoint.position) await pool.query(`UPDATE ${liveSchema}.checkpoint SET position = $1`, [from ?? 0n]);
  let after = from;
  for await (const batch of journal.log.follow(from, signal)) {
    const last = after;
    await inTransaction(pool, async (client) => {
      const touched = await takeIn(client, liveSchema, views, journal, batch, last);
      await wake(client, touched);
    });
    after = batch.at(-1)?.position ?? after;
    onBatch?.(batch.length);
  }
}

async function wake(client: PoolClient, touched: readonly Touched[]): Promise<void> {
  const words = touched.length > wokenOneByOne
    ? [...new Set(touched.map((each) => each.view))].map((view) => ({ view, key: null, agency: null }))
    : touched;
  if (words.length === 0) return;
  await client.query(`SELECT pg_notify('${viewChannel}', word) FROM unnest($1::text[]) AS word`, [words.map((each) => JSON.stringify(each))]);
}

