import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditRecorder } from '@mash/access';
import type { AuditPerformed } from '@mash/access-events';
import { EventLog, Journal, LogUnavailable, isFollowed } from '@mash/event-log';
import type { Sealer } from '@mash/event-log';
import type { Actor, EventId, Recorded } from '@mash/kernel';
import { createPool } from '@mash/postgres';
import type { Pool } from '@mash/postgres';
import { openJournal } from '@mash/service';
import type { OpenNotary } from './open-notary.js';
import { Audits } from './service/auditing.js';
import { History, farAhead, longAgo, ours, theirs, writeHistory } from './testing/history.js';
import { amara, auditRoom, council, force, gareth, inspectorate, noor, tess } from './testing/people.js';
import { startServers } from './testing/servers.js';
import type { Servers } from './testing/servers.js';

interface Answer { readonly data?: Record<string, never> | null; readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[] }

const replay = `query($first: Int, $after: String, $enquiryId: Uuid, $agency: Uuid, $type: ShortText) {
  replay(first: $first, after: $after, enquiryId: $enquiryId, agency: $agency, type: $type) {
    total next items { ordinal eventId type agency mandated recordedAt actor stream revision enquiryId subjects } } }`;
const openEvent = `query($eventId: Uuid!, $purpose: Text!) { openEvent(eventId: $eventId, purpose: $purpose) {
  event { ordinal stream } content { path value withheld } } }`;
const asOf = `query($who: Uuid!, $eventId: Uuid, $at: Instant, $first: Int, $after: String, $views: [ShortText!]) {
  asOf(practitionerId: $who, eventId: $eventId, at: $at, purpose: "What was known", first: $first, after: $after, views: $views) {
    agency units total next through items { view key agency status withheld { field rule } body } } }`;

interface Line { readonly ordinal: number; readonly eventId: string; readonly type: string; readonly agency: string | null; readonly mandated: boolean; readonly actor: string | null; readonly stream: string | null; readonly subjects: string[] | null }
interface Row { readonly view: string; readonly key: string; readonly agency: string | null; readonly status: string | null; readonly withheld: unknown[]; readonly body: { grounds?: unknown[]; summary?: string | null } | null }

const unsealed: Sealer = { seal: (_, events) => Promise.resolve([...events]), open: (_, events) => Promise.resolve([...events]) };

