/** The hub's session table; only the owner of the schema runs this, the hub's role gets the rows. */
export const sessionMigration = `
  CREATE SCHEMA IF NOT EXISTS hub;
  CREATE TABLE IF NOT EXISTS hub.session (
    id_hash bytea PRIMARY KEY,
    subject text NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL
  );
  CREATE INDEX IF NOT EXISTS session_subject ON hub.session (subject);
  CREATE INDEX IF NOT EXISTS session_ends_at ON hub.session (ends_at);
`;
