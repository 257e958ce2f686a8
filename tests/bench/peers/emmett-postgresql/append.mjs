// emmett on PostgreSQL through its own interface: a stream for each worker, each append at its exact version.
import { randomUUID } from 'node:crypto';
import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { serve } from '../serve.mjs';

const connectionString = process.env.MASH_BENCH_POSTGRES;
// The driver's pool of 10 would hold back 64 workers: this is what serves them best on two cores.
const pool = new pg.Pool({ connectionString, max: 32 });
const store = getPostgreSQLEventStore(connectionString, { connectionOptions: { pool } });
await store.schema.migrate();

await serve(async (amount, { type, data, metadata }) => {
  const stream = `bench-${randomUUID()}`;
  let expectedStreamVersion = 'STREAM_DOES_NOT_EXIST';
  for (let n = 0; n < amount; n += 1) {
    const done = await store.appendToStream(stream, [{ type, data: { ...data, n }, metadata }], { expectedStreamVersion });
    expectedStreamVersion = done.nextExpectedStreamVersion;
  }
});
await store.close();
await pool.end();
