import { describe, expect, it } from '@jest/globals';
import type { GivenConsent } from '@mash/consent-events';
import { decisionFacts } from '@mash/decision-events';
import { decisionSpec } from '@mash/kernel/testing';
import { INFORMED_ITEMS, codesOf } from '@mash/law';
import {
  asked, at, child, consentId, council, decide, decided, decisionId, earlierId, facts, item, now, partner, police, policeForce, publicTask, refused, school,
} from '../testing/wexcombe.js';
import type { DecideSharingCommand, DecideSharingFacts } from './decide-sharing.js';
import { decidingSharing } from './decide-sharing.js';

const deciding = (changes: Partial<DecideSharingCommand> = {}, known: Partial<DecideSharingFacts> = {}) =>
  decisionSpec(decidingSharing).given().knowing(facts(known)).when(decide(changes));

const consent: GivenConsent = {
  status: 'GIVEN', consentId, enquiryId: asked.enquiryId, giver: partner, about: [partner], obtainedBy: police, mayBeReliedOnBy: [],
  giverBasis: 'ADULT', kind: 'EXPLICIT', form: 'WRITTEN', uses: ['LIFTS_CONFIDENCE'], purposes: ['PROTECT_CHILD'], categories: ['POLICE'],
  recipients: [council.organisation], informed: codesOf(INFORMED_ITEMS), noticeVersion: '1', givenAt: at('2026-11-01T09:00'), expires: null,
  withdrawnAt: null, invalidBecause: [], reliances: [],
};
const consented = (changes: Partial<GivenConsent> = {}, itemChanges: Parameters<typeof item>[0] = {}) => deciding({ items: [item({
  consentPosition: 'GIVEN', consentId, notSoughtReason: null, notSoughtFacts: null, basis: { ...publicTask, confidentialityBasis: 'CONSENT' }, ...itemChanges,
})] }, { consents: new Map([[consentId, { ...consent, ...changes }]]) });

describe('deciding to share', () => {
  it('records the decision, its basis in codes and its words sealed for the deciding agency alone', () => {
    const [event] = deciding().events();
    expect(event).toMatchObject({ type: 'SharingDecided', data: {
      outcome: 'MAY_SHARE', requester: council, requestId: asked.requestId, enquiryId: asked.enquiryId,
      items: [{ share: true, basis: { article6: 'e', barsChecked: [] }, reasons: { $personal: true, holders: [{ controller: police.organisation }] } }],
    } });
  });
  it('keeps the words of a basis out of clear data', () => {
    const bars = [{ bar: 'ADOPTION_RECORD', outcome: 'RESOLVED', how: 'Read by our solicitor.' }] as const;
    const [event] = deciding({ items: [item({ basis: { ...publicTask, barsChecked: bars, humanRightsNote: 'Article 8 weighed.' } })] }).events();
    expect(event).toMatchObject({ data: { items: [{
      basis: { barsChecked: [{ bar: 'ADOPTION_RECORD', outcome: 'RESOLVED' }] },
      basisWords: { $personal: true, value: { humanRightsNote: 'Article 8 weighed.', bars: [{ bar: 'ADOPTION_RECORD', how: 'Read by our solicitor.' }] } },
    }] } });
    expect(event?.type === 'SharingDecided' && JSON.stringify(event.data.items[0]?.basis)).not.toContain('solicitor');
  });
  it('answers a statutory request with what must be shared', () =>
    expect(deciding({ trigger: 'STATUTORY' }, { asked: { ...asked, statutory: { power: 'CA2004_S16H', statutoryFunction: 'S16F', issuer: council.organisation, recipients: [] } } }).events()).toMatchObject([{ data: { outcome: 'MUST_SHARE' } }]));

  it('2.R2 is refused without reasons', () =>
    deciding({ reasons: ' ', items: [item({ reasons: '' })] }).expectRejectionIncluding('2.R2 DECISION_WITHOUT_REASONS', '2.R2 SHARED_WITHOUT_REASONS'));
  it('2.R3 is refused without a purpose', () =>
    deciding({ answers: [{ question: 'PURPOSE', answer: 'NO', reason: null }] }).expectRejection('2.R3 NO_LEGITIMATE_PURPOSE'));
  it('2.R5 is refused while a question is open and nobody advised', () => {
    const answers = decide().answers.map((each) => (each.question === 'LAWFUL_REASON' ? { ...each, answer: 'UNSURE' as const } : each));
    deciding({ answers }).expectRejection('2.R5 ADVICE_NEEDED');
    expect(deciding({ answers, advice: 'Legal: the common-law power covers it.' }).events()).toHaveLength(1);
  });
  it('2.5 is refused when the answers say not to', () =>
    deciding({ answers: decide().answers.map((each) => (each.question === 'PUBLIC_INTEREST' ? { ...each, answer: 'NO' as const } : each)) })
      .expectRejection('2.5 ANSWERS_SAY_DO_NOT_SHARE'));
  it('2.6 is refused when a quality test was not passed', () =>
    deciding({ quality: decide().quality.filter((each) => each !== 'MINIMUM') }).expectRejection('2.6 QUALITY_MINIMUM'));
  it('2.6 is refused when something received is to go on in words that were not decided', () =>
    deciding({ items: [item({ wording: 'Only this.' })] }).expectRejection('2.6 WORDING_MISSING'));
  it('2.R11 is refused without a weighing', () =>
    deciding({ weighing: { ifShared: '', ifNotShared: 'Harm.' } }).expectRejectionIncluding('2.R11 HARM_IF_SHARED_EMPTY'));
  it('2.R18 is refused for another purpose or recipient than those of the request', () =>
    deciding({ purpose: 'PROTECT_ADULT', recipients: [{ ...school, practitioner: null }], items: [item({ requestItemId: null })] })
      .expectRejection('2.R18 OTHER_PURPOSE', '2.R18 OTHER_RECIPIENT', '2.R18 NOT_ASKED_FOR'));
});

