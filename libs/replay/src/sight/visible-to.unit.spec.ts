import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayKnowOf } from '@mash/access-policy';
import type { Actor, DomainEvent, EventId, Instant, OrganisationId, PractitionerId, Recorded, Row, UnitId, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import { opened, replayViews } from './replay-views.js';
import { visibleTo } from './visible-to.js';

type Noted = DomainEvent<'Noted', { readonly key: string; readonly row: Row<{ readonly note: number }> | null }>;

const noteView = (name: string): View<Noted, { readonly note: number }> => ({
  name, version: 1, handles: ['Noted'], keys: ({ event }) => [{ key: event.data.key }], apply: (_, { event }) => event.data.row,
});

const now = '2026-11-21T09:00:00.000Z' as Instant;
const recorded = (event: Noted, index: number): Recorded<Noted> => ({
  event, id: `event-${index}` as EventId, stream: 'enquiry-x', revision: BigInt(index), position: BigInt(index),
  metadata: { recordedAt: now } as Recorded['metadata'],
});

const agencies = ['council', 'force'] as OrganisationId[];
const units = ['desk', 'team', 'ward'] as UnitId[];
const people = ['amara', 'ben', 'cleo'] as PractitionerId[];
const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.subarray([...values]);
const rowOf = fc.record({
  agency: fc.constantFrom(null, ...agencies), units: some(units), people: some(people), only: some(people), excluded: some(people), note: fc.nat(9),
}).map(({ note, ...visibility }): Row<{ readonly note: number }> => ({ ...emptyRow({ note }), ...visibility }));
const history = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), row: fc.option(rowOf) }), { maxLength: 30 })
  .map((notes) => notes.map((data, index) => recorded({ type: 'Noted', schema: 1, data }, index)));
const actorOf = fc.record({ practitioner: fc.constantFrom(...people), agency: fc.constantFrom(...agencies), units: some(units) });
const worker = (actor: Pick<Actor, 'practitioner' | 'agency' | 'units'>): Actor => ({ ...actor, roles: ['social-worker'] });

async function* logOf<T>(events: readonly T[]): AsyncGenerator<T> {
  yield* await Promise.resolve(events);
}

describe('what somebody can see of replayed views', () => {
  it('is each latest row that they may know of, and no other', () => fc.assert(fc.asyncProperty(history, actorOf, async (events, actor) => {
    const { maps } = await replayViews(events, [noteView('enquiry')], null);
    const latest = new Map(events.map(({ event }) => [event.data.key, event.data.row]));
    const expected = [...latest].flatMap(([key, row]) => (row !== null && mayKnowOf(actor, row) ? [{ key, note: row.body.note }] : []));
    const seen = visibleTo(maps, { actor: worker(actor), now, purpose: null }).map(({ key, row }) => ({ key, note: (row.body as { note: number }).note }));
    expect(seen).toEqual(expected.sort((a, b) => a.key.localeCompare(b.key)));
  })));

  it('is nothing of a view that their post may not read, or that no permission is known for', async () => {
    const row = { ...emptyRow({ note: 1 }), agency: null };
    const event = recorded({ type: 'Noted', schema: 1, data: { key: 'a', row } }, 0);
    const { maps } = await replayViews([event], [noteView('enquiry'), noteView('unheard_of')], null);
    const actor = { practitioner: people[0], agency: agencies[0], units: [] } as unknown as Actor;
    const viewsFor = (...roles: string[]): string[] => visibleTo(maps, { actor: { ...actor, roles }, now, purpose: null }).map(({ view }) => view);
    expect(viewsFor('social-worker')).toEqual(['enquiry']);
    expect(viewsFor('directory-administrator')).toEqual([]);
    expect(viewsFor()).toEqual([]);
  });

  it('is narrowed by the view\'s own rules, with what was held back', async () => {
    const { maps } = await replayViews([recorded({ type: 'Noted', schema: 1, data: { key: 'a', row: emptyRow({ note: 7 }) } }, 0)], [noteView('enquiry')], null);
    const actor: Actor = { practitioner: 'amara' as PractitionerId, agency: 'council' as OrganisationId, units: [], roles: ['social-worker'] };
    const [seen] = visibleTo(maps, { actor, now, purpose: null }, {
      enquiry: () => ({ body: { note: null }, withheld: [{ field: 'note', rule: '5.R2' }] }),
    });
    expect(seen).toMatchObject({ row: { body: { note: null } }, withheld: [{ field: 'note', rule: '5.R2' }] });
  });
});

describe('a prefix of the log', () => {
  const events = [1, 2, 3].map((note, index) => recorded({ type: 'Noted', schema: 1, data: { key: 'a', row: emptyRow({ note }) } }, index));

  it('11.R16 ends with the event that names it, whatever came later', () => fc.assert(fc.asyncProperty(history, fc.nat(29), async (whole, at) => {
    const through = whole[at];
    if (!through) return;
    const cut = await replayViews(logOf(whole), [noteView('enquiry')], through.id);
    const prefix = await replayViews(whole.slice(0, at + 1), [noteView('enquiry')], null);
    expect(cut).toMatchObject({ last: { id: through.id }, events: at + 1, complete: true });
    expect([...cut.maps.get('enquiry')?.entries() ?? []]).toEqual([...prefix.maps.get('enquiry')?.entries() ?? []]);
  })));

  it('is not complete when the log ended before that event', async () => {
    expect(await replayViews(events, [noteView('enquiry')], 'elsewhere' as EventId)).toMatchObject({ complete: false, events: 3 });
  });

  it('leaves records of reads out, and opens in batches', async () => {
    const placed = (stream: string, index: number) => ({ id: `${index}`, type: 'Noted', data: {}, metadata: {}, stream, revision: 0n, position: 0n });
    const log = Array.from({ length: 2_500 }, (_, index) => placed(index % 5 === 0 ? 'reads-x' : 'enquiry-x', index));
    const sizes: number[] = [];
    const journal = { opened: (batch: readonly unknown[]) => {
      sizes.push(batch.length);
      return Promise.resolve(batch as never[]);
    } };
    let count = 0;
    for await (const event of opened(logOf(log), journal)) {
      expect(event.stream).toBe('enquiry-x');
      count += 1;
    }
    expect({ count, sizes }).toEqual({ count: 2_000, sizes: [1_000, 1_000, 0] });
  });
});
