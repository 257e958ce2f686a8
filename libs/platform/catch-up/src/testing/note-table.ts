import { createPool, throwAwayDatabases } from '@mash/postgres';
import type { Pool } from '@mash/postgres';
import type { Handler } from '../handler.js';

/** A follower's table that holds what was taken in, as often as it was, in the order in which it was counted. */
export interface NoteTable {
  readonly pool: Pool;
  readonly handler: Handler<readonly string[]>;
  ids(): Promise<string[]>;
  empty(): Promise<void>;
  drop(): Promise<void>;
}

export async function noteTable(): Promise<NoteTable> {
  const databases = await throwAwayDatabases(['mash']);
  const pool = createPool(databases.url('mash', 'mash_owner'), 4);
  await pool.query(`
    CREATE SCHEMA note;
    CREATE TABLE note.checkpoint (counted bigint NOT NULL, position numeric(20), stream text, revision numeric(20), event_id uuid);
    CREATE TABLE note.taken (ordinal bigint NOT NULL, event_id uuid NOT NULL);`);
  const empty = async (): Promise<void> => {
    await pool.query('TRUNCATE note.checkpoint, note.taken; INSERT INTO note.checkpoint (counted) VALUES (0)');
  };
  await empty();
  return {
    pool, empty,
    handler: {
      checkpoint: { name: 'note.checkpoint', counts: 'counted' }, names: new Set(['Noted']), newestSchema: () => 1,
      prepare: (batch) => Promise.resolve(batch.map(({ id }) => id)),
      write: async (client, ids, _, counted) => {
        await client.query('INSERT INTO note.taken SELECT $2::bigint + place, id FROM unnest($1::uuid[]) WITH ORDINALITY AS each(id, place)', [ids, counted - ids.length]);
      },
    },
    ids: async () => (await pool.query<{ event_id: string }>('SELECT event_id FROM note.taken ORDER BY ordinal')).rows.map((row) => row.event_id),
    drop: async () => {
      await pool.end();
      await databases.drop();
    },
  };
}
