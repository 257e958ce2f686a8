import type { SchemaStep } from '@mash/postgres';

/** The notary's own tables: it may add to the order of events and read it, and neither change nor remove a line. */
export const orderSchema: readonly SchemaStep[] = [{
  name: '0004-notary',
  sql: `
    CREATE SCHEMA notary;
    CREATE TABLE notary.checkpoint (
      singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton), ordinal bigint NOT NULL DEFAULT 0,
      position numeric(20), stream text, revision numeric(20), event_id uuid);
    INSERT INTO notary.checkpoint (singleton) VALUES (true);
    CREATE TABLE notary.entry (
      ordinal bigint PRIMARY KEY, event_id uuid NOT NULL UNIQUE, stream text COLLATE "C" NOT NULL, revision numeric(20) NOT NULL,
      type text NOT NULL, agency uuid, practitioner uuid, process text, recorded_at timestamptz NOT NULL, occurred_at timestamptz NOT NULL,
      enquiry_id uuid, subjects uuid[] NOT NULL, UNIQUE (stream, revision));
    CREATE INDEX entry_recorded ON notary.entry (recorded_at);
    CREATE INDEX entry_enquiry ON notary.entry (enquiry_id);
    COMMENT ON TABLE notary.entry IS 'The order of events, without content. Ordinals have no gaps.';
    COMMENT ON COLUMN notary.checkpoint.position IS 'This server''s own; the event is asked for again before it is used.';
    GRANT USAGE ON SCHEMA notary TO mash_notary;
    GRANT SELECT, UPDATE ON notary.checkpoint TO mash_notary;
    GRANT SELECT, INSERT ON notary.entry TO mash_notary;`,
}];
