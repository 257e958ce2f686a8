import { describe, expect, it } from '@jest/globals';
import type { DecisionFacts } from '@mash/decision-events';
import type { DisclosureEvent, DisclosureMade, Restriction } from '@mash/disclosure-events';
import { disclosureFacts } from '@mash/disclosure-events';
import { Rejected, fold } from '@mash/kernel';
import { decisionSpec } from '@mash/kernel/testing';
import {
  accepted, approvalId, at, child, childId, consent, consentId, council, councilsDecision, decidedItem, decision, disclosureId, item, itemId, made, madeWith, make,
  now, officer, organisation, partner, police, restricted, school, socialWorker, teacher,
} from '../testing/wexcombe.js';
import { answeringApproval, seekingApproval } from './approve-onward.js';
import { disclosingOnward, sharingOnward } from './share-onward.js';
import type { ShareOnwardCommand, ShareOnwardFacts } from './share-onward.js';

const wording = 'Do not hand the children to the mother’s partner at the gate.';
const recipient = { ...school, practitioner: teacher };
const own: DecisionFacts = decision({
  decisionId: councilsDecision, by: council, trigger: 'OWN_INITIATIVE', requestId: null, requester: null, recipients: [recipient],
  items: [decidedItem({ requestItemId: null, consentPosition: 'NOT_REQUIRED', drawnFrom: { disclosureId, itemId }, wording: { ...decidedItem().reasons, value: wording } })],
});
const { decidedItemId: _, restrictions: __, ...statement } = item({ statement: wording });
const { items: ___, kind: ____, ...form } = make({ sender: council, recordedBy: council, recipient: { ...recipient, name: null } });

const command = (changes: Partial<ShareOnwardCommand> = {}): ShareOnwardCommand => ({
  ...form, disclosureId: childId, parentId: disclosureId, childId, itemId, decisionId: councilsDecision, statement: { ...statement, restrictions: [] },
  restrictions: null, ...changes,
});
const known = (changes: Partial<ShareOnwardFacts> = {}): ShareOnwardFacts =>
  ({ now, decision: own, consents: new Map(), other: organisation({ kind: 'SCHOOL_OR_COLLEGE' }), recipientWorksThere: true, ...changes });

const seek = { disclosureId, approvalId, itemId, decisionId: councilsDecision, by: council, recipient };
const [sought] = decisionSpec(seekingApproval).given(made(), accepted).knowing({ decision: own, originatorUnit: police.unit }).when(seek).events();
if (sought === undefined) throw new TypeError('Nothing was sought.');
const approved = { type: 'OriginatorApproved', schema: 1, data: { disclosureId, approvalId, by: officer } } as const;
const used = { type: 'OnwardApprovalUsed', schema: 1, data: { disclosureId, approvalId, childId } } as const;
const free = (changes: Partial<DisclosureMade['data']['items'][number]> = {}, data: Partial<DisclosureMade['data']> = {}) => madeWith({ restrictions: [], ...changes }, data);
const sharing = (history: readonly DisclosureEvent[], changes: Partial<ShareOnwardCommand> = {}, facts: Partial<ShareOnwardFacts> = {}) =>
  decisionSpec(sharingOnward).given(...history).knowing(known(facts)).when(command(changes));

