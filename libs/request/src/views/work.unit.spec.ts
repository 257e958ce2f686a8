import { describe, expect, it } from '@jest/globals';
import type { ConsentWithdrawn } from '@mash/consent-events';
import type { SharingDecided } from '@mash/decision-events';
import type { DisclosureMade, DisclosureReceived, OnwardApprovalSought } from '@mash/disclosure-events';
import type { EnquiryOpened } from '@mash/enquiry-events';
import type { ApprovalId, ConsentId, DecisionId, DisclosureId } from '@mash/kernel';
import { ViewMap, personal } from '@mash/kernel';
import { recorded } from '@mash/kernel/testing';
import { ada, answered, at, council, enquiryId, item, nora, otherItem, requested, requestId, trust, worker } from '../testing/wexcombe.js';
import type { WorkEvent } from './work.js';
import { workView } from './work.js';

/** What each unit has to do, as task and items: rows that nobody may see do not count. */
const tasksAfter = (...events: readonly WorkEvent[]): string[] => {
  const map = new ViewMap(workView);
  for (const each of recorded(events)) map.apply(each);
  return [...map.entries()].flatMap(([, row]) => row.units.map((unit) => `${row.status} ${unit === council.unit ? 'council' : unit === trust.unit ? 'trust' : 'other'}`));
};
const disclosureId = 'c0000000-0000-4000-8000-000000000001' as DisclosureId;
const decisionId = 'd0000000-0000-4000-8000-000000000001' as DecisionId;
const consentId = 'e0000000-0000-4000-8000-000000000001' as ConsentId;
const approvalId = 'f0000000-0000-4000-8000-000000000001' as ApprovalId;

/** Only the parts that the queue is made from. */
const made = (over: Partial<DisclosureMade['data']> = {}, restrictions: DisclosureMade['data']['items'][number]['restrictions'] = []): DisclosureMade => ({
  type: 'DisclosureMade', schema: 1, data: {
    disclosureId, kind: 'ANSWER', sender: trust, recipient: { ...council, practitioner: null, name: null }, recordedBy: trust, requestId, enquiryId,
    items: [{ itemId: item, consentId, restrictions }, { itemId: otherItem, consentId, restrictions }], ...over,
  } as unknown as DisclosureMade['data'],
});
const accepted: WorkEvent = { type: 'RestrictionsAccepted', schema: 1, data: { disclosureId, by: worker } };
const ownBasis = { regime: 'UKGDPR', barsChecked: [], article6: 'e', gateways: [] } as const;
const received = (...alone: readonly (typeof item)[]): DisclosureReceived => ({ type: 'DisclosureReceived', schema: 1, data: {
  disclosureId, by: worker, bases: [item, otherItem].map((itemId) => ({ itemId, basis: alone.includes(itemId) ? 'CONSENT_ALONE' : ownBasis, words: null })) } });
const withdrawn: ConsentWithdrawn = { type: 'ConsentWithdrawn', schema: 1, data: {
  consentId, at: at('2026-11-05T09:00:00.000Z'), reportedBy: council, words: null,
  underReview: [{ disclosureId, items: [item, otherItem], sender: trust, recipient: council.organisation }] } };
const opened = (concern: DisclosureId | null): EnquiryOpened => ({ type: 'EnquiryOpened', schema: 1, data: {
  enquiryId, lead: council, concern, urgency: 'URGENT' } as unknown as EnquiryOpened['data'] });

