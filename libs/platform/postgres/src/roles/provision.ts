import pg from 'pg';
import { databaseName, DATABASES, ROLES } from './names.js';
import type { Database, RolePasswords } from './names.js';
import { scramVerifier } from './scram.js';
import { connectStatements, createDatabaseStatement, missingDatabaseCondition, ownTablesStatements, roleStatements } from './statements.js';
import { adminUrlFor } from './urls.js';

export interface ProvisionOptions {
  /** Appended to the database names; the roles are shared by all sets on one server. */
  readonly suffix?: string;
  /** Which databases to make; all of them unless told. */
  readonly databases?: readonly Database[];
}

// Roles belong to the whole server: two provisioners at once would make the same role twice.
const PROVISIONING_LOCK = 7_310_558_201;

/**
 * Makes or repairs the login roles and databases. Safe to repeat and to run from several
 * processes at once. `adminUrl` signs in as a superuser, which no service ever does.
 */
export async function provision(adminUrl: string, passwords: RolePasswords, options: ProvisionOptions = {}): Promise<void> {
  const databases = options.databases ?? DATABASES;
  await withClient(adminUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PROVISIONING_LOCK]);
    for (const role of ROLES) {
      const verifier = client.escapeLiteral(await scramVerifier(passwords[role]));
      await runAll(client, roleStatements(role, verifier));
    }
    for (const database of databases) {
      const { rows } = await client.query<{ missing: boolean }>(`SELECT ${missingDatabaseCondition(database, options.suffix)} AS missing`);
      if (rows[0]?.missing === true) await client.query(createDatabaseStatement(database, options.suffix));
      await runAll(client, connectStatements(database, options.suffix));
    }
  });
  for (const database of databases) await grantInside(adminUrl, database, options.suffix);
}

/**
 * Drops a throw-away set of databases, throwing out whoever is connected. The set without a
 * suffix is the real one and cannot be dropped from here.
 */
export async function dropDatabases(adminUrl: string, options: { readonly suffix: string; readonly databases?: readonly Database[] }): Promise<void> {
  if (options.suffix === '') throw new Error('Only a throw-away set of databases, one with a suffix, may be dropped.');
  await withClient(adminUrl, async (client) => {
    for (const database of options.databases ?? DATABASES) {
      await client.query(`DROP DATABASE IF EXISTS ${databaseName(database, options.suffix)} WITH (FORCE)`);
    }
  });
}

async function grantInside(adminUrl: string, database: Database, suffix: string | undefined): Promise<void> {
  const statements = ownTablesStatements(database);
  if (statements.length === 0) return;
  await withClient(adminUrlFor(adminUrl, databaseName(database, suffix)), (client) => runAll(client, statements));
}

async function runAll(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'mash provision' });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
