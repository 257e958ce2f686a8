import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DATABASES, ROLES } from './names.js';
import type { Database, Role } from './names.js';
import { dropDatabases, provision } from './provision.js';
import { scramVerifier } from './scram.js';
import { testAdminUrl, throwAwayDatabases } from './throw-away.js';
import type { ThrowAwayDatabases } from './throw-away.js';
import { roleUrl } from './urls.js';

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

describe('provisioning roles and databases', () => {
  let set: ThrowAwayDatabases;
  const reach = (database: Database, role: Role): string => roleUrl(set.adminUrl, { role, database, suffix: set.suffix, password: 'wexcombe-throw-away' });

  beforeAll(async () => {
    set = await throwAwayDatabases();
  });
  afterAll(() => set.drop());

  it('gives no role a power over the server', async () => {
    const rows = await query(set.adminUrl, `
      SELECT rolname FROM pg_roles WHERE rolname LIKE 'mash\\_%'
        AND rolcanlogin AND NOT (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)`);
    expect(rows.map((row) => row['rolname'])).toEqual(expect.arrayContaining([...ROLES]));
  });

  it('takes a power back that somebody gave to a role', async () => {
    const passwords = Object.fromEntries(ROLES.map((role) => [role, 'wexcombe-throw-away'])) as Record<Role, string>;
    await query(set.adminUrl, 'ALTER ROLE mash_hub CREATEDB');
    await provision(set.adminUrl, passwords, { suffix: set.suffix });
    expect(await query(set.adminUrl, `SELECT rolcreatedb FROM pg_roles WHERE rolname = 'mash_hub'`)).toEqual([{ rolcreatedb: false }]);
  });

  it.each<[Database, Role[]]>([
    ['mash', ['mash_owner', 'mash_projector', 'mash_hub', 'mash_steward', 'mash_notary']],
    ['mash_keys', ['mash_owner', 'mash_vault']],
    ['mash_log', ['mash_owner', 'mash_log']],
    ['mash_identity', ['mash_owner', 'mash_identity']],
  ])('lets into %s exactly those who need it', async (database, admitted) => {
    for (const role of ROLES) {
      const attempt = query(reach(database, role), 'SELECT current_user AS who');
      if (admitted.includes(role)) expect(await attempt).toEqual([{ who: role }]);
      else await expect(attempt).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('lets the owner migrate and keeps the services from making tables', async () => {
    await query(reach('mash', 'mash_owner'), 'CREATE TABLE proof (id int)');
    await expect(query(reach('mash', 'mash_projector'), 'CREATE TABLE unwanted (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(query(reach('mash_log', 'mash_log'), 'CREATE TABLE unwanted (id int)')).rejects.toMatchObject({ code: '42501' });
    await query(reach('mash_identity', 'mash_identity'), 'CREATE TABLE own_state (id int)');
  });

  it('can run many times at once', async () => {
    const sets = await Promise.all([1, 2, 3].map(() => throwAwayDatabases(['mash_keys'])));
    await Promise.all(sets.map((one) => one.drop()));
    expect(new Set(sets.map((one) => one.suffix)).size).toBe(3);
  });

  it('drops a throw-away set even while somebody is connected', async () => {
    const other = await throwAwayDatabases(['mash']);
    const client = new pg.Client({ connectionString: other.url('mash', 'mash_hub') });
    client.on('error', () => undefined);
    await client.connect();
    await other.drop();
    expect(await query(set.adminUrl, `SELECT 1 FROM pg_database WHERE datname = 'mash${other.suffix}'`)).toEqual([]);
  });

  it('never drops the real databases', async () => {
    await expect(dropDatabases(testAdminUrl(), { suffix: '' })).rejects.toThrow('throw-away');
  });

  it('refuses a suffix that is not a plain identifier', async () => {
    await expect(dropDatabases(testAdminUrl(), { suffix: '_x; DROP' })).rejects.toThrow('not a usable suffix');
  });

  it('names every database in the order in which it makes them', () => {
    expect(DATABASES).toEqual(['mash', 'mash_keys', 'mash_log', 'mash_identity']);
  });

  it('stores a verifier that the server itself would have made', async () => {
    const salt = Buffer.alloc(16, 7);
    const verifier = await scramVerifier('wexcombe', salt);
    const probe = `mash_probe${set.suffix}`;
    await query(set.adminUrl, `CREATE ROLE ${probe} PASSWORD '${verifier}'`);
    const stored = await query(set.adminUrl, `SELECT rolpassword FROM pg_authid WHERE rolname = '${probe}'`);
    await query(set.adminUrl, `DROP ROLE ${probe}`);
    expect(stored).toEqual([{ rolpassword: verifier }]);
  });
});