describe('telling the people concerned', () => {
  const told = { personId: partner, kind: 'TOLD_BEFORE', toldAt: now, due: null, exception: null, reasons: 'At home.' } as const;
  it('2.R9 is decided for each of them', () => deciding({ telling: [] }).expectRejection('2.R9 TELLING_UNDECIDED'));
  it('2.R9 is decided once for each', () => deciding({ telling: [told, told] }).expectRejection('2.R9 TELLING_DECIDED_TWICE'));
  it('2.R9 needs one of the three exceptions not to tell', () =>
    deciding({ telling: [{ ...told, kind: 'NOT_TOLD', toldAt: null, exception: 'INCONVENIENT' }] }).expectRejection('2.R9 NOT_TOLD_WITHOUT_EXCEPTION'));
  it('2.R9 needs a time to tell afterwards', () =>
    deciding({ telling: [{ ...told, kind: 'TOLD_AFTER', toldAt: null }] }).expectRejection('2.R9 TELLING_UNDECIDED'));
  it('2.R9 asks nothing about people of whom nothing is shared', () =>
    expect(deciding({ items: [refused({ about: [child] })], telling: [] }).events()).toMatchObject([{ data: { outcome: 'DO_NOT_SHARE' } }]));
});

describe('the lawful basis of what is shared', () => {
  it('4.7 is always there', () => deciding({ items: [item({ basis: null })] }).expectRejection('4.7 NO_LAWFUL_BASIS'));
  it('4.R1 has a point of Article 9 for health information', () =>
    deciding({ items: [item({ specialCategory: true, category: 'HEALTH' })] }).expectRejection('4.R1 SPECIAL_CATEGORY_WITHOUT_ART9'));
  it('4.R3 is never legitimate interests for a public authority', () =>
    deciding({ items: [item({ basis: { ...publicTask, article6: 'f' } })] }).expectRejection('4.R3 LEGITIMATE_INTERESTS_BARRED'));
  it('4.R3 is open to a charity', () =>
    expect(deciding({ items: [item({ basis: { ...publicTask, article6: 'f' } })] }, { organisation: { ...policeForce, kind: 'CHARITY' } }).events()).toHaveLength(1));
  it('4.R3 is closed to a charity from the day it is a public authority', () => {
    const charity = (from: string) => ({ organisation: { ...policeForce, kind: 'CHARITY', capacities: [{ capacity: 'PUBLIC_AUTHORITY', from: at(from), to: null }] } } as const);
    const items = [item({ basis: { ...publicTask, article6: 'f' } })];
    deciding({ items }, charity('2026-11-10T09:59')).expectRejection('4.R3 LEGITIMATE_INTERESTS_BARRED');
    expect(deciding({ items }, charity('2026-11-10T10:01')).events()).toHaveLength(1);
  });
  it('4.R6 answers the duty of confidence', () =>
    deciding({ items: [item({ basis: { ...publicTask, confidentialityBasis: undefined } })] }).expectRejection('4.R6 CONFIDENCE_UNANSWERED'));
  it('4.R10 has a gateway for what the police collected to enforce the law', () =>
    deciding({ items: [item({ basis: { ...publicTask, gateways: [] } })] }).expectRejection('4.R10 PART3_RECORD_WITHOUT_GATEWAY'));
});

