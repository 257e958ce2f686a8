import pg from 'pg';

const MIGRATION = `
  SELECT pg_advisory_xact_lock(7301104);
  CREATE SCHEMA IF NOT EXISTS log;
  CREATE TABLE IF NOT EXISTS log.epoch (
    epoch bigint PRIMARY KEY,
    claimed_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE IF NOT EXISTS log.event (
    position bigint PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    id uuid NOT NULL,
    type text COLLATE "C" NOT NULL,
    is_json boolean NOT NULL,
    created_ms bigint NOT NULL,
    data bytea NOT NULL,
    metadata bytea NOT NULL,
    UNIQUE (stream, revision)
  );
  GRANT USAGE ON SCHEMA log TO mash_log;
  GRANT SELECT, INSERT ON log.epoch, log.event TO mash_log;
`;

/** Brings the schema `log` up to date. The role `mash_log` must exist. */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // One multi-statement query is one transaction: two nodes starting together do not trip over each other.
    await client.query(MIGRATION);
  } finally {
    await client.end();
  }
}
