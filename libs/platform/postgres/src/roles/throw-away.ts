import { randomBytes } from 'node:crypto';
import { DATABASE_RULES, DATABASES, ROLES } from './names.js';
import type { Database, Role, RolePasswords } from './names.js';
import { dropDatabases, provision } from './provision.js';
import { roleUrl } from './urls.js';

/** A set of databases that one test file has to itself. */
export interface ThrowAwayDatabases {
  readonly suffix: string;
  readonly adminUrl: string;
  /** The URL at which the role reaches the database; refuses a pair that production refuses. */
  url(database: Database, role: Role): string;
  drop(): Promise<void>;
}

// The roles are shared by every test file that runs on one server, so all must use one password.
const SHARED_TEST_PASSWORD = 'wexcombe-throw-away';

/** The test server's administrator, from the environment of the test run. */
export function testAdminUrl(): string {
  return process.env['MASH_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
}

/** Makes a throw-away set of databases on the test server. Drop it when the test file ends. */
export async function throwAwayDatabases(databases: readonly Database[] = DATABASES, adminUrl = testAdminUrl()): Promise<ThrowAwayDatabases> {
  const suffix = `_t${randomBytes(6).toString('hex')}`;
  await provision(adminUrl, testPasswords(), { suffix, databases });
  return {
    suffix,
    adminUrl,
    url: (database, role) => {
      const admitted: readonly Role[] = ['mash_owner', ...DATABASE_RULES[database].connect];
      if (!admitted.includes(role)) throw new Error(`${role} may not connect to ${database}.`);
      return roleUrl(adminUrl, { role, password: SHARED_TEST_PASSWORD, database, suffix });
    },
    drop: () => dropDatabases(adminUrl, { suffix, databases }),
  };
}

function testPasswords(): RolePasswords {
  return Object.fromEntries(ROLES.map((role) => [role, SHARED_TEST_PASSWORD])) as Record<Role, string>;
}
