import { describe, expect, it } from '@jest/globals';
import { instant } from '../instants/instant.js';
import { localDate } from '../instants/local-date.js';
import { codesOf } from '../codes/code-list.js';
import { NOT_SOUGHT_REASONS, PARAGRAPH_18_REASONS } from '../consent/reasons-not-sought.js';
import { type Article6Code } from './article-6.js';
import { ARTICLE_9, SCHEDULE_1 } from './article-9.js';
import { checkLawfulBasis } from './check-lawful-basis.js';
import { EXEMPTIONS } from './criminal-and-part-3.js';
import { type LawfulBasisFacts, type LawfulBasisSet, type LiveConsent } from './lawful-basis-set.js';

const facts: LawfulBasisFacts = {
  at: instant('2026-11-21T12:00:00Z'),
  specialCategory: false,
  criminalOffence: false,
  confidential: false,
  publicAuthority: true,
  inPublicTask: true,
  sourceRegime: 'UKGDPR',
  lawEnforcementPurpose: false,
};
const charity: LawfulBasisFacts = { ...facts, publicAuthority: false, inPublicTask: false };
const set: LawfulBasisSet = { regime: 'UKGDPR', article6: 'e', barsChecked: [], gateways: [] };
const atRisk = { subjectUnder18OrAtRisk: true, noConsentReason: 'PREJUDICE_PROTECTION' } as const;
const consent: LiveConsent = { kind: 'EXPLICIT', uses: ['DP_BASIS', 'LIFTS_CONFIDENCE'], coversPurpose: true, coversCategories: true, coversRecipient: true };

const codes = (basis: LawfulBasisSet, known: LawfulBasisFacts): readonly string[] =>
  checkLawfulBasis(basis, known).map((found) => `${found.rule} ${found.code}`);