describe('the notary', () => {
  let servers: Servers;
  let notary: OpenNotary;
  let journal: Journal;
  let closeJournal: () => Promise<void>;
  let pool: Pool;
  let history: History;
  let events: { opened: EventId; police: EventId; posted: EventId };
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    servers = await startServers();
    const opened = openJournal(servers.access);
    [journal, closeJournal] = [opened.journal, () => opened.close()];
    pool = createPool(servers.postgres, 1);
    history = new History(journal, () => servers.issuer);
    events = await writeHistory(history);
    await history.mandate(council);
    notary = await servers.notary();
    for (const username of ['noor', 'tess', 'amara', 'piet'] as const) tokens[username] = await servers.tokenOf(username);
    await caughtUp();
  }, 60_000);

  afterAll(async () => {
    await notary.stop();
    await pool.end();
    await closeJournal();
    await servers.stop();
  });

  const eventsInLog = async (): Promise<number> => {
    let count = 0;
    for await (const event of journal.log.readAll()) if (isFollowed(event.stream)) count += 1;
    return count;
  };
  const until = async (holds: () => boolean): Promise<void> => {
    for (let tries = 0; !holds(); tries += 1) {
      if (tries > 400) throw new Error('The notary did not catch up.');
      await new Promise((resolve) => void setTimeout(resolve, 25));
    }
  };
  const caughtUp = async (): Promise<void> => {
    const all = await eventsInLog();
    await until(() => notary.follower.state.ok && notary.follower.state.handled === all);
  };
  const ask = async (who: string | null, query: string, variables: Record<string, unknown> = {}): Promise<Answer> => {
    const answer = await fetch(`${notary.url}/graphql`, {
      method: 'POST', body: JSON.stringify({ query, variables }),
      headers: { 'content-type': 'application/json', ...(who === null ? {} : { authorization: `Bearer ${tokens[who] ?? who}` }) },
    });
    return await answer.json() as Answer;
  };
  const lines = async (who: string, variables = {}): Promise<{ total: number; next: string | null; items: Line[] }> =>
    (await ask(who, replay, variables)).data?.['replay'] as unknown as { total: number; next: string | null; items: Line[] };
  const sight = async (variables: Record<string, unknown>): Promise<{ total: number; next: string | null; units: string[]; items: Row[] }> =>
    (await ask('noor', asOf, variables)).data?.['asOf'] as never;
  const codeOf = (answer: Answer): string | undefined => answer.errors?.[0]?.extensions.code;
  const audits = async (): Promise<Recorded<AuditPerformed>[]> => {
    const found = [];
    for await (const event of journal.log.readAll()) if (event.type === 'AuditPerformed') found.push(event);
    return journal.opened<AuditPerformed>(found);
  };

  it('answers nobody who is not signed in, not an auditor, or not known', async () => {
    expect(codeOf(await ask(null, replay))).toBe('NOT_SIGNED_IN');
    expect(codeOf(await ask('nonsense', replay))).toBe('NOT_SIGNED_IN');
    expect(codeOf(await ask('amara', replay))).toBe('NOT_PERMITTED');
    expect(codeOf(await ask('piet', replay))).toBe('NOT_PERMITTED');
  });

  it('offers the queries of an auditor and no type of the hub', async () => {
    const { data } = await ask(null, '{ __schema { queryType { fields { name } } types { name } } }');
    const schema = data?.['__schema'] as unknown as { queryType: { fields: { name: string }[] }; types: { name: string }[] };
    expect(schema.queryType.fields.map(({ name }) => name).sort()).toEqual(['asOf', 'mandates', 'openEvent', 'replay']);
    expect(schema.types.map(({ name }) => name)).not.toContain('Practitioner');
  });

  it('11.R18 replays every event in order, and outside the mandate only type, time and agency', async () => {
    const { items, total } = await lines('noor');
    expect(total).toBe(await eventsInLog());
    expect(items.map(({ ordinal }) => ordinal)).toEqual(items.map((_, index) => index + 1));
    const [own, other] = [events.opened, events.police].map((id) => items.find(({ eventId }) => eventId === id));
    expect(own).toMatchObject({ type: 'EnquiryOpened', agency: council, mandated: true, actor: amara, stream: `enquiry-${ours}`, revision: '0', enquiryId: ours });
    expect(own?.subjects).toHaveLength(1);
    expect(other).toMatchObject({ type: 'EnquiryOpened', agency: force, mandated: false, actor: null, stream: null, revision: null, enquiryId: null, subjects: null });
  });

  it('11.R18 shows an auditor without a mandate the order and nothing of its content', async () => {
    const { items, total } = await lines('tess');
    expect(total).toBe(await eventsInLog());
    expect(items.filter(({ mandated, stream, actor, subjects }) => mandated || stream !== null || actor !== null || subjects !== null)).toEqual([]);
  });

  it('11.R18 does not tell by a filter to which enquiry another agency\'s event belongs', async () => {
    expect((await lines('noor', { enquiryId: ours })).total).toBe(1);
    expect((await lines('noor', { enquiryId: theirs }))).toMatchObject({ total: 0, items: [] });
    expect((await lines('tess', { enquiryId: ours })).total).toBe(0);
  });

  it('pages by cursor and filters by agency and type', async () => {
    const first = await lines('noor', { first: 3 });
    const second = await lines('noor', { first: 3, after: first.next });
    expect([...first.items, ...second.items].map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4, 5, 6]);
    expect((await lines('noor', { agency: force, type: 'EnquiryOpened' })).items.map(({ eventId }) => eventId)).toEqual([events.police]);
  });

  it('11.R18 opens content with the keys of the mandate, and withholds what only others hold', async () => {
    const told = await history.informed('Words of the force');
    await caughtUp();
    const opened = await ask('noor', openEvent, { eventId: events.opened, purpose: 'Sampling' });
    expect(JSON.stringify(opened.data)).toContain('Two siblings alone at night');
    const other = await ask('noor', openEvent, { eventId: told, purpose: 'Sampling' });
    expect(JSON.stringify(other.data)).not.toContain('Words of the force');
    expect(other.data?.['openEvent']?.['content']).toContainEqual({ path: '/told', value: null, withheld: true });
  });

  it('11.R18 opens nothing without a mandate, nor outside it, and needs a purpose', async () => {
    expect(codeOf(await ask('tess', openEvent, { eventId: events.opened, purpose: 'Sampling' }))).toBe('NOT_FOUND');
    expect(codeOf(await ask('noor', openEvent, { eventId: events.police, purpose: 'Sampling' }))).toBe('NOT_FOUND');
    expect(codeOf(await ask('noor', openEvent, { eventId: '00000000-0000-4000-8000-00000000ffff', purpose: 'Sampling' }))).toBe('NOT_FOUND');
    expect(codeOf(await ask('noor', openEvent, { eventId: events.opened, purpose: '  ' }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await ask('noor', '{ openEvent(eventId: "00000000-0000-4000-8000-00000000ffff") { event { ordinal } } }'))).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('11.R16 shows what somebody could see just before and just after a change', async () => {
    const before = (await lines('noor', { first: 500 })).items.at(-1)?.eventId;
    const beforeAt = journal.clock.now();
    await new Promise((resolve) => void setTimeout(resolve, 5));
    const after = await history.grounds('A neighbour rang twice');
    await caughtUp();
    const seen = async (moment: Record<string, unknown>): Promise<unknown[] | undefined> =>
      (await sight({ who: amara, views: ['enquiry'], ...moment })).items.find(({ key }) => key === ours)?.body?.grounds;
    expect(await seen({ eventId: before })).toEqual([]);
    expect(await seen({ at: beforeAt })).toEqual([]);
    expect(await seen({ eventId: after })).toHaveLength(1);
    expect(await seen({})).toMatchObject([{ ground: 'CA1989_S47', reasons: 'A neighbour rang twice' }]);
    expect(await seen({ at: farAhead })).toHaveLength(1);
  });

  it('11.R16 judges by the posts of that moment, and shows no row of another agency', async () => {
    const rows = (await sight({ who: amara })).items;
    expect(rows.filter(({ agency }) => agency !== null).map(({ view, key }) => `${view}:${key}`)).toEqual([`enquiry:${ours}`]);
    expect(codeOf(await ask('noor', asOf, { who: amara, at: longAgo }))).toBe('NOT_FOUND');
    const registered = (await lines('noor', { type: 'PractitionerRegistered' })).items.at(-1)?.eventId;
    expect(await sight({ who: amara, eventId: registered })).toMatchObject({ units: [], total: 0 });
  });

  it('11.R18 shows of an agency without mandate only that the row was there', async () => {
    const { items } = await sight({ who: gareth, views: ['enquiry'] });
    expect(items).toEqual([{ view: 'enquiry', key: theirs, agency: force, status: null, withheld: [{ field: '*', rule: '11.R18' }], body: null }]);
    expect(codeOf(await ask('tess', asOf, { who: amara }))).toBe('NOT_FOUND');
  });

  it('pages what somebody could see by cursor', async () => {
    const first = await sight({ who: amara, first: 2 });
    const rest = await sight({ who: amara, first: 100, after: first.next });
    const whole = await sight({ who: amara });
    expect([...first.items, ...rest.items].map(({ key }) => key)).toEqual(whole.items.map(({ key }) => key));
    expect(whole).toMatchObject({ total: whole.items.length, next: null });
    expect((await sight({ who: amara, after: Buffer.from('made:up').toString('base64url') })).items).toEqual([]);
  });

  it('refuses a moment and an event at once', async () => {
    expect(codeOf(await ask('noor', asOf, { who: amara, at: longAgo, eventId: events.opened }))).toBe('BAD_USER_INPUT');
  });

  it('11.R18 records every audit before it answers, with purpose and what was opened, refusals too', async () => {
    const before = (await audits()).length;
    await ask('noor', openEvent, { eventId: events.opened, purpose: 'Complaint of March' });
    await ask('tess', openEvent, { eventId: events.opened, purpose: 'Looking' });
    await ask('noor', asOf, { who: amara, eventId: events.opened });
    await ask('noor', '{ mandates { id } }');
    const made = (await audits()).slice(before);
    expect(made.map(({ event: { data } }) => ({ ...data, purpose: data.purpose?.value }))).toEqual([
      { operation: 'openEvent', auditor: noor, agency: inspectorate, purpose: 'Complaint of March', opened: [events.opened], practitioner: null, through: null },
      { operation: 'openEvent', auditor: tess, agency: inspectorate, purpose: 'Looking', opened: [], practitioner: null, through: null },
      { operation: 'asOf', auditor: noor, agency: inspectorate, purpose: 'What was known', opened: [`enquiry:${ours}`], practitioner: amara, through: events.opened },
      { operation: 'mandates', auditor: noor, agency: inspectorate, purpose: undefined, opened: [], practitioner: null, through: null },
    ]);
    expect(new Set(made.map(({ stream }) => stream)).size).toBe(1);
    expect(made[0]?.stream).toMatch(/^reads-/);
  });

  it('11.R18 shows nothing when the audit cannot be recorded', async () => {
    const nowhere = new EventLog({ connectionString: 'esdb://127.0.0.1:1?tls=false', deadline: 200 });
    const deaf = new Journal(nowhere, unsealed, journal.clock, { policyVersion: 'x', ruleSetAt: () => 'x' });
    const unheard = new Audits(notary.follower, new AuditRecorder(deaf, 'notary'), journal);
    const auditor: Actor = { practitioner: noor, agency: inspectorate, units: [auditRoom], roles: ['auditor'] };
    await expect(unheard.answer({ operation: 'replay', auditor }, () => Promise.resolve({ answer: 'content' }))).rejects.toBeInstanceOf(LogUnavailable);
    await nowhere.close();
  });

  it('11.R18 lists the mandates held, and one that ended opens nothing any more', async () => {
    const mandate = await history.mandate(force);
    await caughtUp();
    expect(JSON.stringify(await ask('noor', openEvent, { eventId: events.police, purpose: 'Sampling' }))).toContain('Calls to an address');
    await history.endMandate(mandate, force);
    await caughtUp();
    expect(codeOf(await ask('noor', openEvent, { eventId: events.police, purpose: 'Sampling' }))).toBe('NOT_FOUND');
    const held = (await ask('noor', '{ mandates { id agency inForce purpose endedAt } }')).data?.['mandates'];
    expect(held).toHaveLength(2);
    expect(held).toEqual(expect.arrayContaining([
      { id: expect.any(String), agency: council, inForce: true, purpose: 'Yearly audit', endedAt: null },
      { id: mandate, agency: force, inForce: false, purpose: null, endedAt: longAgo },
    ]));
    expect((await ask('tess', '{ mandates { id } }')).data).toEqual({ mandates: [] });
  });

  it('11.R18 opens nothing under a mandate that ended while the notary was late', async () => {
    const mandate = await history.mandate(force);
    await caughtUp();
    const late = await pool.connect();
    await late.query('BEGIN; LOCK TABLE notary.checkpoint IN EXCLUSIVE MODE');
    await history.endMandate(mandate, force);
    const answer = await ask('noor', openEvent, { eventId: events.police, purpose: 'Sampling' });
    await late.query('COMMIT');
    late.release();
    expect(codeOf(answer)).toBe('NOT_FOUND');
  });

  it('goes on after a restart without a gap or a double, and still knows who may audit', async () => {
    await notary.stop();
    await history.grounds('Recorded while the notary was away');
    notary = await servers.notary();
    await caughtUp();
    const { rows } = await pool.query<{ count: string; highest: string; distinct: string }>(
      'SELECT count(*), max(ordinal) AS highest, count(DISTINCT (stream, revision)) AS distinct FROM notary.entry');
    const all = String(await eventsInLog());
    expect(rows).toEqual([{ count: all, highest: all, distinct: all }]);
    expect((await lines('noor', { enquiryId: ours })).items.at(-1)).toMatchObject({ type: 'GroundsRecorded', actor: amara });
    expect((await fetch(`${notary.url}/health`)).status).toBe(200);
  });

  it('writes nothing twice when two notaries follow the same log', async () => {
    const second = await servers.notary();
    await history.grounds('Seen by both');
    const all = await eventsInLog();
    await until(() => second.follower.state.handled === all && notary.follower.state.handled === all);
    const { rows } = await pool.query<{ count: string }>('SELECT count(*) FROM notary.entry');
    expect(rows).toEqual([{ count: String(all) }]);
    await second.stop();
  });
});
