import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationRegistered } from '@mash/directory-events';
import { derivedId } from '@mash/event-log';
import type { DecisionId, DisclosureId } from '@mash/kernel';
import { NotFound, Rejected, enquiryFile, heldBy, personal } from '@mash/kernel';
import type { InformationRequested } from '@mash/request-events';
import { actorOf, contextFor, startJournal } from '../testing/journal-under-test.js';
import type { JournalUnderTest } from '../testing/journal-under-test.js';
import { asked, askedItem, at, council, decide, enquiryId, item, officer, partner, police, policeForce, requestId } from '../testing/wexcombe.js';
import { DecideSharing, DecideSharingHandler } from './decide-sharing/decide-sharing.js';
import type { DecideSharingInput } from './decide-sharing/decide-sharing.js';
import { RecordRefusalDiscussion, RecordRefusalDiscussionHandler } from './record-refusal-discussion/record-refusal-discussion.js';

const officerActor = actorOf(police, officer);
const workerActor = actorOf(council, officer);
const { decisionId: _, by: __, decidedBy: ___, trigger: ____, items: _____, ...said } = decide();
const { itemId: ______, ...asking } = item();
const input = (changes: Partial<DecideSharingInput> = {}): DecideSharingInput =>
  ({ ...said, unit: null, requestId, trigger: 'OWN_INITIATIVE', recipients: [], items: [asking], ...changes });

const sealed = <T>(value: T) => personal('request:test', heldBy(enquiryFile(enquiryId), council.organisation, police.organisation), value);
const requested: InformationRequested = { type: 'InformationRequested', schema: 1, data: {
  requestId, enquiryId, from: council, to: police, askedBy: asked.askedBy, purpose: 'PROTECT_CHILD', reasons: sealed('Reasons.'), basisWords: null,
  items: [{ itemId: askedItem, about: [partner], question: sealed({ question: 'Call-outs?', why: 'Risk.', period: null }) }], people: [],
  basis: { regime: 'UKGDPR', barsChecked: [], article6: 'e', gateways: [] }, publicTask: null, whatAskingReveals: sealed('Little.'), consentPosition: 'NOT_SOUGHT',
  notSoughtReason: null, specialCategory: false, criminalOffence: true, urgency: 'URGENT', due: at('2021-05-02T10:00'), statutory: null,
} };

describe('deciding on real servers', () => {
  let under: JournalUnderTest;
  const deciding = (changes: Partial<DecideSharingInput> = {}, actor = officerActor, context = contextFor(actor)) =>
    new DecideSharingHandler(under.journal).execute(new DecideSharing(input(changes), actor, context));
  beforeAll(async () => {
    under = await startJournal();
    const { units: _u, capacities: _c, ...data } = policeForce;
    const registered: OrganisationRegistered = { type: 'OrganisationRegistered', schema: 1, data };
    await under.begin(`organisation-${police.organisation}`, registered);
    await under.begin(`request-${requestId}`, requested);
  }, 60_000);
  afterAll(() => under.stop());

  it('answers whoever asked when no recipient is named', async () => {
    const { id } = await deciding();
    const [recorded] = await under.journal.history(`decision-${id}`);
    expect(recorded?.event).toMatchObject({ type: 'SharingDecided', data: {
      by: police, trigger: 'REQUEST', requester: council, enquiryId, recipients: [{ ...council, practitioner: null }], items: [{ reasons: { value: asking.reasons } }],
    } });
    expect(recorded?.metadata).toMatchObject({ enquiryId, subjects: [partner] });
  });
  it('is for the unit that was asked: for anybody else there is no such request', async () => {
    await expect(deciding({}, workerActor)).rejects.toBeInstanceOf(NotFound);
    await expect(deciding({ requestId: null, unit: council.unit })).rejects.toBeInstanceOf(NotFound);
  });
  it('draws on nothing that the unit was not given', async () => {
    const drawnFrom = { disclosureId: derivedId('1f1f1f1f-1f1f-4f1f-8f1f-1f1f1f1f1f1f', 'none') as string as DisclosureId, itemId: askedItem };
    await expect(deciding({ items: [{ ...asking, drawnFrom, wording: 'Only this.' }] })).rejects.toBeInstanceOf(NotFound);
  });
  it('2.R8 replaces an earlier decision, which then takes part in nothing, and only if the new one stands', async () => {
    const first = (await deciding()).id as DecisionId;
    await expect(deciding({ supersedes: first, reasons: '' })).rejects.toBeInstanceOf(Rejected);
    expect(await under.types(`decision-${first}`)).toEqual(['SharingDecided']);
    await deciding({ supersedes: first });
    expect(await under.types(`decision-${first}`)).toEqual(['SharingDecided', 'DecisionSuperseded']);
    await expect(deciding({ supersedes: first })).rejects.toThrow('2.R8 NOTHING_TO_REOPEN');
  });
  it('2.R12 records a discussion once, by the unit that refused', async () => {
    const { id } = await deciding({ items: [{ ...asking, share: false, basis: null, refusalReasons: ['NOT_NECESSARY'] }], telling: [] });
    const notes = { decisionId: id as DecisionId, with: null, at: at('2021-05-01T12:00'), notes: 'Talked through.' };
    const context = contextFor(officerActor);
    const handler = new RecordRefusalDiscussionHandler(under.journal);
    await handler.execute(new RecordRefusalDiscussion(notes, officerActor, context));
    await handler.execute(new RecordRefusalDiscussion(notes, officerActor, context));
    await expect(handler.execute(new RecordRefusalDiscussion(notes, workerActor, contextFor(workerActor)))).rejects.toBeInstanceOf(NotFound);
    expect(await under.types(`decision-${id}`)).toEqual(['SharingDecided', 'RefusalDiscussed']);
  });
});