describe('a lawful basis', () => {
  it.each<[string, LawfulBasisSet, LawfulBasisFacts]>([
    ['a social worker sends a family address', set, facts],
    ['a council answers section 16H', { ...set, article6: 'c', gateways: ['CA2004_S16H'] }, facts],
    [
      'a trust sends a health record for section 47',
      { ...set, article9: 'g', schedule1Condition: 'P18', gateways: ['CA1989_S47_9'], confidentialityBasis: 'STATUTE_OR_ORDER' },
      { ...facts, ...atRisk, specialCategory: true, confidential: true },
    ],
    [
      'the same on health or social care',
      { ...set, article6: 'c', article9: 'h', schedule1Condition: 'P2', gateways: ['CA1989_S47_9'], confidentialityBasis: 'PUBLIC_INTEREST' },
      { ...facts, specialCategory: true, confidential: true, weighingCompleted: true },
    ],
    [
      'a charity tells of neglect, in 2026',
      { ...set, article6: 'ea', annex1Conditions: ['6'], article9: 'g', schedule1Condition: 'P18', confidentialityBasis: 'PUBLIC_INTEREST' },
      { ...charity, ...atRisk, specialCategory: true, confidential: true, weighingCompleted: true },
    ],
    ['a charity on legitimate interests', { ...set, article6: 'f' }, charity],
    ['an unconscious adult', { ...set, article6: 'd', article9: 'c' }, { ...facts, specialCategory: true, incapacityRecorded: true }],
    [
      'police to the hub',
      { ...set, gateways: ['COMMON_LAW_POLICE'], article10Condition: 'OFFICIAL_AUTHORITY' },
      { ...facts, sourceRegime: 'PART3', criminalOffence: true },
    ],
    ['a parent consents, with ethnicity', { ...set, article6: 'a', article9: 'a' }, { ...facts, specialCategory: true, liveConsent: consent }],
    ['convictions', { ...set, article10Condition: 'P10' }, { ...facts, criminalOffence: true }],
    [
      'police to police',
      { regime: 'PART3', barsChecked: [], gateways: [], schedule8Condition: '4' },
      { ...facts, sourceRegime: 'PART3', lawEnforcementPurpose: true, specialCategory: true },
    ],
  ])('4.7 is valid when %s', (_case, basis, known) => {
    expect(codes(basis, known)).toEqual([]);
  });

  it('4.1 is needed for all personal data', () => {
    expect(codes({ ...set, article6: undefined }, facts)).toEqual(['4.1 NO_ARTICLE6_BASIS']);
  });

  it('4.R1 needs Article 9 for special categories', () => {
    expect(codes(set, { ...facts, specialCategory: true })).toEqual(['4.R1 SPECIAL_CATEGORY_WITHOUT_ART9']);
  });

  it.each(codesOf(ARTICLE_9))('4.R2 on Article 9(2)(%s) stands only on its own Schedule 1 condition', (article9) => {
    const known = { ...facts, ...atRisk, specialCategory: true, incapacityRecorded: true, liveConsent: consent };
    const allowed = codesOf(SCHEDULE_1).filter(
      (schedule1Condition) => !codes({ ...set, article9, schedule1Condition }, known).some((code) => code.startsWith('4.R2')),
    );
    const expected = {
      b: ['P1'],
      h: ['P2'],
      i: ['P3'],
      j: ['P4'],
      g: ['P6', 'P7', 'P8', 'P10', 'P11', 'P12', 'P17', 'P18', 'P19'],
    };
    expect(allowed).toEqual(article9 in expected ? expected[article9 as keyof typeof expected] : codesOf(SCHEDULE_1));
    const bare = codes({ ...set, article9 }, known);
    expect(bare.some((code) => code.startsWith('4.R2'))).toBe(article9 in expected);
  });

  it.each<[Article6Code, string, boolean, readonly string[]]>([
    ['f', '2024-06-01T12:00:00Z', true, ['4.R3 LEGITIMATE_INTERESTS_BARRED']],
    ['f', '2026-06-01T12:00:00Z', true, ['4.R3 LEGITIMATE_INTERESTS_BARRED']],
    ['f', '2024-06-01T12:00:00Z', false, []],
    ['ea', '2026-02-04T23:59:59Z', true, ['4.R3 EA_NOT_YET_LAW']],
    ['ea', '2026-02-04T23:59:59Z', false, ['4.R3 EA_NOT_YET_LAW']],
    ['ea', '2026-02-05T00:00:00Z', true, ['4.R3 RECOGNISED_INTEREST_BARRED']],
    ['ea', '2026-02-05T00:00:00Z', false, []],
    ['e', '2026-02-05T00:00:00Z', true, []],
  ])('4.R3 on (%s) at %s by a public authority (%s) gives %j', (article6, at, publicAuthority, expected) => {
    const basis: LawfulBasisSet = article6 === 'ea' ? { ...set, article6, annex1Conditions: ['6'] } : { ...set, article6 };
    expect(codes(basis, { ...facts, at: instant(at), publicAuthority, inPublicTask: publicAuthority })).toEqual(expected);
  });

  it('4.R3 does not bar a public authority that is not at its public task', () => {
    expect(codes({ ...set, article6: 'f' }, { ...facts, inPublicTask: false })).toEqual([]);
  });

  it('4.R4 on consent needs one that stands, for data use, and covers everything', () => {
    const byConsent: LawfulBasisSet = { ...set, article6: 'a' };
    expect(codes(byConsent, facts)).toEqual(['4.R4 NO_LIVE_CONSENT']);
    expect(codes(byConsent, { ...facts, liveConsent: { ...consent, uses: ['AGREES_TO_SERVICE', 'LIFTS_CONFIDENCE'] } })).toEqual(['4.R4 NO_LIVE_CONSENT']);
    for (const part of ['coversPurpose', 'coversCategories', 'coversRecipient'] as const) {
      expect(codes(byConsent, { ...facts, liveConsent: { ...consent, [part]: false } })).toEqual(['4.R4 CONSENT_DOES_NOT_COVER']);
    }
    expect(codes(byConsent, { ...facts, liveConsent: { ...consent, kind: 'ORDINARY' } })).toEqual([]);
  });

  it('4.R4 on explicit consent needs it to be explicit', () => {
    const known: LawfulBasisFacts = { ...facts, specialCategory: true, liveConsent: { ...consent, kind: 'ORDINARY' } };
    expect(codes({ ...set, article9: 'a' }, known)).toEqual(['4.R4 CONSENT_NOT_EXPLICIT']);
  });

  it('4.R5 on vital interests needs a recorded incapacity', () => {
    expect(codes({ ...set, article6: 'd', article9: 'c' }, { ...facts, specialCategory: true })).toEqual(['4.R5 VITAL_INTERESTS_WITHOUT_INCAPACITY']);
  });

  it.each<[string, Partial<LawfulBasisSet>, Partial<LawfulBasisFacts>]>([
    ['CONFIDENCE_UNANSWERED', {}, {}],
    ['CONFIDENTIAL_CALLED_NOT_CONFIDENTIAL', { confidentialityBasis: 'NOT_CONFIDENTIAL' }, {}],
    ['PUBLIC_INTEREST_NOT_WEIGHED', { confidentialityBasis: 'PUBLIC_INTEREST' }, {}],
    ['NO_CONSENT_LIFTING_CONFIDENCE', { confidentialityBasis: 'CONSENT' }, {}],
    ['NO_CONSENT_LIFTING_CONFIDENCE', { confidentialityBasis: 'CONSENT' }, { liveConsent: { ...consent, uses: ['DP_BASIS'] } }],
    ['NO_CONSENT_LIFTING_CONFIDENCE', { confidentialityBasis: 'CONSENT' }, { liveConsent: { ...consent, coversRecipient: false } }],
    ['STATUTE_NOT_NAMED', { confidentialityBasis: 'STATUTE_OR_ORDER' }, {}],
  ])('4.R6 over confidential information fails with %s', (code, basis, known) => {
    expect(codes({ ...set, ...basis }, { ...facts, ...known, confidential: true })).toEqual([`4.R6 ${code}`]);
  });

  it('4.R6 over confidential information stands on consent that lifts confidence, or on the understanding it was given on', () => {
    expect(codes({ ...set, confidentialityBasis: 'CONSENT' }, { ...facts, confidential: true, liveConsent: consent })).toEqual([]);
    expect(codes({ ...set, confidentialityBasis: 'WITHIN_UNDERSTANDING' }, { ...facts, confidential: true })).toEqual([]);
  });

  it.each(codesOf(NOT_SOUGHT_REASONS))('4.R7 takes the reason %s only if paragraph 18 knows it', (noConsentReason) => {
    const found = codes({ ...set, article9: 'g', schedule1Condition: 'P18' }, { ...facts, specialCategory: true, subjectUnder18OrAtRisk: true, noConsentReason });
    expect(found.length === 0).toBe(PARAGRAPH_18_REASONS.includes(noConsentReason));
  });

  it('4.R7 needs a reason and a person at risk, for offences as for health', () => {
    const both = ['4.R7 SAFEGUARDING_CONDITION_WITHOUT_REASON', '4.R7 SAFEGUARDING_CONDITION_WITHOUT_PERSON_AT_RISK'];
    expect(codes({ ...set, article9: 'g', schedule1Condition: 'P18' }, { ...facts, specialCategory: true })).toEqual(both);
    expect(codes({ ...set, article10Condition: 'P18' }, { ...facts, criminalOffence: true })).toEqual(both);
  });

  it.each(codesOf(EXEMPTIONS))('4.R8 is never the exemption %s', (exemption) => {
    expect(codes({ ...set, article6: exemption as string as Article6Code }, facts)).toEqual(['4.R8 EXEMPTION_IS_NOT_A_BASIS']);
  });

  it.each(['g', 'constructor', 'E'])('4.1 is not "%s"', (raw) => {
    expect(codes({ ...set, article6: raw as string as Article6Code }, facts)).toEqual(['4.1 UNKNOWN_ARTICLE6_BASIS']);
  });

  it('4.R9 on (ea) names exactly one Annex 1 condition', () => {
    const interest: LawfulBasisSet = { ...set, article6: 'ea' };
    expect(codes(interest, charity)).toEqual(['4.R9 NOT_EXACTLY_ONE_ANNEX1_CONDITION']);
    expect(codes({ ...interest, annex1Conditions: ['5', '6'] }, charity)).toEqual(['4.R9 NOT_EXACTLY_ONE_ANNEX1_CONDITION']);
    expect(codes({ ...interest, annex1Conditions: ['5'] }, charity)).toEqual([]);
    expect(codes({ ...set, annex1Conditions: ['5'] }, facts)).toEqual(['4.R9 ANNEX1_WITHOUT_EA']);
  });

  it('4.R9 on Annex 1 condition 1 needs the statement in the request', () => {
    const basis: LawfulBasisSet = { ...set, article6: 'ea', annex1Conditions: ['1'] };
    expect(codes(basis, charity)).toEqual(['4.R9 REQUEST_DOES_NOT_STATE_PUBLIC_TASK']);
    expect(codes(basis, { ...charity, requestStatesPublicTask: true })).toEqual([]);
  });

  it('4.R9 on Annex 1 condition 7 protects somebody vulnerable', () => {
    const basis: LawfulBasisSet = { ...set, article6: 'ea', annex1Conditions: ['7'] };
    expect(codes(basis, { ...charity, subjectUnder18OrAtRisk: false })).toEqual(['4.R9 NOT_A_VULNERABLE_INDIVIDUAL']);
  });

  it('4.R10 for a police record leaving law enforcement needs a gateway', () => {
    expect(codes(set, { ...facts, sourceRegime: 'PART3' })).toEqual(['4.R10 PART3_RECORD_WITHOUT_GATEWAY']);
    expect(codes({ ...set, gateways: ['COMMON_LAW_POLICE'] }, { ...facts, sourceRegime: 'PART3' })).toEqual([]);
  });

  it('4.R11 waits for an unresolved bar, and only for an unresolved one', () => {
    const bar = { bar: 'ADOPTION_RECORD', how: 'Asked the legal team' } as const;
    expect(codes({ ...set, barsChecked: [{ ...bar, outcome: 'UNRESOLVED' }] }, facts)).toEqual(['4.R11 STATUTORY_BAR_UNRESOLVED']);
    expect(codes({ ...set, barsChecked: [{ ...bar, outcome: 'RESOLVED' }, { ...bar, outcome: 'DOES_NOT_APPLY' }] }, facts)).toEqual([]);
  });

  it('4.5 under Part 3 needs a law-enforcement purpose, and Schedule 8 for sensitive data', () => {
    const police: LawfulBasisSet = { regime: 'PART3', barsChecked: [], gateways: ['COMMON_LAW_POLICE'] };
    expect(codes(police, { ...facts, sourceRegime: 'PART3' })).toEqual(['4.7 PART3_WITHOUT_LAW_ENFORCEMENT_PURPOSE']);
    expect(codes(police, { ...facts, lawEnforcementPurpose: true, specialCategory: true })).toEqual(['4.5 SENSITIVE_WITHOUT_SCHEDULE8']);
  });

  it('4.7 for convictions needs Article 10', () => {
    expect(codes(set, { ...facts, criminalOffence: true })).toEqual(['4.7 CRIMINAL_OFFENCE_WITHOUT_ART10']);
  });

  it('4.8 names gateways that were open on the day', () => {
    const sharing: LawfulBasisSet = { ...set, gateways: ['CA2004_S16LA'] };
    expect(codes(sharing, facts)).toEqual(['4.8 GATEWAY_NOT_IN_FORCE']);
    const commencement = { s16LAInForceFrom: localDate('2026-11-21'), s16LCInForceFrom: null };
    expect(codes(sharing, { ...facts, commencement })).toEqual([]);
    expect(codes({ ...set, gateways: ['CA2004_S16H'] }, { ...facts, at: instant('2018-06-28T12:00:00Z') })).toEqual(['4.8 GATEWAY_NOT_IN_FORCE']);
  });

  it('0.R5 of 2024 is judged by the law of 2024, and finds every fault at once', () => {
    const known = { ...facts, at: instant('2024-06-01T12:00:00Z'), specialCategory: true, confidential: true };
    expect(codes({ ...set, article6: 'ea', annex1Conditions: ['6'] }, known)).toEqual([
      '4.R3 EA_NOT_YET_LAW',
      '4.R1 SPECIAL_CATEGORY_WITHOUT_ART9',
      '4.R6 CONFIDENCE_UNANSWERED',
    ]);
  });
});
