import type { EventId, Instant, OrganisationId } from '@mash/kernel';
import type { Pool } from '@mash/postgres';

/** One line of the order. What of it a reader may know is decided by who gave them a mandate. */
export interface Entry {
  readonly ordinal: number;
  readonly eventId: EventId;
  readonly stream: string;
  readonly revision: bigint;
  readonly type: string;
  readonly agency: OrganisationId | null;
  readonly practitioner: string | null;
  readonly process: string | null;
  readonly recordedAt: Instant;
  readonly occurredAt: Instant;
  readonly enquiryId: string | null;
  readonly subjects: readonly string[];
}

export interface OrderFilter {
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly agency: OrganisationId | null;
  readonly type: string | null;
  /** Finds events of `enquiriesOf` only: elsewhere even that an event belongs to an enquiry is not shown. */
  readonly enquiryId: string | null;
  readonly enquiriesOf: readonly OrganisationId[];
}

interface EntryRow {
  ordinal: string; event_id: EventId; stream: string; revision: string; type: string; agency: OrganisationId | null; practitioner: string | null;
  process: string | null; recorded_at: Date; occurred_at: Date; enquiry_id: string | null; subjects: string[];
}

const columns = 'ordinal, event_id, stream, revision, type, agency, practitioner, process, recorded_at, occurred_at, enquiry_id, subjects::text[]';

const toEntry = (row: EntryRow): Entry => ({
  ordinal: Number(row.ordinal), eventId: row.event_id, stream: row.stream, revision: BigInt(row.revision), type: row.type, agency: row.agency,
  practitioner: row.practitioner, process: row.process, recordedAt: row.recorded_at.toISOString() as Instant,
  occurredAt: row.occurred_at.toISOString() as Instant, enquiryId: row.enquiry_id, subjects: row.subjects,
});

/** Questions about the order of events. */
export class Order {
  constructor(private readonly pool: Pool) {}

  /** Events in order after an ordinal, and how many the filter finds in all. */
  async page(filter: OrderFilter, first: number, after: number): Promise<{ readonly entries: readonly Entry[]; readonly total: number }> {
    const where = `($1::timestamptz IS NULL OR recorded_at >= $1) AND ($2::timestamptz IS NULL OR recorded_at < $2)
      AND ($3::uuid IS NULL OR agency = $3) AND ($4::text IS NULL OR type = $4)
      AND ($5::uuid IS NULL OR (enquiry_id = $5 AND agency = ANY($6::uuid[])))`;
    const values = [filter.from, filter.until, filter.agency, filter.type, filter.enquiryId, filter.enquiriesOf];
    const counted = await this.pool.query<{ total: string }>(`SELECT count(*) AS total FROM notary.entry WHERE ${where}`, values);
    const { rows } = await this.pool.query<EntryRow>(
      `SELECT ${columns} FROM notary.entry WHERE ${where} AND ordinal > $7 ORDER BY ordinal LIMIT $8`, [...values, after, first]);
    return { entries: rows.map(toEntry), total: Number(counted.rows[0]?.total ?? 0) };
  }

  async find(eventId: string): Promise<Entry | null> {
    const { rows: [row] } = await this.pool.query<EntryRow>(`SELECT ${columns} FROM notary.entry WHERE event_id = $1`, [eventId]);
    return row ? toEntry(row) : null;
  }

  /** The last event in order that was recorded by that moment. */
  async lastBy(at: Instant): Promise<Entry | null> {
    const { rows: [row] } = await this.pool.query<EntryRow>(
      `SELECT ${columns} FROM notary.entry WHERE recorded_at <= $1 ORDER BY ordinal DESC LIMIT 1`, [at]);
    return row ? toEntry(row) : null;
  }
}
