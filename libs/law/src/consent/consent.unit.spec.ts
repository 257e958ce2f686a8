import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codesOf } from '../codes/code-list.js';
import { instant } from '../instants/instant.js';
import { localDate } from '../instants/local-date.js';
import { checkConsent } from './check-consent.js';
import { CONSENT_USES } from './consent-codes.js';
import { type CompetenceAssessment, type ConsentFacts, type ConsentRecord } from './consent-form.js';
import { consentCovers, consentReach } from './consent-reach.js';
import { INFORMED_ITEMS } from './informed-items.js';
import { checkNotSought, NOT_SOUGHT_REASONS } from './reasons-not-sought.js';
import { checkReviewDay, defaultReviewDay } from './review.js';
import { expectedToDecide, whoMayGive } from './who-may-give.js';

const record: ConsentRecord = {
  uses: ['DP_BASIS'],
  giverBasis: 'ADULT',
  kind: 'ORDINARY',
  form: 'WRITTEN',
  purposes: ['PROMOTE_CHILD_WELFARE'],
  dataCategories: ['HEALTH'],
  recipientOrgs: ['wexcombe-council'],
  informedItems: codesOf(INFORMED_ITEMS),
  noticeVersion: '2026-03',
  givenAt: instant('2026-11-01T10:00:00Z'),
};
const facts: ConsentFacts = { at: instant('2026-11-21T12:00:00Z'), subjectAge: 34, specialCategory: false, reliesOnArticle9a: false };
const assessment: CompetenceAssessment = { by: 'Priya Nand, school nurse', at: instant('2026-11-01T09:00:00Z'), why: 'Explained it back in her own words', canDecide: true };

const codes = (given: ConsentRecord, known: ConsentFacts = facts): readonly string[] => checkConsent(given, known).map((found) => `${found.rule} ${found.code}`);

