import type { EventLog, PlacedEvent } from '@mash/event-log';
import type { Pool, PoolClient } from '@mash/postgres';

/** How far a set of views has come: the last event it took in, named so that any server can be asked for it. */
export interface Checkpoint {
  readonly versions: string;
  readonly position: bigint | null;
  readonly stream: string | null;
  readonly revision: bigint | null;
  readonly eventId: string | null;
  readonly handled: number;
}

interface CheckpointRow { versions: string; position: string; stream: string | null; revision: string | null; event_id: string | null; handled: string }

/** Reads the checkpoint; with `lock`, holds it against every other writer until the transaction ends. */
export async function readCheckpoint(client: Pool | PoolClient, schema: string, lock = false): Promise<Checkpoint | null> {
  const { rows } = await client.query<CheckpointRow>(`SELECT * FROM ${schema}.checkpoint ${lock ? 'FOR UPDATE' : ''}`);
  const [row] = rows;
  return row ? {
    versions: row.versions, position: row.stream === null ? null : BigInt(row.position), stream: row.stream,
    revision: row.revision === null ? null : BigInt(row.revision), eventId: row.event_id, handled: Number(row.handled),
  } : null;
}

/** Moves the checkpoint in the transaction that wrote the rows. */
export const moveCheckpoint = (client: PoolClient, schema: string, last: PlacedEvent, count: number): Promise<unknown> =>
  client.query(
    `UPDATE ${schema}.checkpoint SET position = $1, stream = $2, revision = $3, event_id = $4, handled = handled + $5`,
    [last.position, last.stream, last.revision, last.id, count]);

/**
 * The position to go on from, as this server counts. The checkpoint names an event; the server is asked for it, and
 * the position comes from the answer, so that moving to another server neither skips nor repeats (design section 7).
 * @throws Error when the server holds another event there: then it is not the log that these views were built from.
 */
export async function resumeFrom(log: EventLog, checkpoint: Pick<Checkpoint, 'stream' | 'revision' | 'eventId'>): Promise<bigint | null> {
  if (checkpoint.stream === null || checkpoint.revision === null) return null;
  const event = await log.readOne(checkpoint.stream, checkpoint.revision);
  if (event?.id !== checkpoint.eventId) {
    throw new Error('The event log does not hold the last event these views took in. Point the service at the right log, or rebuild the views.');
  }
  return event.position;
}
