// message-db is functions in PostgreSQL: its own script installs them, and an append is a call of `write_message`.
import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { serve } from '../serve.mjs';

const connectionString = process.env.MASH_BENCH_POSTGRES;
const { hostname, port, username, password, pathname } = new URL(connectionString);
const installed = spawnSync('bash', ['install.sh'], {
  cwd: fileURLToPath(new URL('node_modules/@eventide/message-db/database/', import.meta.url)),
  env: { ...process.env, PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: decodeURIComponent(password), DATABASE_NAME: pathname.slice(1), CREATE_DATABASE: 'off' },
  stdio: ['ignore', 'ignore', 'pipe'],
});
if (installed.status !== 0) {
  process.stdout.write(`its own installation needs psql and did not succeed: ${String(installed.stderr).split('\n')[0]}\n`);
  process.exit(1);
}
const pool = new pg.Pool({ connectionString, max: 32, options: '-c search_path=message_store,public' });

await serve(async (amount, { type, data, metadata }) => {
  const stream = `bench-${randomUUID()}`;
  let version = -1;
  for (let n = 0; n < amount; n += 1) {
    const { rows } = await pool.query({
      name: 'write', text: 'SELECT message_store.write_message($1, $2, $3, $4::jsonb, $5::jsonb, $6)',
      values: [randomUUID(), stream, type, JSON.stringify({ ...data, n }), JSON.stringify(metadata), version],
    });
    version = Number(rows[0].write_message);
  }
});
await pool.end();
