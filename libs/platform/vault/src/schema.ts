import type { SchemaStep } from '@mash/postgres';

/** The key database. Keys lie only wrapped; nothing in it says about whom a record is. */
export const vaultSchema: readonly SchemaStep[] = [{
  name: '0001-keys',
  sql: `
    CREATE SCHEMA vault;
    CREATE TABLE vault.record (record text PRIMARY KEY, created_at timestamptz NOT NULL DEFAULT now());
    CREATE TABLE vault.file_key (
      controller uuid NOT NULL, file text NOT NULL, wrapped bytea NOT NULL, PRIMARY KEY (controller, file));
    CREATE TABLE vault.wrap (
      record text NOT NULL REFERENCES vault.record, controller uuid NOT NULL, file text NOT NULL, wrapped bytea NOT NULL,
      PRIMARY KEY (record, controller));
    CREATE INDEX wrap_by_file ON vault.wrap (controller, file);
    COMMENT ON TABLE vault.record IS 'One sealed record: an item, a person''s details, a decision''s reasons.';
    COMMENT ON TABLE vault.wrap IS 'The record''s key, once for each controller that holds a copy. Deleting one disposes of that copy only.';
    COMMENT ON TABLE vault.file_key IS 'A controller''s key for one file. Deleting it disposes of the file at once.';
    GRANT USAGE ON SCHEMA vault TO mash_vault;
    GRANT SELECT, INSERT, DELETE ON ALL TABLES IN SCHEMA vault TO mash_vault;
    REVOKE DELETE ON vault.record FROM mash_vault;`,
}];
