import type { Pool } from 'pg';

/** One lock for making the tables, so that two starts at once do not meet. */
const SET_UP_LOCK = 7_402_113;

const TABLES = `
  CREATE TABLE IF NOT EXISTS identity_record (
    model text NOT NULL,
    id text NOT NULL,
    payload jsonb NOT NULL,
    grant_id text,
    uid text,
    consumed_at bigint,
    expires_at timestamptz NOT NULL,
    idle_at timestamptz,
    PRIMARY KEY (model, id)
  );
  CREATE INDEX IF NOT EXISTS identity_record_grant ON identity_record (grant_id) WHERE grant_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS identity_record_uid ON identity_record (model, uid) WHERE uid IS NOT NULL;
  CREATE INDEX IF NOT EXISTS identity_record_expiry ON identity_record (expires_at);
  CREATE TABLE IF NOT EXISTS identity_secret (name text PRIMARY KEY, value jsonb NOT NULL);
`;

/** Creates the tables of the stand-in where they are missing. */
export async function createTables(pool: Pool): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    await connection.query('SELECT pg_advisory_xact_lock($1)', [SET_UP_LOCK]);
    await connection.query(TABLES);
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK');
    throw error;
  } finally {
    connection.release();
  }
}

/** Drops what has run out: expired rows answer nobody, this only keeps the table small. */
export async function dropExpired(pool: Pool): Promise<void> {
  await pool.query('DELETE FROM identity_record WHERE expires_at < now() OR idle_at < now()');
}
