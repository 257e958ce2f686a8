import { describe, expect, it } from '@jest/globals';
import { decisionSpec } from '@mash/kernel/testing';
import { at, council, item, make, now, organisation, police, request, requestId, school, socialWorker } from '../testing/wexcombe.js';
import type { RecordOutsideCommand, RecordOutsideFacts } from './record-outside-disclosure.js';
import { recordingOutside } from './record-outside-disclosure.js';

const surgery = organisation({ kind: 'GP_PRACTICE', publishedNumber: '01632 960300', usesHub: false });
const call = {
  method: 'TELEPHONE', callerName: 'Dr Imogen Pell', callerOrg: 'Mill Lane Surgery', identifiersChecked: ['name', 'practice'], knownToPractitioner: false,
  callbackNumber: '01632 960300', callbackNumberSource: 'PUBLISHED_SWITCHBOARD', calledBackAt: at('2026-11-10T09:00'), overheardRiskChecked: true,
} as const;
const { decidedItemId: _, ...statement } = item({ restrictions: [] });
const entry = { ...statement, requestItemId: null, category: 'HEALTH', confidential: true, specialCategory: true, criminalOffence: false, consentPosition: 'NOT_REQUIRED' } as const;
const { decisionId: __, kind: ___, ...form } = make();

const recording = (changes: Partial<RecordOutsideCommand> = {}, known: Partial<RecordOutsideFacts> = {}) => decisionSpec(recordingOutside).given()
  .knowing({ now, request: request(), other: surgery, ...known })
  .when({
    ...form, sender: { organisation: police.organisation, unit: null }, madeBy: { practitioner: null, name: 'Dr Imogen Pell' }, recordedBy: council,
    recipient: { ...council, practitioner: socialWorker, name: null }, method: 'TELEPHONE', evidence: call, enquiryId: null, items: [entry], ...changes,
  });
const irregular = (...args: Parameters<typeof recording>) => recording(...args).events().map((event) => (event.type === 'DisclosureMade' ? event.data.irregular : null));

describe('recording what came from outside the hub', () => {
  it('0.R6 keeps it without a decision, under the request that it answers', () => expect(recording().events()).toMatchObject([{ data: {
    kind: 'ANSWER', decisionId: null, requestId, irregular: [], sender: { unit: null }, madeBy: { name: { value: 'Dr Imogen Pell' } }, recordedBy: council,
  } }]));
  it('0.R6 and 6.R1 keep a call-back through another number, and mark it', () => expect(irregular({ evidence: { ...call, callbackNumber: '07700 900456' } })).toEqual([['6.R1']]));
  it('0.R6 and 6.R2 keep a call that could not be called back, and mark it', () => expect(irregular({ evidence: { ...call, callbackNumber: undefined } })).toEqual([['6.R2']]));
  it('0.R6 and 5.R7 keep an opinion without its holder, and mark it', () => expect(irregular({ items: [{ ...entry, nature: 'OPINION' }] })).toEqual([['5.R7']]));
  it('0.R6 and 2.R18 keep an answer by another body, and mark it', () =>
    expect(irregular({ sender: { organisation: school.organisation, unit: null } })).toEqual([['2.R18']]));
  it('0.R6 and 6.R7 keep even what came on a memory stick, and mark it', () =>
    expect(irregular({ method: 'REMOVABLE_MEDIA', evidence: { method: 'REMOVABLE_MEDIA' } })).toEqual([['6.R7']]));
  it('0.R1 refuses what has not happened yet', () => recording({ occurredAt: at('2026-11-10T10:01') }).expectRejection('0.R1 DISCLOSED_IN_FUTURE'));
  it('1.R7 limits the answer to a statutory request', () => expect(recording({}, {
    request: request({ purpose: 'LOCAL_PRACTICE_REVIEW', statutory: { power: 'CA2004_S16H', statutoryFunction: 'S16F', issuer: council.organisation, recipients: [] } }),
  }).events()).toMatchObject([{ data: { useLimitation: 'LOCAL_PRACTICE_REVIEW' } }]));
});
