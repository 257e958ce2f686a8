import type { PoolClient } from '@mash/postgres';
import type { Touched } from './fold-batch.js';

/** The channel on which readers are woken. The message holds ids only. */
export const viewChannel = 'mash_view';

/** More changed rows than this wake their readers with one word for the whole view. */
const wokenOneByOne = 200;

/** Wakes the readers of rows when the transaction is committed. */
export async function wake(client: PoolClient, touched: readonly Touched[]): Promise<void> {
  const words = touched.length > wokenOneByOne
    ? [...new Set(touched.map((each) => each.view))].map((view) => ({ view, key: null, agency: null }))
    : touched;
  if (words.length === 0) return;
  await client.query(`SELECT pg_notify('${viewChannel}', word) FROM unnest($1::text[]) AS word`, [words.map((each) => JSON.stringify(each))]);
}
