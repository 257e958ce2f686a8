import type { AnyView } from '@mash/kernel';
import type { Checkpoint, CheckpointTable } from '@mash/catch-up';
import type { Pool, PoolClient } from '@mash/postgres';
import { versionsOf } from './schema.js';

/** How far a set of views has come, by which versions, and how many events it took in. */
export interface ViewsCheckpoint extends Checkpoint {
  readonly versions: string;
  readonly handled: number;
}

/** The checkpoint of the views in a schema, owned only by a process with the same views. */
export const viewsCheckpoint = (schema: string, views: readonly AnyView[]): CheckpointTable =>
  ({ name: `${schema}.checkpoint`, counts: 'handled', versions: versionsOf(views) });

interface CheckpointRow { versions: string; position: string; stream: string | null; revision: string | null; event_id: string | null; handled: string }

/** The checkpoint of the views in a schema that is there. */
export async function readViewsCheckpoint(client: Pool | PoolClient, schema: string): Promise<ViewsCheckpoint | null> {
  const { rows: [row] } = await client.query<CheckpointRow>(`SELECT versions, position, stream, revision, event_id, handled FROM ${schema}.checkpoint`);
  return row ? {
    versions: row.versions, position: row.stream === null ? null : BigInt(row.position), stream: row.stream,
    revision: row.revision === null ? null : BigInt(row.revision), eventId: row.event_id, handled: Number(row.handled),
  } : null;
}

/** The same for a schema that may be missing: null then. */
export async function findViewsCheckpoint(client: Pool | PoolClient, schema: string): Promise<ViewsCheckpoint | null> {
  const { rows: [there] } = await client.query<{ found: string | null }>('SELECT to_regclass($1)::text AS found', [`${schema}.checkpoint`]);
  return there?.found ? readViewsCheckpoint(client, schema) : null;
}