describe('a consent', () => {
  it('3.1 of an informed adult is valid', () => {
    expect(codes(record)).toEqual([]);
  });

  it('3.1 has three meanings that are kept apart', () => {
    expect(codesOf(CONSENT_USES)).toEqual(['DP_BASIS', 'LIFTS_CONFIDENCE', 'AGREES_TO_SERVICE']);
  });

  it('3.R1 by a holder of parental responsibility shows it', () => {
    const parent: ConsentRecord = { ...record, giverBasis: 'PR_HOLDER' };
    expect(codes(parent, { ...facts, subjectAge: 6 })).toEqual(['3.R1 PR_WITHOUT_EVIDENCE']);
    const shown: ConsentRecord = { ...parent, prEvidence: { type: 'BIRTH_CERTIFICATE', date: localDate('2020-05-02') } };
    expect(codes(shown, { ...facts, subjectAge: 6 })).toEqual([]);
  });

  it.each([6, 11, 12, 15])('3.R3 of a child of %i rests on a complete assessment', (subjectAge) => {
    const child: ConsentRecord = { ...record, giverBasis: 'COMPETENT_CHILD' };
    const known = { ...facts, subjectAge };
    expect(codes(child, known)).toEqual(['3.R3 CHILD_WITHOUT_ASSESSMENT']);
    expect(codes({ ...child, competenceAssessment: { ...assessment, why: ' ' } }, known)).toEqual(['3.R3 CHILD_WITHOUT_ASSESSMENT']);
    expect(codes({ ...child, competenceAssessment: { ...assessment, by: '' } }, known)).toEqual(['3.R3 CHILD_WITHOUT_ASSESSMENT']);
    expect(codes({ ...child, competenceAssessment: { ...assessment, canDecide: false } }, known)).toEqual(['3.R3 CHILD_FOUND_NOT_COMPETENT']);
    expect(codes({ ...child, competenceAssessment: assessment }, known)).toEqual([]);
  });

  it.each([
    [5, 'NOT_EXPECTED'],
    [11, 'NOT_EXPECTED'],
    [12, 'EXPECTED'],
    [15, 'EXPECTED'],
    [16, 'PRESUMED'],
    [40, 'PRESUMED'],
  ])('3.R3 at %i starts from: %s', (age, expected) => {
    expect(expectedToDecide(age)).toBe(expected);
  });

  it.each([16, 17])('3.R4 of a young person of %i needs no assessment', (subjectAge) => {
    expect(codes({ ...record, giverBasis: 'PRESUMED_16_17' }, { ...facts, subjectAge })).toEqual([]);
  });

  it.each([16, 17, 40])('3.R4 cannot be given over the head of a person of %i without an assessment that sets their decision aside', (subjectAge) => {
    const parent: ConsentRecord = { ...record, giverBasis: 'PR_HOLDER', prEvidence: { type: 'COURT_ORDER', date: localDate('2020-05-02') } };
    expect(codes(parent, { ...facts, subjectAge })).toEqual(['3.R4 CAPACITY_NOT_SET_ASIDE']);
    expect(codes({ ...parent, competenceAssessment: assessment }, { ...facts, subjectAge })).toEqual(['3.R4 CAPACITY_NOT_SET_ASIDE']);
    expect(codes({ ...parent, competenceAssessment: { ...assessment, canDecide: false } }, { ...facts, subjectAge })).toEqual([]);
  });

  it.each([
    ['PRESUMED_16_17', 15],
    ['PRESUMED_16_17', 18],
    ['ADULT', 17],
  ] as const)('3.R4 as %s does not fit the age of %i', (giverBasis, subjectAge) => {
    expect(codes({ ...record, giverBasis }, { ...facts, subjectAge })).toEqual(['3.R4 GIVER_BASIS_DOES_NOT_FIT_AGE']);
  });

  it('3.1 rests on one person by age and finding', () => {
    expect(whoMayGive(6)).toEqual(['PR_HOLDER']);
    expect(whoMayGive(6, { canDecide: true })).toEqual(['COMPETENT_CHILD']);
    expect(whoMayGive(16)).toEqual(['PRESUMED_16_17']);
    expect(whoMayGive(16, { canDecide: false })).not.toContain('PRESUMED_16_17');
    expect(whoMayGive(30)).toEqual(['ADULT']);
    expect(whoMayGive(30, { canDecide: false })).toEqual(['ATTORNEY', 'DEPUTY']);
  });

  it('3.1 by an attorney shows the authority', () => {
    const attorney: ConsentRecord = { ...record, giverBasis: 'ATTORNEY', competenceAssessment: { ...assessment, canDecide: false } };
    expect(codes(attorney)).toEqual(['3.1 AUTHORITY_WITHOUT_EVIDENCE']);
    expect(codes({ ...attorney, authorityEvidence: 'Registered lasting power for welfare' })).toEqual([]);
  });

  it.each(codesOf(INFORMED_ITEMS))('3.R5 is invalid if the person was not told: %s', (left) => {
    const [found] = checkConsent({ ...record, informedItems: codesOf(INFORMED_ITEMS).filter((item) => item !== left) }, facts);
    expect(found?.code).toBe('NOT_FULLY_INFORMED');
    expect(found?.message).toContain(INFORMED_ITEMS[left].label);
  });

  it('3.R5 names ten items and the notice that was given', () => {
    expect(codesOf(INFORMED_ITEMS)).toHaveLength(10);
    expect(codes({ ...record, noticeVersion: '' })).toEqual(['3.R5 NOTICE_NOT_NAMED']);
  });

  it.each(['purposes', 'dataCategories', 'recipientOrgs', 'uses'])('3.3 is specific: %s', (field) => {
    expect(codes({ ...record, [field]: [] })).toEqual(['3.3 CONSENT_NOT_SPECIFIC']);
  });

  it('3.R6 to special-category data is explicit when Article 9(2)(a) is relied on', () => {
    const known: ConsentFacts = { ...facts, specialCategory: true, reliesOnArticle9a: true };
    expect(codes(record, known)).toEqual(['3.R6 EXPLICIT_CONSENT_NEEDED']);
    expect(codes({ ...record, kind: 'EXPLICIT' }, known)).toEqual([]);
    expect(codes(record, { ...known, reliesOnArticle9a: false })).toEqual([]);
  });

  it('3.R9 is looked at again after six months, or at most twelve', () => {
    expect(defaultReviewDay(record.givenAt)).toBe('2027-05-01');
    expect(checkReviewDay(record.givenAt, localDate('2027-11-01'))).toEqual([]);
    expect(checkReviewDay(record.givenAt, localDate('2027-11-02')).map((found) => found.code)).toEqual(['REVIEW_TOO_LATE']);
    expect(checkReviewDay(record.givenAt, localDate('2026-11-01')).map((found) => found.code)).toEqual(['REVIEW_NOT_AFTER_CONSENT']);
    expect(codes({ ...record, reviewDueOn: localDate('2028-01-01') })).toEqual(['3.R9 REVIEW_TOO_LATE']);
  });
});

