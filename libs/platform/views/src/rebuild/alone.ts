import type { Pool, PoolClient } from '@mash/postgres';

/** Somebody else is exchanging the views: two at once would write over each other. */
export class AnotherRebuild extends Error {
  override readonly name = 'AnotherRebuild';
}

/** Any number, the same in every version. */
const lock = 4_707_101;

/**
 * Runs work that exchanges the views while nobody else does. The lock ends with its connection, so a rebuild that was
 * killed holds nobody up.
 * @throws AnotherRebuild when one is under way
 */
export async function alone<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let held = false;
  try {
    const { rows: [got] } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [lock]);
    held = got?.held ?? false;
    if (!held) throw new AnotherRebuild('Another rebuild of the views is under way. Wait until it has ended, or stop it: the next goes on where it was.');
    return await work(client);
  } finally {
    const free = held && await client.query('SELECT pg_advisory_unlock($1)', [lock]).then(() => true, () => false);
    client.release(held && !free);
  }
}