describe('seeking the originator’s approval', () => {
  it('names the decided words, the recipient and the purpose', () => expect(sought).toMatchObject({ type: 'OnwardApprovalSought', data: {
    originator: police.organisation, originatorUnit: police.unit, recipient, purpose: 'PROTECT_CHILD', wording: { value: wording },
  } }));
  it('2.R1 never replaces an own decision', () =>
    decisionSpec(seekingApproval).given(made(), accepted).knowing({ decision: null, originatorUnit: police.unit }).when(seek).expectRejection('2.R1 NO_DECISION_TO_SHARE'));
  it('5.R2 comes after accepting the restrictions', () =>
    decisionSpec(seekingApproval).given(made()).knowing({ decision: own, originatorUnit: police.unit }).when(seek).expectRejection('5.R2 RESTRICTIONS_NOT_ACCEPTED'));
  it('5.R5 goes to an originator in the hub', () =>
    decisionSpec(seekingApproval).given(made(), accepted).knowing({ decision: own, originatorUnit: null }).when(seek).expectRejection('5.R5 ORIGINATOR_NOT_ON_HUB'));
  it('is answered once', () => {
    const answer = { disclosureId, approvalId, by: officer, refusedBecause: null };
    decisionSpec(answeringApproval).given(made(), accepted, sought).knowing(null).when(answer).expectEvents(approved);
    decisionSpec(answeringApproval).given(made(), accepted, sought, approved).knowing(null).when(answer).expectNothing();
    decisionSpec(answeringApproval).given(made(), accepted, sought, approved).knowing(null).when({ ...answer, refusedBecause: 'No.' }).expectRejection('5.R5 ALREADY_ANSWERED');
  });
});