describe('the reach of a consent', () => {
  const share = { purpose: 'PROMOTE_CHILD_WELFARE', dataCategories: ['HEALTH'], recipientOrgs: ['wexcombe-council'] };
  const at = facts.at;

  it.each([
    ['within it', share, true],
    ['for another purpose', { ...share, purpose: 'PROTECT_ADULT' }, false],
    ['of more information', { ...share, dataCategories: ['HEALTH', 'OFFENCES'] }, false],
    ['to another recipient', { ...share, recipientOrgs: ['wexcombe-school'] }, false],
  ])('3.R7 over a share %s', (_case, intended, covered) => {
    expect(consentCovers(record, intended, at)).toBe(covered);
  });

  it.each([
    ['expired', { expiresAt: instant('2026-11-21T12:00:00Z') }],
    ['withdrawn', { withdrawnAt: instant('2026-11-21T12:00:00Z') }],
    ['not yet given', { givenAt: instant('2026-11-21T12:00:00.001Z') }],
    ['not informed', { informedItems: [] }],
  ])('3.R7 is nothing once it is %s', (_case, change) => {
    expect(consentReach({ ...record, ...change }, share, at)).toBeUndefined();
    expect(consentCovers({ ...record, ...change }, share, at)).toBe(false);
  });

  it('3.R7 never grows when a share asks for more', () => {
    const some = fc.subarray(['HEALTH', 'OFFENCES', 'SCHOOL', 'HOUSING']);
    fc.assert(
      fc.property(some, some, some, (covered, asked, more) => {
        const given = { ...record, dataCategories: covered };
        const wider = consentCovers(given, { ...share, dataCategories: [...asked, ...more] }, at);
        expect(wider && !consentCovers(given, { ...share, dataCategories: asked }, at)).toBe(false);
      }),
    );
  });
});

describe('consent not sought', () => {
  it.each(codesOf(NOT_SOUGHT_REASONS))('3.R10 for %s needs its facts', (code) => {
    expect(checkNotSought({ code, text: 'He would flee with the child' })).toEqual([]);
    expect(checkNotSought({ code, text: ' ' }).map((found) => found.code)).toEqual(['NOT_SOUGHT_WITHOUT_FACTS']);
  });

  it.each(['', 'GDPR', 'hasOwnProperty'])('3.R10 for "%s" is rejected', (code) => {
    expect(checkNotSought({ code, text: 'x' }).map((found) => `${found.rule} ${found.code}`)).toEqual(['3.R10 NOT_SOUGHT_WITHOUT_REASON']);
  });

  it('3.5 has ten reasons', () => {
    expect(codesOf(NOT_SOUGHT_REASONS)).toHaveLength(10);
  });
});
