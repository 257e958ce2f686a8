import type { Pool, PoolClient } from 'pg';
import { inTransaction } from './pool.js';

/** Whose eyes the database is to see with. */
export interface Reader {
  readonly practitioner: string;
  readonly agency: string;
  readonly units: readonly string[];
}

/** The zero UUID belongs to nobody: it reads the directory and no agency's row. */
export const nobody: Reader = {
  practitioner: '00000000-0000-0000-0000-000000000000', agency: '00000000-0000-0000-0000-000000000000', units: [],
};

/**
 * Runs queries under row-level security as one reader. The settings are local to the transaction, so that a pooled
 * connection never carries one reader's rights to the next; without them no policy lets anything through.
 */
export const asReader = <T>(pool: Pool, reader: Reader, work: (client: PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, async (client) => {
    await client.query(
      `SELECT set_config('mash.practitioner', $1, true), set_config('mash.agency', $2, true), set_config('mash.units', $3, true)`,
      [reader.practitioner, reader.agency, `{${reader.units.join(',')}}`],
    );
    return work(client);
  });