describe('the work queue', () => {
  it('asks the addressee to answer until all is answered', () => {
    expect(tasksAfter(requested())).toEqual(['ANSWER_REQUEST trust']);
    expect(tasksAfter(requested(), answered({ kind: 'CLARIFY' }))).toEqual(['ANSWER_REQUEST trust']);
    expect(tasksAfter(requested(), answered({ kind: 'NOTHING_KNOWN' }))).toEqual([]);
  });
  it('tells the asker of what is overdue until all is answered', () => {
    const overdue: WorkEvent = { type: 'RequestOverdue', schema: 1, data: { requestId, due: at('2026-11-03T09:00:00.000Z'), unanswered: [item] } };
    expect(tasksAfter(requested(), overdue)).toEqual(['ANSWER_REQUEST trust', 'REQUEST_OVERDUE council']);
    expect(tasksAfter(requested(), overdue, answered({ kind: 'SHARED' }))).toEqual([]);
  });
  it('shows whose request it is', () => {
    const map = new ViewMap(workView);
    for (const each of recorded<WorkEvent>([requested(), { type: 'RequestAllocated', schema: 1, data: { requestId, worker, handedOverFrom: null } }])) map.apply(each);
    expect(map.get(`${requestId}/answer`)?.body).toMatchObject({ worker, urgency: 'URGENT', due: '2026-11-03T09:00:00.000Z' });
  });
  it('has a concern triaged until an enquiry is opened on it', () => {
    expect(tasksAfter(made({ kind: 'CONCERN' }))).toEqual(['CONCERN_TO_TRIAGE council']);
    expect(tasksAfter(made({ kind: 'CONCERN' }), opened(disclosureId))).toEqual(['ENQUIRY_TO_ASSIGN council']);
  });
  it('has an enquiry assigned', () => expect(tasksAfter(opened(null), { type: 'WorkerAssigned', schema: 1, data: { enquiryId, worker, handedOverFrom: null, note: null } }))
    .toEqual(['ENQUIRY_ASSIGNED council']));
  it('5.R2 has the recipient accept the restrictions, then record receipt', () => {
    expect(tasksAfter(made())).toEqual(['RESTRICTIONS_TO_ACCEPT council']);
    expect(tasksAfter(made(), accepted)).toEqual(['RECEIPT_TO_RECORD council']);
    expect(tasksAfter(made(), accepted, received())).toEqual([]);
    expect(tasksAfter(made({ recordedBy: council }))).toEqual(['RECEIPT_TO_RECORD council']);
  });
  it('shows nothing to the colleagues of whoever alone may read it', () => {
    const map = new ViewMap(workView);
    for (const each of recorded<WorkEvent>([made({}, [{ code: 'NAMED_RECIPIENTS', people: [], practitioners: [worker], until: null }]), accepted, withdrawn])) map.apply(each);
    expect([...map.entries()].map(([, row]) => row.only)).toEqual([[worker], [worker]]);
  });
  it('3.R8 puts to review only what rests on the consent alone', () => {
    expect(tasksAfter(made(), accepted, received(item), withdrawn)).toEqual(['BASIS_UNDER_REVIEW council']);
    expect(tasksAfter(made(), accepted, received(), withdrawn)).toEqual([]);
    expect(tasksAfter(made(), accepted, received(item), withdrawn, received())).toEqual([]);
    const map = new ViewMap(workView);
    for (const each of recorded<WorkEvent>([made(), accepted, received(item), withdrawn])) map.apply(each);
    expect(map.get(`${disclosureId}/basis`)?.body).toMatchObject({ items: [item], consentId });
  });
  it('asks the originator to approve what is to go on', () => {
    const sought: OnwardApprovalSought = { type: 'OnwardApprovalSought', schema: 1, data: {
      disclosureId, approvalId, itemId: item, originator: trust.organisation, originatorUnit: trust.unit, decisionId, by: council,
      recipient: { organisation: trust.organisation, unit: null, practitioner: null }, purpose: 'PROTECT_CHILD', wording: personal('w', [], 'One fact.') } };
    expect(tasksAfter(sought)).toEqual(['APPROVE_ONWARD trust']);
    expect(tasksAfter(sought, { type: 'OriginatorApproved', schema: 1, data: { disclosureId, approvalId, by: worker } })).toEqual([]);
  });
  it('2.R9 has people told whom it was decided to tell afterwards', () => {
    const decided = { type: 'SharingDecided', schema: 1, data: { decisionId, enquiryId, requestId, by: trust, telling: [
      { personId: nora, kind: 'TOLD_AFTER', due: at('2026-11-09T09:00:00.000Z') }, { personId: ada, kind: 'NOT_TOLD', due: null }] } } as unknown as SharingDecided;
    expect(tasksAfter(decided)).toEqual(['TELL_PERSON trust']);
    expect(tasksAfter(decided, { type: 'PersonInformed', schema: 1, data: { enquiryId, personId: nora, at: at('2026-11-06T09:00:00.000Z'), by: worker, told: personal('t', [], 'All.') } })).toEqual([]);
  });
});
