import type { PlacedEvent } from '@mash/event-log';
import type { EventMetadata } from '@mash/kernel';
import type { Pool, PoolClient } from '@mash/postgres';
import { inTransaction } from '@mash/postgres';

/** How far the order has been written down. */
export interface OrderCheckpoint {
  readonly ordinal: number;
  readonly position: bigint | null;
  readonly stream: string | null;
  readonly revision: bigint | null;
  readonly eventId: string | null;
}

/** Another process wrote the order on: this one must read the checkpoint again. */
export class OrderMovedOn extends Error {
  override readonly name = 'OrderMovedOn';
}

interface CheckpointRow { ordinal: string; position: string | null; stream: string | null; revision: string | null; event_id: string | null }

const maybe = (value: string | null): bigint | null => (value === null ? null : BigInt(value));

/** The order of events in Postgres, without content, written by the notary alone. */
export class Ledger {
  constructor(private readonly pool: Pool) {}

  checkpoint(): Promise<OrderCheckpoint> {
    return readCheckpoint(this.pool, '');
  }

  /**
   * Writes a batch down and moves the checkpoint, in one transaction.
   * @throws OrderMovedOn when the checkpoint is not where `after` says
   */
  takeIn(after: OrderCheckpoint, batch: readonly PlacedEvent[]): Promise<OrderCheckpoint> {
    return inTransaction(this.pool, async (client) => {
      const held = await readCheckpoint(client, 'FOR UPDATE');
      if (held.ordinal !== after.ordinal || held.eventId !== after.eventId) throw new OrderMovedOn('Another notary wrote the order on.');
      const last = batch.at(-1);
      if (!last) return held;
      await client.query(insert, [JSON.stringify(batch.map((event, index) => entryOf(event, held.ordinal + index + 1)))]);
      const next = {
        ordinal: held.ordinal + batch.length, position: last.position, stream: last.stream, revision: last.revision, eventId: last.id,
      };
      await client.query('UPDATE notary.checkpoint SET ordinal = $1, position = $2, stream = $3, revision = $4, event_id = $5',
        [next.ordinal, next.position, next.stream, next.revision, next.eventId]);
      return next;
    });
  }

  /** The streams of one category that are in the order, each with its last revision there. */
  async streams(category: string): Promise<{ readonly stream: string; readonly revision: bigint }[]> {
    const { rows } = await this.pool.query<{ stream: string; revision: string }>(
      'SELECT stream, max(revision) AS revision FROM notary.entry WHERE stream >= $1 AND stream < $2 GROUP BY stream', [`${category}-`, `${category}.`]);
    return rows.map((row) => ({ stream: row.stream, revision: BigInt(row.revision) }));
  }
}

async function readCheckpoint(client: Pool | PoolClient, lock: '' | 'FOR UPDATE'): Promise<OrderCheckpoint> {
  const { rows: [row] } = await client.query<CheckpointRow>(`SELECT ordinal, position, stream, revision, event_id FROM notary.checkpoint ${lock}`);
  if (!row) throw new Error('The notary has no checkpoint: its schema was not migrated.');
  return {
    ordinal: Number(row.ordinal), position: maybe(row.position), stream: row.stream, revision: maybe(row.revision), eventId: row.event_id,
  };
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
