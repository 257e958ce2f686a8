import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayKnowOf } from '@mash/access-policy';
import type { OrganisationId, PractitionerId, Row, UnitId, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import { createPool, queryAs, throwAwayDatabases } from '@mash/postgres';
import type { Pool, ThrowAwayDatabases } from '@mash/postgres';
import { letProjectorCreate } from './testing/owner.js';
import { toStored, upsertSql } from './rows.js';
import { createViews } from './create-views.js';
import { ViewReader } from './query.js';

const id = (kind: number, number: number): string => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const agencies = [1, 2, 3].map((n) => id(1, n) as OrganisationId);
const units = [1, 2, 3, 4].map((n) => id(2, n) as UnitId);
const people = [1, 2, 3, 4].map((n) => id(3, n) as PractitionerId);

const world: View = { name: 'world', version: 1, handles: [], keys: () => [], apply: () => null };
const rowOf: fc.Arbitrary<Row<unknown>> = fc.record({
  agency: fc.option(fc.constantFrom(...agencies), { nil: null }), units: fc.subarray(units), people: fc.subarray(people),
  only: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray(people)), excluded: fc.subarray(people, { maxLength: 1 }),
}).map((visibility) => ({ ...emptyRow<unknown>({}), ...visibility }));
const readerOf = fc.record({ practitioner: fc.constantFrom(...people), agency: fc.constantFrom(...agencies), units: fc.subarray(units) });

describe('row-level security', () => {
  let databases: ThrowAwayDatabases;
  let projector: Pool;
  let hub: Pool;
  beforeAll(async () => {
    databases = await throwAwayDatabases(['mash']);
    await letProjectorCreate(databases);
    projector = createPool(databases.url('mash', 'mash_projector'), 2);
    hub = createPool(databases.url('mash', 'mash_hub'), 2);
    await createViews(projector, [world]);
  });
  afterAll(async () => {
    await Promise.all([projector.end(), hub.end()]);
    await databases.drop();
  });

  it('5.R9 shows each reader exactly the rows that the policy lets them know of, and counts no other', async () => {
    await fc.assert(fc.asyncProperty(fc.array(rowOf, { minLength: 1, maxLength: 25 }), fc.array(readerOf, { minLength: 1, maxLength: 6 }), async (rows, readers) => {
      await projector.query('DELETE FROM views.world');
      await projector.query(upsertSql('views.world'), [JSON.stringify(rows.map((row, index) => toStored(`row-${String(index).padStart(3, '0')}`, row)))]);
      for (const reader of readers) {
        const wanted = rows.flatMap((row, index) => (mayKnowOf(reader, row) ? [`row-${String(index).padStart(3, '0')}`] : []));
        const page = await new ViewReader(hub).list(reader, 'world', {}, 100, null);
        expect({ keys: page.rows.map((row) => row.key), total: page.total }).toEqual({ keys: wanted, total: wanted.length });
      }
    }), { numRuns: 40, seed: 20_261_121 });
  });

  it('shows nothing at all to a connection that never said who reads', async () => {
    await projector.query(upsertSql('views.world'), [JSON.stringify([toStored('open', emptyRow<unknown>({}))])]);
    expect((await hub.query('SELECT key FROM views.world')).rows).toEqual([]);
  });

  it('carries no reader over to the next use of a pooled connection', async () => {
    const one = createPool(databases.url('mash', 'mash_hub'), 1);
    await projector.query(upsertSql('views.world'), [JSON.stringify([toStored('open', emptyRow<unknown>({}))])]);
    const reader = { practitioner: people[0] ?? '', agency: agencies[0] ?? '', units };
    expect(await queryAs(one, reader, `SELECT key FROM views.world WHERE key = 'open'`, [])).toEqual([{ key: 'open' }]);
    expect((await one.query('SELECT key FROM views.world')).rows).toEqual([]);
    await expect(queryAs(one, reader, 'SELECT key, 1 / $1::int FROM views.world', [0])).rejects.toThrow('division by zero');
    expect((await one.query('SELECT key FROM views.world')).rows).toEqual([]);
    await one.end();
  });

  it('keeps readers apart who share one connection at once', async () => {
    const one = createPool(databases.url('mash', 'mash_hub'), 1);
    await projector.query('DELETE FROM views.world');
    await projector.query(upsertSql('views.world'), [JSON.stringify(agencies.map((agency) => toStored(agency, { ...emptyRow<unknown>({}), agency, units })))]);
    const asked = Array.from({ length: 60 }, (_, n) => agencies[n % agencies.length] ?? '');
    const seen = await Promise.all(asked.map((agency) => new ViewReader(one).list({ practitioner: people[0] ?? '', agency, units }, 'world', {}, 100, null)));
    expect(seen.map(({ rows, total }) => ({ keys: rows.map(({ key }) => key), total }))).toEqual(asked.map((agency) => ({ keys: [agency], total: 1 })));
    await one.end();
  });

  it('counts the rows before a page too, and gives none after a cursor that no page gave out', async () => {
    const reader = { practitioner: people[0] ?? '', agency: agencies[0] ?? '', units };
    const views = new ViewReader(hub);
    await projector.query('DELETE FROM views.world');
    await projector.query(upsertSql('views.world'), [JSON.stringify(['a', 'b', 'c'].map((key) => toStored(key, { ...emptyRow<unknown>({}), agency: agencies[0] ?? null, units, sort: key })))]);
    const first = await views.list(reader, 'world', {}, 2, null);
    const second = await views.list(reader, 'world', {}, 2, first.next);
    expect([first, second].map(({ rows, total, next }) => [rows.map(({ key }) => key), total, next !== null])).toEqual([[['a', 'b'], 3, true], [['c'], 3, false]]);
    expect(await views.list(reader, 'world', {}, 2, 'made-up')).toMatchObject({ rows: [], total: 3, next: null });
  });

  it('lets the hub write nothing', async () => {
    await expect(hub.query('DELETE FROM views.world')).rejects.toThrow('permission denied');
  });
});
