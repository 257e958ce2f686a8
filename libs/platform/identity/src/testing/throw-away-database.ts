import { randomBytes } from 'node:crypto';
import pg from 'pg';

const ADMIN = process.env['MASH_TEST_POSTGRES'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

export interface ThrowAwayDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  drop(): Promise<void>;
}

async function asAdmin(statement: string): Promise<void> {
  const connection = new pg.Client({ connectionString: ADMIN });
  await connection.connect();
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}

/** A database of its own on the real server, owned by a role that is no superuser. */
export async function throwAwayDatabase(): Promise<ThrowAwayDatabase> {
  const name = `mash_identity_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`CREATE ROLE ${name} LOGIN PASSWORD '${name}'`);
  await asAdmin(`CREATE DATABASE ${name} OWNER ${name}`);
  const url = new URL(ADMIN);
  url.username = name;
  url.password = name;
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 6 });
  return {
    url: url.href,
    pool,
    drop: async () => {
      await pool.end();
      await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`);
      await asAdmin(`DROP ROLE ${name}`);
    },
  };
}
