import pg from 'pg';
import type { Pool, PoolClient } from 'pg';

export type { Pool, PoolClient } from 'pg';

/** A pool of connections. Idle errors are swallowed: the next query reports them where somebody can act. */
export function createPool(url: string, most = 8): Pool {
  const pool = new pg.Pool({ connectionString: url, max: most, application_name: 'mash' });
  pool.on('error', () => undefined);
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
