import { DATABASE_RULES, databaseName, ROLE_PURPOSES } from './names.js';
import type { Database, Role } from './names.js';

// The one source of what roles and databases are: `provision` runs these statements, and
// infra/postgres/roles.sql is made from them.

/** Makes the role when it is missing and takes from it every attribute that it must not have. */
export function roleStatements(role: Role, passwordLiteral: string): string[] {
  return [
    `DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN CREATE ROLE ${role}; END IF; END $$`,
    `ALTER ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD ${passwordLiteral}`,
    `COMMENT ON ROLE ${role} IS '${ROLE_PURPOSES[role]}'`,
  ];
}

/** Asks whether the database is there already: CREATE DATABASE knows no IF NOT EXISTS. */
export function missingDatabaseCondition(database: Database, suffix?: string): string {
  return `NOT EXISTS (SELECT FROM pg_database WHERE datname = '${databaseName(database, suffix)}')`;
}

export function createDatabaseStatement(database: Database, suffix?: string): string {
  return `CREATE DATABASE ${databaseName(database, suffix)} OWNER mash_owner`;
}

/** Shuts everybody out of the database, then lets in those who need it. */
export function connectStatements(database: Database, suffix?: string): string[] {
  const name = databaseName(database, suffix);
  return [
    `ALTER DATABASE ${name} OWNER TO mash_owner`,
    `REVOKE ALL ON DATABASE ${name} FROM PUBLIC`,
    ...DATABASE_RULES[database].connect.map((role) => `GRANT CONNECT ON DATABASE ${name} TO ${role}`),
  ];
}

/** Run inside the database: lets a role that brings its own migrations make its own tables. */
export function ownTablesStatements(database: Database): string[] {
  return DATABASE_RULES[database].createsOwnTables.map((role) => `GRANT USAGE, CREATE ON SCHEMA public TO ${role}`);
}
