import pg from 'pg';

import { upgradeFromSeparatePayloads } from './upgrade.js';

const MIGRATION_LOCK = 7_301_104;

/** The columns beside the bytes are what the log must find and order by; id and type are for the administrator's eye. */
export const eventTable = (name: string): string => `
  CREATE TABLE IF NOT EXISTS ${name} (
    position bigint PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    id uuid NOT NULL,
    type text COLLATE "C" NOT NULL,
    wire bytea NOT NULL,
    UNIQUE (stream, revision)
  );`;

const MIGRATION = `
  CREATE SCHEMA IF NOT EXISTS log;
  CREATE TABLE IF NOT EXISTS log.epoch (
    epoch bigint PRIMARY KEY,
    claimed_at timestamptz NOT NULL DEFAULT now()
  );
  ${eventTable('log.event')}
  COMMENT ON COLUMN log.event.wire IS 'the answer that a reader of this event gets, byte for byte: an event_store.client.streams.ReadResp';
  GRANT USAGE ON SCHEMA log TO mash_log;
  GRANT SELECT, INSERT ON log.epoch, log.event TO mash_log;
`;

/**
 * Brings the schema `log` up to date. The role `mash_log` must exist.
 *
 * @throws when the log is of an older layout and a node still writes to it.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'mash-event-store-owner' });
  // A connection lost between two statements fails the next one; unheard, its error would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    // Held until the end of the session: two nodes starting together do not trip over each other.
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await upgradeFromSeparatePayloads(client);
    await client.query(MIGRATION);
  } finally {
    await client.end();
  }
}
