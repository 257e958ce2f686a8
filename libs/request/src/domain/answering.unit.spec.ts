import { describe, expect, it } from '@jest/globals';
import type { SharingDecided } from '@mash/decision-events';
import type { DisclosureMade } from '@mash/disclosure-events';
import type { DecisionId, DisclosureId } from '@mash/kernel';
import { enquiryFile, heldBy, personal } from '@mash/kernel';
import { decisionSpec } from '@mash/kernel/testing';
import { answered, council, enquiryId, force, item, otherItem, requested, requestId, trust } from '../testing/wexcombe.js';
import type { AnswerItemsCommand } from './answer-items.js';
import { answeringItems } from './answer-items.js';
import { answersFromDecision, answersFromDisclosure } from './answers-from.js';
import { recordingAnswers } from './record-answers.js';

const both = heldBy(enquiryFile(enquiryId), council.organisation, trust.organisation);
const disclosureId = 'c0000000-0000-4000-8000-000000000001' as DisclosureId;
const decisionId = 'd0000000-0000-4000-8000-000000000001' as DecisionId;

describe('answering items', () => {
  const command: AnswerItemsCommand = {
    answers: [{ itemId: item, kind: 'NOTHING_KNOWN', systemsSearched: ['Records', ' '], told: null }], method: 'HUB_PORTAL', recordedBy: trust, recordId: 'x',
  };
  const [first] = command.answers;
  if (!first) throw new Error('There is no answer.');
  const when = (over: Partial<AnswerItemsCommand>) =>
    decisionSpec(answeringItems).given(requested()).knowing(null).when({ ...command, ...over });

  it('1.R12 says which systems were searched', () => when({}).expectEvents(answered({
    kind: 'NOTHING_KNOWN', systemsSearched: personal(`request:${requestId}:item:${item}:answer:x:searched`, both, ['Records']) })));
  it('1.R12 refuses "nothing known" without a search', () => when({ answers: [{ ...first, systemsSearched: [' '] }] }).expectRejection('1.R12 NOTHING_SEARCHED'));
  it.each(['SHARED', 'PART', 'HELD_NOT_SHARED'] as const)('1.R12 refuses "nothing known" of what was answered %s', (kind) =>
    decisionSpec(answeringItems).given(requested(), answered({ kind })).knowing(null).when(command).expectRejection('1.R12 HELD_IS_NOT_UNKNOWN'));
  it('1.R12 refuses to say "held and not shared" without a decision', () => when({ answers: [{ ...first, kind: 'HELD_NOT_SHARED' }] }).expectRejection('1.R12 DECIDE_FIRST'));
  it('1.8 refuses a question back that asks nothing', () => when({ answers: [{ ...first, kind: 'CLARIFY' }] }).expectRejection('1.8 NOTHING_TO_CLARIFY'));
  it('1.8 refuses an answer to what was not asked', () => when({ answers: [{ ...first, itemId: otherItem }] }).expectRejection('1.8 ITEM_UNKNOWN'));
  it('1.8 lets the asker enter an answer that came by telephone, and none through the hub', () => {
    when({ recordedBy: council, method: 'TELEPHONE' }).events();
    when({ recordedBy: council }).expectRejection('1.8 NOT_THE_ADDRESSEE');
  });
});

/** Only the parts that answers are read from. */
const decided = (...shares: readonly boolean[]): SharingDecided['data'] => ({ decisionId, by: trust, requestId, items: shares.map((share) => ({
  requestItemId: item, share, reasonsTold: share ? null : personal('t', both, 'It would name an informant.') })) }) as unknown as SharingDecided['data'];
const disclosed = { disclosureId, decisionId, sender: trust, items: [{ requestItemId: item }, { requestItemId: null }] } as unknown as DisclosureMade['data'];

describe('answers that follow from a decision or a disclosure', () => {
  it('are held and not shared, with the reasons told', () => expect(answersFromDecision(decided(false))).toEqual([
    { itemId: item, kind: 'HELD_NOT_SHARED', disclosureId: null, decisionId, told: 'It would name an informant.' }]));
  it('wait for the disclosure where something is shared', () => expect(answersFromDecision(decided(true, false))).toEqual([]));
  it('are shared', () => expect(answersFromDisclosure(disclosed, decided(true))).toEqual([{ itemId: item, kind: 'SHARED', disclosureId, decisionId, told: null }]));
  it('are shared in part where something on the same item was held back', () =>
    expect(answersFromDisclosure(disclosed, decided(true, false))[0]).toMatchObject({ kind: 'PART', told: 'It would name an informant.' }));
});

describe('recording answers', () => {
  const command = { answers: answersFromDisclosure(disclosed, null), method: 'HUB_PORTAL', answeredBy: trust, recordedBy: trust } as const;
  const event = answered({ kind: 'SHARED', disclosureId, decisionId });
  const given = decisionSpec(recordingAnswers).given;
  it('enters them', () => given(requested()).knowing(null).when(command).expectEvents(event));
  it('does nothing the second time', () => given(requested(), event).knowing(null).when(command).expectNothing());
  it('replaces what was answered before', () => given(requested(), answered({ kind: 'HELD_NOT_SHARED', decisionId })).knowing(null).when(command).expectEvents(event));
  it('takes no answer from somebody who was not asked', () => given(requested()).knowing(null).when({ ...command, answeredBy: force }).expectNothing());
});
