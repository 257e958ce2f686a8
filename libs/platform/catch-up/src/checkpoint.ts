import type { EventLog, PlacedEvent } from '@mash/event-log';
import type { Pool, PoolClient } from '@mash/postgres';

/**
 * The last event a follower took in. Stream, revision and id name it on any server; the position is the server's own
 * and only as good as the answer it came from. All are null before the first event.
 */
export interface Checkpoint {
  readonly position: bigint | null;
  readonly stream: string | null;
  readonly revision: bigint | null;
  readonly eventId: string | null;
}

/** The table of one row in which a follower keeps its checkpoint, in columns position, stream, revision and event_id. */
export interface CheckpointTable {
  /** With its schema. Written in code, never made from input: it becomes part of a statement. */
  readonly name: string;
  /** A column of this table in which events are counted. */
  readonly counts?: string;
  /** What its column `versions` must say: a process of another version does not own the rows beside it. */
  readonly versions?: string;
}

/** Another process moved this checkpoint on, or holds rows of another version: this one must not write. */
export class NotTheOwner extends Error {
  override readonly name = 'NotTheOwner';
}

/** The log is not the one that the checkpoint was written from. */
export class AnotherLog extends Error {
  override readonly name = 'AnotherLog';
}

interface CheckpointRow { position: string | null; stream: string | null; revision: string | null; event_id: string | null }

/** @throws Error when the table holds no row: its schema was not migrated */
export async function readCheckpoint(client: Pool | PoolClient, { name }: CheckpointTable): Promise<Checkpoint> {
  const { rows: [row] } = await client.query<CheckpointRow>(`SELECT position, stream, revision, event_id FROM ${name}`);
  if (!row) throw new Error(`There is no checkpoint in ${name}: its schema was not migrated.`);
  return row.stream === null || row.revision === null || row.position === null
    ? { position: null, stream: null, revision: null, eventId: null }
    : { position: BigInt(row.position), stream: row.stream, revision: BigInt(row.revision), eventId: row.event_id };
}

/** The checkpoint after this event. */
export const checkpointOf = ({ position, stream, revision, id }: PlacedEvent): Checkpoint => ({ position, stream, revision, eventId: id });

/**
 * Moves the checkpoint from one event to another, in the transaction that writes the rows and before any of them: whoever
 * comes second waits here and then finds that it is not the owner.
 * @returns how many events were counted so far, these included; 0 where the table does not count
 * @throws NotTheOwner when the checkpoint is not where `from` says
 */
export async function moveCheckpoint(client: PoolClient, table: CheckpointTable, from: Checkpoint, to: Checkpoint, events: number): Promise<number> {
  const counting = table.counts === undefined ? '' : `, ${table.counts} = ${table.counts} + ${Math.trunc(events)}`;
  const values: unknown[] = [to.position, to.stream, to.revision, to.eventId, from.eventId, from.stream, from.revision];
  if (table.versions !== undefined) values.push(table.versions);
  const { rows: [moved] } = await client.query<{ counted: string }>(
    `UPDATE ${table.name} SET position = $1, stream = $2, revision = $3, event_id = $4${counting}
      WHERE event_id IS NOT DISTINCT FROM $5::uuid AND stream IS NOT DISTINCT FROM $6::text AND revision IS NOT DISTINCT FROM $7::numeric
      ${table.versions === undefined ? '' : 'AND versions = $8'} RETURNING ${table.counts ?? '0'} AS counted`, values);
  if (!moved) throw new NotTheOwner(`Another process moved ${table.name} on.`);
  return Number(moved.counted);
}

/** Writes down the position that this server has for the same event, for whoever waits until a position is reached. */
export async function correctPosition(pool: Pool, table: CheckpointTable, { position, eventId }: Checkpoint): Promise<void> {
  await pool.query(`UPDATE ${table.name} SET position = $1 WHERE event_id = $2`, [position, eventId]);
}

/**
 * The checkpoint as this server has it. The event is asked for by its stream and revision, and the position comes from
 * the answer, so that moving to another server neither skips nor repeats (design section 7).
 * @throws AnotherLog when the server holds another event there, or none
 */
export async function confirmed(log: Pick<EventLog, 'readOne'>, checkpoint: Checkpoint): Promise<Checkpoint> {
  if (checkpoint.stream === null || checkpoint.revision === null) return checkpoint;
  const event = await log.readOne(checkpoint.stream, checkpoint.revision);
  if (event?.id !== checkpoint.eventId) {
    throw new AnotherLog('The event log does not hold the last event that was taken in. Point the service at the right log, or rebuild what it keeps.');
  }
  return { ...checkpoint, position: event.position };
}
