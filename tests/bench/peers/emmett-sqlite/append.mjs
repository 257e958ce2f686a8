// emmett on SQLite through its own interface: a file, write-ahead log, and SQLite's own default of a sync at each commit.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getSQLiteEventStore } from '@event-driven-io/emmett-sqlite';
import { serve } from '../serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mash-bench-'));
const store = getSQLiteEventStore({ fileName: join(folder, 'log.db'), schema: { autoMigration: 'CreateOrUpdate' } });

// The store works on one connection, and a second transaction begun on it meanwhile fails: workers take turns.
let before = Promise.resolve();
const inTurn = (work) => (before = before.then(() => untilFree(work)));

// It answers "busy" now and then, having rolled back, when the connection it closed a moment ago is still at work.
const BUSY = 5;
async function untilFree(work) {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (error.errno !== BUSY) throw error;
    }
  }
}

await serve(async (amount, { type, data, metadata }) => {
  const stream = `bench-${randomUUID()}`;
  let expectedStreamVersion = 'STREAM_DOES_NOT_EXIST';
  for (let n = 0; n < amount; n += 1) {
    const done = await inTurn(() => store.appendToStream(stream, [{ type, data: { ...data, n }, metadata }], { expectedStreamVersion }));
    expectedStreamVersion = done.nextExpectedStreamVersion;
  }
});
rmSync(folder, { recursive: true, force: true });
