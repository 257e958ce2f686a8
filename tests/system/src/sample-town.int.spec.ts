import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EventLog } from '@mash/event-log';
import { differencesFromSamples } from '@mash/golden';
import { createPool } from '@mash/postgres';
import { Person, buildTown, eventually } from '@mash/town';
import type { PractitionerKey } from '@mash/town';
import { startChild } from './harness/child.js';
import { startProduct } from './harness/product.js';
import type { Product } from './harness/product.js';

interface WorkItem { readonly kind: string; readonly worker: string | null; readonly awayWorker: string | null }

describe('the sample town', () => {
  const town = buildTown(1);
  let product: Product;
  /** Streams and how many events each holds: all but the record of reads, which grows by looking. */
  const recorded = async (): Promise<Map<string, number>> => {
    const pool = createPool(product.databases.url('mash_log', 'mash_owner'), 1);
    const { rows } = await pool.query<{ stream: string; events: number }>('SELECT stream, count(*)::int AS events FROM log.event WHERE stream NOT LIKE \'reads-%\' AND stream NOT LIKE \'$%\' GROUP BY stream');
    await pool.end();
    return new Map(rows.map(({ stream, events }) => [stream, events]));
  };
  const seed = async (): Promise<void> => {
    const seeder = startChild({ name: 'sample-town', script: 'tests/town/dist/main.js', environment: product.environment }, product.folder);
    expect(await seeder.ended).toBe(0);
  };
  const workOf = async (who: PractitionerKey): Promise<readonly WorkItem[]> => {
    const person = await Person.signIn(product.hubUrl, town.practitioners[who]);
    return (await person.read<{ work: { items: WorkItem[] } }>('{ work(first: 100) { items { kind worker awayWorker } } }')).work.items;
  };
  const kindsOf = async (who: PractitionerKey): Promise<string[]> => (await workOf(who)).map(({ kind }) => kind);

  beforeAll(async () => {
    product = await startProduct([town]);
    await seed();
  }, 180_000);
  afterAll(() => product.stop());

  it('has about 60 people', async () => {
    const people = [...(await recorded()).keys()].filter((stream) => stream.startsWith('person-'));
    expect(people.length).toBeGreaterThanOrEqual(55);
    expect(people.length).toBeLessThanOrEqual(65);
  });

  it('gives both hubs, police, hospital and school something to do', async () => {
    expect(await kindsOf('decisionMaker')).toEqual(expect.arrayContaining(['CONCERN_TO_TRIAGE', 'ANSWER_REQUEST', 'BASIS_UNDER_REVIEW', 'RESTRICTIONS_TO_ACCEPT']));
    expect(await kindsOf('neighbourWorker')).toContain('CONCERN_TO_TRIAGE');
    expect(await kindsOf('officer')).toEqual(expect.arrayContaining(['ANSWER_REQUEST', 'APPROVE_ONWARD']));
    expect(await kindsOf('trustLead')).toContain('ANSWER_REQUEST');
    expect(await kindsOf('schoolLead')).toContain('TELL_PERSON');
  });

  it('shows that a request is overdue, to those who asked', async () => {
    expect(await eventually(() => kindsOf('socialWorker'), (kinds) => kinds.includes('REQUEST_OVERDUE'), 30_000)).toContain('REQUEST_OVERDUE');
  });

  it('shows the work of somebody away to whoever covers', async () => {
    const away = town.practitioners.secondSocialWorker.id;
    expect(await workOf('socialWorker')).toContainEqual({ kind: 'ENQUIRY_ASSIGNED', worker: town.practitioners.socialWorker.id, awayWorker: away });
  });

  it('writes every event in the shape of the sample that is kept of it', async () => {
    const { MASH_EVENT_STORE: connectionString = '', MASH_EVENT_STORE_USER: user, MASH_EVENT_STORE_PASSWORD: password } = product.environment;
    const log = new EventLog({ connectionString, user, password });
    const { differences } = await differencesFromSamples(log.readAll());
    await log.close();
    expect(differences).toEqual([]);
  }, 60_000);

  it('gives the auditor three mandates', async () => {
    const auditor = await Person.signIn(product.hubUrl, town.practitioners.auditor);
    expect((await auditor.read<{ mandates: { total: number } }>('{ mandates { total } }')).mandates.total).toBe(3);
  });

  it('stays as it is when it is created again', async () => {
    // The steward's own record of what came due may still be on its way.
    await eventually(() => kindsOf('socialWorker'), (kinds) => kinds.filter((kind) => kind === 'REQUEST_OVERDUE').length >= 2, 30_000);
    const before = await recorded();
    await seed();
    expect(await recorded()).toEqual(before);
  }, 120_000);
});
