import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationEvent } from '@mash/directory-events';
import type { DisclosureMade } from '@mash/disclosure-events';
import type { EnquiryEvent } from '@mash/enquiry-events';
import type { Actor, DisclosureId, ItemId, Party, PractitionerId, RequestId } from '@mash/kernel';
import { NotFound, Rejected, enquiryFile, heldBy, personal } from '@mash/kernel';
import type { RequestEvent } from '@mash/request-events';
import { requestFacts } from '@mash/request-events';
import type { LogUnderTest } from './testing/log-under-test.js';
import { contextFor, processContext, startLog } from './testing/log-under-test.js';
import { ada, arrangementId, asking, at, council, enquiry, enquiryId, force, organisation, trust, worker } from './testing/wexcombe.js';
import { AnswerItems, AnswerItemsHandler } from './use-cases/answer-items/answer-items.js';
import type { AskingInput } from './use-cases/asking-input.js';
import { MarkOverdue, MarkOverdueHandler } from './use-cases/mark-overdue/mark-overdue.js';
import { RecordAnswers, RecordAnswersHandler } from './use-cases/record-answers/record-answers.js';
import { RequestInformation, RequestInformationHandler } from './use-cases/request-information/request-information.js';

const actor = (practitioner: PractitionerId, party: Party): Actor => ({ practitioner, agency: party.organisation, units: [party.unit], roles: ['social-worker'] });
const asker = actor(worker, council);
const clinician = actor('30000000-0000-4000-8000-000000000003' as PractitionerId, trust);
const officer = actor('30000000-0000-4000-8000-000000000004' as PractitionerId, force);

const organisationEvents = (party: Party, kind: 'LOCAL_AUTHORITY' | 'NHS_TRUST'): OrganisationEvent[] => {
  const { units, capacities: _, ...registered } = organisation(party, kind);
  return [
    { type: 'OrganisationRegistered', schema: 1, data: registered },
    ...units.map((unit): OrganisationEvent => ({ type: 'UnitOpened', schema: 1, data: { ...unit, organisationId: party.organisation } })),
  ];
};

const held = heldBy(enquiryFile(enquiryId), council.organisation);
const enquiryEvents = (): EnquiryEvent[] => [
  { type: 'EnquiryOpened', schema: 1, data: {
    enquiryId, lead: council, arrangementId, area: 'E06000999', accountable: worker, concern: null, receivedAt: at('2026-11-01T09:00:00.000Z'),
    summary: personal('enquiry:summary', held, 'A concern.'), urgency: 'URGENT', immediateDanger: false } },
  { type: 'GroundsRecorded', schema: 1, data: { enquiryId, ground: 'CA1989_S47', by: worker, reasons: personal('enquiry:grounds', held, 'Bruising.') } },
  ...enquiry().people.filter((person) => person.personId === ada).map(({ personId, capacity, identification }): EnquiryEvent => {
    if (identification === null) throw new Error('Ada is known.');
    return { type: 'PersonAddedToEnquiry', schema: 1, data: {
      enquiryId, lead: council, personId, capacity, from: at('2026-11-01T09:00:00.000Z'), identification: personal('enquiry:ada', held, identification) } };
  }),
];

describe('requests, on a real log', () => {
  let log: LogUnderTest;
  const ask = async (who: Actor, over: Partial<AskingInput> = {}): Promise<RequestId> => {
    const { requestId: _, asker: __, by: ___, ...input } = asking;
    const { id } = await new RequestInformationHandler(log.journal).execute(new RequestInformation({ ...input, ...over }, who, contextFor(who)));
    return id as RequestId;
  };
  const facts = async (id: RequestId) => {
    const found = await log.journal.state(`request-${id}`, requestFacts);
    if (found === null) throw new Error('There is no such request.');
    return found;
  };
  const answer = (who: Actor, requestId: RequestId, itemId: ItemId, method: 'HUB_PORTAL' | 'TELEPHONE') =>
    new AnswerItemsHandler(log.journal).execute(new AnswerItems(
      { requestId, method, answers: [{ itemId, kind: 'NOTHING_KNOWN', systemsSearched: ['Records'], told: null }] }, who, contextFor(who)));
  const onlyItem = async (id: RequestId): Promise<ItemId> => (await facts(id)).items[0]?.itemId ?? ('' as ItemId);

  beforeAll(async () => {
    log = await startLog();
    await log.has(`organisation-${council.organisation}`, ...organisationEvents(council, 'LOCAL_AUTHORITY'));
    await log.has(`organisation-${trust.organisation}`, ...organisationEvents(trust, 'NHS_TRUST'));
    await log.has(`enquiry-${enquiryId}`, ...enquiryEvents());
  }, 60_000);
  afterAll(() => log.stop());

  it('go to the unit that receives them, and are answered there or entered by the asker', async () => {
    const id = await ask(asker);
    expect((await facts(id)).to).toEqual(trust);
    const item = await onlyItem(id);
    await answer(clinician, id, item, 'HUB_PORTAL');
    await answer(asker, id, item, 'TELEPHONE');
    expect((await facts(id)).items[0]?.answer?.kind).toBe('NOTHING_KNOWN');
  });

  it('1.R13 are not made under another unit\'s enquiry, which answers like a missing one', async () => {
    const reasons = await ask(officer).then(() => [], (error: unknown) => (error instanceof Rejected ? error.reasons.map((each) => each.code) : ['FAULT']));
    expect(reasons).toContain('NO_ENQUIRY');
  });

  it('do not exist for anybody but their parties', async () => {
    const id = await ask(asker);
    await expect(answer(officer, id, await onlyItem(id), 'TELEPHONE')).rejects.toThrow(NotFound);
  });

  it('are overdue once, however often and by however many at once the clock is read', async () => {
    const id = await ask(asker, { due: at(new Date(Date.now() + 150).toISOString()) });
    const mark = () => new MarkOverdueHandler(log.journal).execute(new MarkOverdue({ requestId: id }, processContext()));
    await mark();
    expect((await facts(id)).overdue).toBe(false);
    await new Promise((resolve) => void setTimeout(resolve, 200));
    await Promise.all([mark(), mark(), mark()]);
    const history = await log.journal.history<RequestEvent>(`request-${id}`);
    expect(history.filter(({ event }) => event.type === 'RequestOverdue')).toHaveLength(1);
    await expect(new MarkOverdueHandler(log.journal).execute(new MarkOverdue({ requestId: id }, contextFor(asker)))).rejects.toThrow(NotFound);
  });

  it('take their answer from a disclosure once, and from no disclosure of another request', async () => {
    const [id, other] = [await ask(asker), await ask(asker)];
    const disclosureId = 'c0000000-0000-4000-8000-000000000001' as DisclosureId;
    // Only the parts that an answer is read from.
    await log.has(`disclosure-${disclosureId}`, { type: 'DisclosureMade', schema: 1, data: {
      disclosureId, requestId: id, decisionId: null, sender: trust, recordedBy: trust, method: 'HUB_PORTAL', items: [{ requestItemId: await onlyItem(id) }] } as unknown as DisclosureMade['data'] });
    const record = (requestId: RequestId) => new RecordAnswersHandler(log.journal).execute(new RecordAnswers({ requestId, disclosureId }, processContext()));
    expect((await record(id)).done.changed).toBe(true);
    expect((await record(id)).done.changed).toBe(false);
    expect((await facts(id)).items[0]?.answer).toEqual({ kind: 'SHARED', disclosureId, decisionId: null });
    await expect(record(other)).rejects.toThrow(NotFound);
  });
});