describe('the consent position of what is shared', () => {
  it('3.R10 is not “not sought” without a listed reason', () =>
    deciding({ items: [item({ notSoughtReason: null })] }).expectRejection('3.R10 NOT_SOUGHT_WITHOUT_REASON'));
  it('is “given” when a consent covers it', () => expect(consented().events()).toHaveLength(1));
  it('3.R7 is not “given” when the consent does not cover the recipient', () =>
    consented({ recipients: [] }).expectRejection('3.R7 CONSENT_NOT_FOR_RECIPIENT', '4.R6 NO_CONSENT_LIFTING_CONFIDENCE'));
  it('3.R5 is not “given” when the consent is invalid', () =>
    consented({ invalidBecause: ['3.R5'] }).expectRejection('3.R5 CONSENT_INVALID', '4.R6 NO_CONSENT_LIFTING_CONFIDENCE'));
  it('3.R6 is not “given” under Article 9(2)(a) when the consent is not explicit', () =>
    consented({ kind: 'ORDINARY', uses: ['DP_BASIS', 'LIFTS_CONFIDENCE'] }, { specialCategory: true, basis: { ...publicTask, article9: 'a', confidentialityBasis: 'CONSENT' } })
      .expectRejection('3.R6 EXPLICIT_CONSENT_NEEDED', '4.R4 CONSENT_NOT_EXPLICIT'));
});

describe('deciding not to share', () => {
  const alone = (changes: Parameters<typeof refused>[0]) => deciding({ items: [refused(changes)], telling: [], recipients: [] });
  it('is a decision like any other', () => expect(alone({}).events()).toMatchObject([{ data: { outcome: 'DO_NOT_SHARE', items: [{ refusalReasons: ['NOT_NECESSARY'] }] } }]));
  it('2.R2 needs reasons exactly as sharing does', () => alone({ reasons: ' ' }).expectRejection('2.R2 REFUSAL_WITHOUT_REASONS'));
  it('2.R4 does not rest on a refused consent alone', () => alone({ refusalReasons: ['CONSENT_REFUSED'] }).expectRejection('2.R4 REFUSED_FOR_CONSENT_REFUSED'));
  it('2.R6 does not rest on there being no agreement', () => alone({ refusalReasons: ['NO_AGREEMENT'] }).expectRejection('2.R6 REFUSED_FOR_NO_AGREEMENT'));
  it('2.R7 does not rest on another agency sharing it', () =>
    alone({ refusalReasons: ['NOT_NECESSARY', 'OTHER_AGENCY_WILL_SHARE'] }).expectRejection('2.R7 REFUSED_FOR_OTHER_AGENCY_WILL_SHARE'));
});

describe('deciding again', () => {
  const earlier = { ...decided().data, decisionId: earlierId };
  const fold = decisionFacts.evolve(null, { type: 'SharingDecided', schema: 1, data: earlier });
  it('2.R8 refers to the decision it replaces', () =>
    expect(deciding({ supersedes: earlierId }, { earlier: fold }).events()).toMatchObject([{ data: { decisionId, supersedes: earlierId } }]));
  it('2.R8 replaces only a decision of the same unit on the same request', () =>
    deciding({ supersedes: earlierId }, { earlier: fold && { ...fold, by: school } }).expectRejection('2.R8 NOTHING_TO_REOPEN'));
  it('2.R8 replaces nothing twice', () =>
    deciding({ supersedes: earlierId }, { earlier: fold && { ...fold, supersededBy: earlierId } }).expectRejection('2.R8 NOTHING_TO_REOPEN'));
});
