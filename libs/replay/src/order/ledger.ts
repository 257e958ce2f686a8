import { readCheckpoint } from '@mash/catch-up';
import type { Checkpoint, CheckpointTable } from '@mash/catch-up';
import type { PlacedEvent } from '@mash/event-log';
import type { EventMetadata } from '@mash/kernel';
import type { Pool, PoolClient } from '@mash/postgres';

/** Where the order keeps how far it was written down. An event's ordinal is how many were counted when it was taken in. */
export const orderCheckpoint: CheckpointTable = { name: 'notary.checkpoint', counts: 'ordinal' };

/** The order of events in Postgres, without content, written by the notary alone. */
export class Ledger {
  constructor(private readonly pool: Pool) {}

  /** The last event in the order. */
  checkpoint(): Promise<Checkpoint> {
    return readCheckpoint(this.pool, orderCheckpoint);
  }

  /** How many events are in the order. */
  async length(): Promise<number> {
    const { rows: [row] } = await this.pool.query<{ ordinal: string }>('SELECT ordinal FROM notary.checkpoint');
    return Number(row?.ordinal ?? 0);
  }

  /** Writes a batch down in a transaction that has counted it: its last event gets the ordinal `counted`. */
  async write(client: PoolClient, batch: readonly PlacedEvent[], counted: number): Promise<void> {
    const before = counted - batch.length;
    await client.query(insert, [JSON.stringify(batch.map((event, index) => entryOf(event, before + index + 1)))]);
  }

  /** The streams of one category that are in the order, each with its last revision there. */
  async streams(category: string): Promise<{ readonly stream: string; readonly revision: bigint }[]> {
    const { rows } = await this.pool.query<{ stream: string; revision: string }>(
      'SELECT stream, max(revision) AS revision FROM notary.entry WHERE stream >= $1 AND stream < $2 GROUP BY stream', [`${category}-`, `${category}.`]);
    return rows.map((row) => ({ stream: row.stream, revision: BigInt(row.revision) }));
  }
}

const insert = `
  INSERT INTO notary.entry (ordinal, event_id, stream, revision, type, agency, practitioner, process, recorded_at, occurred_at, enquiry_id, subjects)
  SELECT ordinal, event_id, stream, revision, type, agency, practitioner, process, recorded_at, occurred_at, enquiry_id, subjects
    FROM jsonb_to_recordset($1::jsonb) AS e(
      ordinal bigint, event_id uuid, stream text, revision numeric, type text, agency uuid, practitioner uuid, process text,
      recorded_at timestamptz, occurred_at timestamptz, enquiry_id uuid, subjects uuid[])`;

function entryOf(event: PlacedEvent, ordinal: number): Readonly<Record<string, unknown>> {
  const { actor, recordedAt, occurredAt, enquiryId, subjects } = event.metadata as unknown as EventMetadata;
  return {
    ordinal, event_id: event.id, stream: event.stream, revision: event.revision.toString(), type: event.type, agency: actor.agency,
    practitioner: actor.kind === 'practitioner' ? actor.practitioner : null, process: actor.kind === 'process' ? actor.process : null,
    recorded_at: recordedAt, occurred_at: occurredAt, enquiry_id: enquiryId, subjects,
  };
}
