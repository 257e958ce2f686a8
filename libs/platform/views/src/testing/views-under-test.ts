import { randomUUID } from 'node:crypto';
import { createThrowawayLog } from '@mash/embedded-event-store/testing';
import { EventLog, Journal } from '@mash/event-log';
import type { AnyView, CommandId, DomainEvent, EnquiryId, Instant, OrganisationId, PractitionerId, Recorded, Row, UnitId, View } from '@mash/kernel';
import { ViewMap, emptyRow } from '@mash/kernel';
import { createPool, throwAwayDatabases } from '@mash/postgres';
import type { Pool } from '@mash/postgres';
import { letProjectorCreate } from './owner.js';

type Kept = DomainEvent<'Noted', { readonly noteId: string; readonly enquiryId: EnquiryId | null }>
  | DomainEvent<'Signed' | 'Torn', { readonly enquiryId: string }>;

export const agency = '10000000-0000-4000-8000-000000000001' as OrganisationId;
export const unit = '20000000-0000-4000-8000-000000000001' as UnitId;
export const reader = { practitioner: '30000000-0000-4000-8000-000000000001' as PractitionerId, agency, units: [unit] };

/** Notes in an enquiry; later events find all of an enquiry's by a secondary key, and one kind removes them. */
export const notesView = (version = 1): View<Kept, { readonly signed: number }> => ({
  name: 'note', version, handles: ['Noted', 'Signed', 'Torn'],
  keys: ({ event }) => (event.type === 'Noted' ? [{ key: `${event.data.noteId}/own` }] : [{ lookup: `enquiry:${event.data.enquiryId}` }]),
  apply: (row, { event }): Row<{ readonly signed: number }> | null => {
    switch (event.type) {
      case 'Noted': return { ...emptyRow({ signed: 0 }), agency, units: [unit], enquiryId: event.data.enquiryId, lookups: [`enquiry:${event.data.enquiryId}`], sort: event.data.noteId };
      case 'Signed': return row && { ...row, body: { signed: row.body.signed + 1 } };
      case 'Torn': return null;
    }
  },
});

/** One row that counts: it shows whether an event was folded twice. */
export const tallyView: View<Kept, { readonly count: number }> = {
  name: 'tally', version: 1, handles: ['Noted', 'Signed'],
  keys: () => [{ key: 'all' }],
  apply: (row) => ({ ...emptyRow({ count: (row?.body.count ?? 0) + 1 }), agency, units: [unit] }),
};

export const testViews: readonly AnyView[] = [notesView(), tallyView];

/** A log and databases of their own, for specs of whatever keeps views. */
export interface ViewsUnderTest {
  readonly pool: Pool;
  readonly hub: Pool;
  readonly journal: Journal;
  /** Writes one of each kind of event now and then, in several enquiries, and a record of reads between. */
  write(count: number): Promise<void>;
  /** The rows of a schema, view by view, as JSON. */
  rows(schema: string, views?: readonly AnyView[]): Promise<Record<string, unknown>>;
  /** The rows that a fold of the whole log in memory leaves. */
  folded(views?: readonly AnyView[]): Promise<Record<string, unknown>>;
  forgetViews(): Promise<void>;
  stop(): Promise<void>;
}

const clock = { now: () => '2026-11-22T09:00:00.000Z' as Instant };

export async function viewsUnderTest(): Promise<ViewsUnderTest> {
  const databases = await throwAwayDatabases(['mash']);
  await letProjectorCreate(databases);
  const server = await createThrowawayLog();
  const store = await server.start();
  const log = new EventLog({ connectionString: store.connectionString });
  const journal = new Journal(log, { seal: (_, events) => Promise.resolve([...events]), open: (_, events) => Promise.resolve([...events]) }, clock,
    { policyVersion: 'test', ruleSetAt: () => 'test' });
  const [pool, hub] = [createPool(databases.url('mash', 'mash_projector'), 6), createPool(databases.url('mash', 'mash_hub'), 2)];
  return {
    pool, hub, journal, write: writerOf(journal),
    rows: (schema, views = testViews) => rowsOf(pool, schema, views),
    folded: (views = testViews) => foldedOf(journal, views),
    forgetViews: async () => {
      for (const schema of ['views', 'views_next', 'views_former']) await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
    },
    stop: async () => {
      await Promise.all([pool.end(), hub.end(), log.close()]);
      await store.stop();
      await server.drop();
      await databases.drop();
    },
  };
}

function writerOf(journal: Journal): (count: number) => Promise<void> {
  const enquiries = Array.from({ length: 5 }, () => randomUUID() as string as EnquiryId);
  const revisions = new Map<string, bigint>();
  let written = 0;
  const append = async (stream: string, event: DomainEvent): Promise<void> => {
    const { revision } = await journal.append(stream, revisions.get(stream) ?? 'none', [event], {
      commandId: randomUUID() as string as CommandId, correlationId: 'test', actor: { kind: 'process', process: 'test', agency: null },
    }, {});
    revisions.set(stream, revision);
  };
  const next = (enquiryId: EnquiryId): Kept => {
    if (written % 97 === 96) return { type: 'Torn', schema: 1, data: { enquiryId } };
    if (written % 7 === 6) return { type: 'Signed', schema: 1, data: { enquiryId } };
    return { type: 'Noted', schema: 1, data: { noteId: randomUUID(), enquiryId: written % 11 === 0 ? null : enquiryId } };
  };
  return async (count) => {
    for (const until = written + count; written < until; written += 1) {
      const enquiryId = enquiries[written % enquiries.length] ?? enquiries[0] as EnquiryId;
      await append(`enquiry-${enquiryId}`, next(enquiryId));
      if (written % 4 === 0) await append('reads-test', { type: 'RecordsRead', schema: 1, data: {} });
    }
  };
}

const sorted = (entries: [string, unknown][]): [string, unknown][] => entries.sort(([a], [b]) => (a < b ? -1 : 1));

async function rowsOf(pool: Pool, schema: string, views: readonly AnyView[]): Promise<Record<string, unknown>> {
  const all = await Promise.all(views.map(async ({ name }) => {
    const { rows } = await pool.query<{ key: string; body: unknown; enquiry_id: string | null }>(`SELECT key, body, enquiry_id FROM ${schema}.${name}`);
    return [name, sorted(rows.map((row) => [row.key, { body: row.body, enquiryId: row.enquiry_id }]))] as const;
  }));
  return Object.fromEntries(all);
}

async function foldedOf(journal: Journal, views: readonly AnyView[]): Promise<Record<string, unknown>> {
  const maps = views.map((view) => new ViewMap<DomainEvent, unknown>(view));
  for await (const event of journal.log.readAll()) {
    const opened: Recorded[] = event.stream.startsWith('reads-') ? [] : await journal.opened([event]);
    for (const recorded of opened) for (const map of maps) map.apply(recorded);
  }
  return Object.fromEntries(maps.map((map) => [map.view.name, sorted([...map.entries()].map(([key, { body, enquiryId }]) => [key, { body, enquiryId }]))]));
}
