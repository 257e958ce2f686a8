import { databaseName, PRODUCTION_DATABASES, ROLES } from './names.js';
import type { Database, Role } from './names.js';
import { connectStatements, createDatabaseStatement, missingDatabaseCondition, ownTablesStatements, roleStatements } from './statements.js';

/** The environment variable in which the psql script looks for a role's password. */
export function passwordVariable(role: Role): string {
  return `${role.toUpperCase()}_PASSWORD`;
}

/** The psql script that makes the same roles and databases on a production server. */
export function rolesScript(databases: readonly Database[] = PRODUCTION_DATABASES): string {
  const roles = ROLES.filter((role) => role !== 'mash_log' || databases.includes('mash_log'));
  return [
    '-- Roles and databases of a production server. Made from libs/platform/postgres/src/roles',
    '-- (a test holds the two equal). Run by psql 15 or later as a superuser; safe to repeat.',
    '-- Passwords come from the environment: MASH_OWNER_PASSWORD and so on, one for each role.',
    '\\set ON_ERROR_STOP on',
    ...roles.flatMap(roleLines),
    ...databases.flatMap(databaseLines),
    '',
  ].join('\n');
}

function roleLines(role: Role): string[] {
  return ['', `\\getenv ${role}_password ${passwordVariable(role)}`, ...roleStatements(role, `:'${role}_password'`).map(terminated)];
}

function databaseLines(database: Database): string[] {
  const inside = ownTablesStatements(database).map(terminated);
  return [
    '',
    `SELECT '${createDatabaseStatement(database)}' WHERE ${missingDatabaseCondition(database)} \\gexec`,
    ...connectStatements(database).map(terminated),
    ...(inside.length === 0 ? [] : [`\\connect ${databaseName(database)}`, ...inside]),
  ];
}

function terminated(statement: string): string {
  return `${statement};`;
}
