import type { AnyView } from '@mash/kernel';
import type { Pool } from '@mash/postgres';
import { inTransaction } from '@mash/postgres';
import { indexesSql, liveSchema, schemaSql } from './schema.js';

/** Makes the live views when there are none. */
export async function createViews(pool: Pool, views: readonly AnyView[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [liveSchema]);
    if (rows.length === 0) await client.query(`${schemaSql(liveSchema, views)}\n${indexesSql(liveSchema, views)}`);
  });
}
