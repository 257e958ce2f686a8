import pg from 'pg';
import type { Pool, PoolClient } from 'pg';

export type { Pool, PoolClient } from 'pg';

/**
 * A pool of connections. That one was lost is told by the query that needs it, where somebody can act: as an event of the
 * connection it would end the process. One behind which the machine has gone is noticed within half a minute.
 */
export function createPool(url: string, most = 8): Pool {
  const pool = new pg.Pool({
    connectionString: url, max: most, application_name: 'mash', keepAlive: true, keepAliveInitialDelayMillis: 10_000, connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}

/** Runs work in one transaction: commits what it returns, rolls back when it throws. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    const lost = await client.query('ROLLBACK').then(() => false, () => true);
    client.release(lost);
    throw error;
  }
}
