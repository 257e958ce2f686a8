-- Roles and databases of a production server. Made from libs/platform/postgres/src/roles
-- (a test holds the two equal). Run by psql 15 or later as a superuser; safe to repeat.
-- Passwords come from the environment: MASH_OWNER_PASSWORD and so on, one for each role.
\set ON_ERROR_STOP on

\getenv mash_owner_password MASH_OWNER_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mash_owner') THEN CREATE ROLE mash_owner; END IF; END $$;
ALTER ROLE mash_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'mash_owner_password';
COMMENT ON ROLE mash_owner IS 'owns the databases and their tables, migrates, and serves nobody';

\getenv mash_projector_password MASH_PROJECTOR_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mash_projector') THEN CREATE ROLE mash_projector; END IF; END $$;
ALTER ROLE mash_projector LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'mash_projector_password';
COMMENT ON ROLE mash_projector IS 'writes the per-agency views';

\getenv mash_hub_password MASH_HUB_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mash_hub') THEN CREATE ROLE mash_hub; END IF; END $$;
ALTER ROLE mash_hub LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'mash_hub_password';
COMMENT ON ROLE mash_hub IS 'reads the views under row-level security, keeps sessions and drafts';

\getenv mash_steward_password MASH_STEWARD_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mash_steward') THEN CREATE ROLE mash_steward; END IF; END $$;
ALTER ROLE mash_steward LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'mash_steward_password';
COMMENT ON ROLE mash_steward IS 'keeps timers and checkpoints in its own schema';

\getenv mash_notary_password MASH_NOTARY_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mash_notary') THEN CREATE ROLE mash_notary; END IF; END $$;
ALTER ROLE mash_notary LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'mash_notary_password';
COMMENT ON ROLE mash_notary IS 'keeps the transparency tree in its own schema';

\getenv mash_vault_password MASH_VAULT_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mash_vault') THEN CREATE ROLE mash_vault; END IF; END $$;
ALTER ROLE mash_vault LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'mash_vault_password';
COMMENT ON ROLE mash_vault IS 'keeps the keys; the only reader of the key database';

\getenv mash_identity_password MASH_IDENTITY_PASSWORD
DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mash_identity') THEN CREATE ROLE mash_identity; END IF; END $$;
ALTER ROLE mash_identity LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD :'mash_identity_password';
COMMENT ON ROLE mash_identity IS 'keeps the state of the identity service';

SELECT 'CREATE DATABASE mash OWNER mash_owner' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'mash') \gexec
ALTER DATABASE mash OWNER TO mash_owner;
REVOKE ALL ON DATABASE mash FROM PUBLIC;
GRANT CONNECT ON DATABASE mash TO mash_projector;
GRANT CONNECT ON DATABASE mash TO mash_hub;
GRANT CONNECT ON DATABASE mash TO mash_steward;
GRANT CONNECT ON DATABASE mash TO mash_notary;

SELECT 'CREATE DATABASE mash_keys OWNER mash_owner' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'mash_keys') \gexec
ALTER DATABASE mash_keys OWNER TO mash_owner;
REVOKE ALL ON DATABASE mash_keys FROM PUBLIC;
GRANT CONNECT ON DATABASE mash_keys TO mash_vault;

SELECT 'CREATE DATABASE mash_identity OWNER mash_owner' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'mash_identity') \gexec
ALTER DATABASE mash_identity OWNER TO mash_owner;
REVOKE ALL ON DATABASE mash_identity FROM PUBLIC;
GRANT CONNECT ON DATABASE mash_identity TO mash_identity;
\connect mash_identity
GRANT USAGE, CREATE ON SCHEMA public TO mash_identity;
