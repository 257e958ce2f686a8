import { sessionMigration } from '@mash/identity';
import type { SchemaStep } from '@mash/postgres';
import { createPool, migrate } from '@mash/postgres';
import { orderSchema } from '@mash/replay';
import { readEnvironment, url } from '@mash/service';
import { vaultSchema } from '@mash/vault';
import { viewsGrants } from '@mash/views';

/** What each service keeps for itself beside the views. */
const serviceSchemas: readonly SchemaStep[] = [
  { name: '0002-sessions', sql: `${sessionMigration}
    GRANT USAGE ON SCHEMA hub TO mash_hub;
    GRANT SELECT, INSERT, UPDATE, DELETE ON hub.session TO mash_hub;` },
  { name: '0003-steward', sql: `
    CREATE SCHEMA steward;
    CREATE TABLE steward.checkpoint (singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), position numeric(20), stream text, revision numeric(20), event_id uuid);
    INSERT INTO steward.checkpoint (singleton) VALUES (true);
    CREATE TABLE steward.timer (
      process text NOT NULL, instance uuid NOT NULL, of uuid NOT NULL, due timestamptz NOT NULL, trigger_event uuid NOT NULL,
      PRIMARY KEY (process, instance, of));
    CREATE INDEX timer_due ON steward.timer (due);
    COMMENT ON TABLE steward.timer IS 'Clocks that run. Holds ids and times only.';
    GRANT USAGE ON SCHEMA steward TO mash_steward;
    GRANT SELECT, UPDATE ON steward.checkpoint TO mash_steward;
    GRANT SELECT, INSERT, UPDATE, DELETE ON steward.timer TO mash_steward;` },
  ...orderSchema,
];

const schemes = ['postgres:', 'postgresql:'];
const environment = readEnvironment({
  main: url('MASH_POSTGRES_OWNER', schemes, 'postgres://mash_owner:…@127.0.0.1:5432/mash'),
  keys: url('MASH_KEYS_OWNER', schemes, 'postgres://mash_owner:…@127.0.0.1:5432/mash_keys'),
}, process.env);
const main = createPool(environment.main, 1);
const keys = createPool(environment.keys, 1);
try {
  const applied = await migrate(main, [...viewsGrants, ...serviceSchemas]) + await migrate(keys, vaultSchema);
  process.stdout.write(applied === 0 ? 'The databases are up to date.\n' : `${applied} schema steps applied.\n`);
} finally {
  await main.end();
  await keys.end();
}
