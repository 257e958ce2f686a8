import { describe, expect, it } from '@jest/globals';
import { decisionSpec } from '@mash/kernel/testing';
import { INFORMED_ITEMS, codesOf } from '@mash/law';
import { at, consentRecorded, now, recordMothersConsent, school } from '../testing/wexcombe.js';
import type { RecordConsentCommand } from './record-consent.js';
import { recordingConsent } from './record-consent.js';
import { recordingNotSought, recordingRefusal } from './record-no-consent.js';

const { given } = decisionSpec(recordingConsent);
const recording = (changes: Partial<RecordConsentCommand> = {}) => given().knowing({ now }).when(recordMothersConsent(changes));
const invalidBecause = (changes: Partial<RecordConsentCommand>): readonly string[] =>
  recording(changes).events().flatMap((event) => (event.type === 'ConsentRecorded' ? event.data.invalidBecause : ['no consent']));
const evidence = recordMothersConsent().giverEvidence;

describe('recording a consent', () => {
  it('keeps what was agreed, sealed for those who may rely on it, with a review after six months', () =>
    recording().expectEvents(consentRecorded({ reviewDue: at('2027-05-09T00:00') })));

  it('3.R1 refuses a holder of parental responsibility who shows nothing for it', () =>
    recording({ giverBasis: 'PR_HOLDER', giverEvidence: { ...evidence, ageAtTime: 9 } }).expectRejection('3.R1 PR_WITHOUT_EVIDENCE'));
  it('3.R1 takes the word of one who does', () => expect(invalidBecause({ giverBasis: 'PR_HOLDER', giverEvidence: {
    ...evidence, ageAtTime: 9, parentalResponsibility: { type: 'BIRTH_CERTIFICATE', date: '2017-03-04' },
  } })).toEqual([]));

  it.each(codesOf(INFORMED_ITEMS))('3.R5 stores it as invalid when the person was not told %s', (missing) =>
    expect(invalidBecause({ informed: codesOf(INFORMED_ITEMS).filter((each) => each !== missing) })).toEqual(['3.R5']));
  it('3.R3 stores it as invalid when a child of nine decides and nobody assessed their understanding', () =>
    expect(invalidBecause({ giverBasis: 'COMPETENT_CHILD', giverEvidence: { ...evidence, ageAtTime: 9 } })).toEqual(['3.R3']));
  it('3.R6 stores it as invalid when health information would rest on consent that is not explicit', () =>
    expect(invalidBecause({ uses: ['DP_BASIS'], kind: 'ORDINARY' })).toEqual(['3.R6']));
  it('3.R6 asks for no explicit consent to lift confidence alone', () => expect(invalidBecause({ kind: 'ORDINARY' })).toEqual([]));
  it('3.R9 refuses a review later than a year', () =>
    recording({ reviewDue: at('2028-01-01T00:00') }).expectRejection('3.R9 REVIEW_TOO_LATE'));
  it('0.R1 refuses a consent from the future', () =>
    recording({ givenAt: at('2026-11-11T10:00') }).expectRejection('0.R1 GIVEN_IN_FUTURE'));
  it('is refused over an existing record', () =>
    given(consentRecorded()).knowing({ now }).when(recordMothersConsent()).expectRejection('3.4 ALREADY_RECORDED'));
});

describe('recording that consent was not sought or was refused', () => {
  const { consentId, enquiryId, giver, giverName, about, words } = recordMothersConsent();
  const what = { consentId, enquiryId, giver, giverName, about, obtainedBy: school, words };

  it('3.R10 refuses a reason that is not on the list', () =>
    decisionSpec(recordingNotSought).given().knowing(null).when({ ...what, reason: 'TOO_BUSY' }).expectRejection('3.R10 NOT_SOUGHT_WITHOUT_REASON'));
  it('3.R10 refuses a listed reason without the facts', () =>
    decisionSpec(recordingNotSought).given().knowing(null).when({ ...what, words: ' ', reason: 'CHILD_AT_INCREASED_RISK' })
      .expectRejection('3.R10 NOT_SOUGHT_WITHOUT_FACTS'));
  it('3.R10 keeps a listed reason', () =>
    expect(decisionSpec(recordingNotSought).given().knowing(null).when({ ...what, reason: 'CHILD_AT_INCREASED_RISK' }).events())
      .toMatchObject([{ type: 'ConsentNotSought', data: { reason: 'CHILD_AT_INCREASED_RISK', words: { value: words } } }]));
  it('keeps a refusal as a refusal', () =>
    expect(decisionSpec(recordingRefusal).given().knowing({ now }).when({ ...what, at: now }).events())
      .toMatchObject([{ type: 'ConsentRefused', data: { at: now, obtainedBy: school } }]));
});
