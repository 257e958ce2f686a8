import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { nobody, queryAs } from './as-reader.js';
import { isDatabaseAway } from './database-away.js';
import { createPool, inTransaction } from './pool.js';
import type { Pool } from './pool.js';
import { throwAwayDatabases } from './roles/throw-away.js';
import type { ThrowAwayDatabases } from './roles/throw-away.js';

describe('a database that is not there', () => {
  it('is known by the error, and no other fault is taken for it', async () => {
    const nowhere = createPool('postgres://nobody@127.0.0.1:1/none', 1);
    expect(isDatabaseAway(await nowhere.query('SELECT 1').catch((error: unknown) => error))).toBe(true);
    await nowhere.end();
    expect(isDatabaseAway(Object.assign(new Error('duplicate key value violates unique constraint'), { code: '23505' }))).toBe(false);
    expect(isDatabaseAway(new TypeError('x is undefined'))).toBe(false);
  });
});

describe('when its connection is lost', () => {
  let databases: ThrowAwayDatabases;
  let admin: Pool;
  let pool: Pool;
  beforeAll(async () => {
    databases = await throwAwayDatabases(['mash']);
    admin = createPool(databases.adminUrl, 1);
    pool = createPool(databases.url('mash', 'mash_hub'), 1);
  });
  afterAll(async () => {
    await Promise.all([pool.end(), admin.end()]);
    await databases.drop();
  });

  const lose = (): Promise<unknown> =>
    admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'mash_hub' AND datname = $1`, [new URL(databases.url('mash', 'mash_hub')).pathname.slice(1)]);
  const works = async (): Promise<void> => expect((await pool.query<{ one: number }>('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);

  it.each([
    ['in the middle of a query', () => inTransaction(pool, async (client) => {
      const asking = client.query('SELECT pg_sleep(30)');
      await Promise.all([asking, lose()]);
    })],
    ['between two queries', () => inTransaction(pool, async (client) => {
      await lose();
      await new Promise((resolve) => void setTimeout(resolve, 100));
      await client.query('SELECT 1');
    })],
  ] as const)('a transaction fails, the process goes on and so does the pool: %s', async (_, work) => {
    expect(isDatabaseAway(await work().catch((error: unknown) => error))).toBe(true);
    await works();
  });

  it('a reader\'s query fails, the process goes on and so does the pool', async () => {
    const asking = queryAs(pool, nobody, 'SELECT pg_sleep(30)', []);
    await Promise.all([asking.catch((error: unknown) => expect(isDatabaseAway(error)).toBe(true)), new Promise((resolve) => void setTimeout(resolve, 100)).then(lose)]);
    await works();
  });
});