describe('sharing onward', () => {
  it('spends the approval, and the child keeps every restriction', () => {
    sharing([made(), accepted, sought, approved]).expectEvents(used);
    const parent = fold((state, event: DisclosureEvent) => disclosureFacts.evolve(state, event), disclosureFacts.initial, [made(), accepted, sought, approved, used]);
    if (parent === null) throw new TypeError('There is no parent.');
    expect(decisionSpec(disclosingOnward).given().knowing({ ...known(), parent }).when(command()).events()).toMatchObject([{ data: {
      kind: 'ONWARD', parentId: disclosureId, sender: council, items: [{
        originator: police.organisation, restrictions: made().data.items[0]?.restrictions, drawnFrom: { disclosureId, itemId }, content: { value: { statement: wording } },
      }],
    } }]);
  });
  it('decides the same again once the approval is spent on this child', () => sharing([made(), accepted, sought, approved, used]).expectNothing());

  it('5.R5, 2.R1 and 2.6 refuse the whole item to the school, and keep the attempt', () => {
    const attempt = command({ decisionId: null, statement: { ...statement, restrictions: [], statement: item().statement } });
    const history = [made(), accepted];
    decisionSpec(sharingOnward).given(...history).knowing(known({ decision: null })).when(attempt)
      .expectRejection('5.R5 ORIGINATOR_NOT_APPROVED', '2.R1 NO_DECISION_TO_SHARE', '2.6 MORE_THAN_NEEDED');
    const parent = fold((state, event: DisclosureEvent) => disclosureFacts.evolve(state, event), disclosureFacts.initial, history);
    const refused = (() => { try { sharingOnward.decide(attempt, parent, known({ decision: null })); return null; } catch (error) { return error; } })();
    expect(refused instanceof Rejected && refused.record).toMatchObject([{ type: 'OnwardShareRefused', data: {
      disclosureId, itemId, by: council, recipient: school.organisation,
      reasons: [{ rule: '2.R1' }, { rule: '2.6' }, { rule: '5.R5' }],
    } }]);
  });
  it('5.R5 is refused in other words than those approved', () =>
    sharing([made(), accepted, sought, approved], { statement: { ...statement, restrictions: [], statement: `${wording} He is violent.` } })
      .expectRejection('5.R5 ORIGINATOR_NOT_APPROVED', '2.6 MORE_THAN_NEEDED'));
  it('5.R5 is refused to another recipient than the one approved', () =>
    sharing([made(), accepted, sought, approved], { recipient: { ...school, practitioner: socialWorker, name: null } }, { decision: { ...own, recipients: [{ ...school, practitioner: null }] } })
      .expectRejection('5.R5 ORIGINATOR_NOT_APPROVED'));
  it('5.R5 is refused when the approval was spent already', () =>
    sharing([made(), accepted, sought, approved, { ...used, data: { ...used.data, childId: disclosureId } }]).expectRejection('5.R5 ORIGINATOR_NOT_APPROVED'));
  it('5.R2 is refused before the restrictions are accepted', () => sharing([free()]).expectRejection('5.R2 RESTRICTIONS_NOT_ACCEPTED'));
  it('5.R4 is refused when it names fewer restrictions', () =>
    sharing([made(), accepted, sought, approved], { restrictions: [restricted('ORIGINATOR_CONSENT')] }).expectRejection('5.R4 RESTRICTION_LOOSENED'));
  it('5.R4 adds restrictions', () =>
    sharing([made(), accepted, sought, approved], { restrictions: [...made().data.items[0]?.restrictions ?? [], restricted('NO_ONWARD')] }).expectEvents(used));
  it('1.R7 is refused for another purpose than that of a statutory request', () =>
    sharing([free({}, { useLimitation: 'LOCAL_PRACTICE_REVIEW' }), accepted]).expectRejection('1.R7 USE_OUTSIDE_THE_POWER'));
  it('3.R8 is refused when the consent it came on was withdrawn and nothing else was recorded', () => {
    const consents = new Map([[consentId, consent({ status: 'WITHDRAWN', withdrawnAt: at('2026-11-10T09:00') })]]);
    sharing([free({ consentPosition: 'GIVEN', consentId }), accepted], {}, { consents }).expectRejection('3.R8 BASIS_UNDER_REVIEW');
    sharing([free({ consentPosition: 'GIVEN', consentId }), accepted, { type: 'DisclosureReceived', schema: 1, data: {
      disclosureId, by: socialWorker, bases: [{ itemId, basis: { regime: 'UKGDPR', barsChecked: [], article6: 'e', gateways: [] }, words: null }],
    } }], {}, { consents }).expectNothing();
  });

  const cases: readonly [string, Restriction, Partial<ShareOnwardCommand>, string][] = [
    ['not at all', restricted('NO_ONWARD'), {}, '5.R5 RESTRICTED_NO_ONWARD'],
    ['out of the hub', restricted('HUB_ONLY'), {}, '5.R5 RESTRICTED_HUB_ONLY'],
    ['during a live investigation', restricted('LIVE_INVESTIGATION'), {}, '5.R5 RESTRICTED_LIVE_INVESTIGATION'],
    ['to somebody not named', restricted('NAMED_RECIPIENTS', { practitioners: [socialWorker] }), { restrictions: null }, '5.R5 RESTRICTED_NAMED_RECIPIENTS'],
    ['to the service user', restricted('NOT_TO_SERVICE_USER', { people: [partner] }), { reaches: [partner] }, '5.R5 RESTRICTED_NOT_TO_SERVICE_USER'],
    ['to the named person', restricted('NOT_TO_NAMED_PERSON', { people: [partner] }), { reaches: [partner] }, '5.R5 RESTRICTED_NOT_TO_NAMED_PERSON'],
    ['to another team', restricted('ROLE_OR_TEAM'), {}, '5.R5 RESTRICTED_ROLE_OR_TEAM'],
    ['after its time', restricted('EXPIRES', { until: now }), {}, '5.4 EXPIRED'],
  ];
  it.each(cases)('5.R5 is refused %s', (_name, restriction, changes, reason) =>
    sharing([free({ restrictions: [restriction] }), accepted], changes).expectRejectionIncluding(reason));
  it('5.R5 is refused with something about the person who must not learn of it', () =>
    sharing([free({ restrictions: [restricted('NOT_TO_NAMED_PERSON', { people: [child] })] }), accepted], {
      statement: { ...statement, restrictions: [], about: [...statement.about, { personId: child, capacity: 'CHILD' }] },
    }).expectRejection('5.R5 RESTRICTED_NOT_TO_NAMED_PERSON'));
  it('5.R5 is refused for another purpose where one was stated', () =>
    sharing([free({ restrictions: [restricted('PURPOSE_ONLY')] }, { purpose: 'PROTECT_ADULT' }), accepted]).expectRejection('5.R5 RESTRICTED_PURPOSE_ONLY'));
  it('5.R5 yields to a court order', () =>
    sharing([free({ restrictions: [restricted('NO_ONWARD')] }), accepted], {}, { decision: { ...own, trigger: 'COURT_ORDER' } }).expectNothing());
});
