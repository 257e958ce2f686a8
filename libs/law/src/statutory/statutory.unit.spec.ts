import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../codes/code-list.js';
import { SHARING_PURPOSES } from '../codes/enquiry-codes.js';
import { parseGssCode } from '../identifiers/gss-code.js';
import { instant } from '../instants/instant.js';
import { localDate } from '../instants/local-date.js';
import { checkStatutoryRequest, fourConditionsMet } from './check-statutory-request.js';
import { checkDispute, DISPUTE_REASONS } from './disputes.js';
import { checkCourtApplication, describeResponseDate } from './enforcement.js';
import { checkPartnerEntity, type PartnerKindCode, type PartnerMembership } from './partners.js';
import { ADDRESSEE_KINDS, PURPOSE_FUNCTIONS } from './powers.js';
import { type StatutoryRequestFacts, type StatutoryRequestForm } from './statutory-request.js';
import { checkUse, useLimitationOf } from './use-limitation.js';

const form: StatutoryRequestForm = {
  power: 'CA2004_S16H',
  addressee: 'OTHER_BODY',
  purposeFunction: 'S16E',
  purposeText: 'To learn how injuries to children under one are noticed in Wexcombe',
  whyNeededText: 'The partners are reviewing their arrangements',
  necessityText: 'Only the clinic holds these figures and notes',
  proportionalityText: 'Limited to eleven months and one clinic',
  burdenConsideredText: 'About two hours of work',
  recipients: [{ type: 'ISSUER', name: 'Wexcombe Council' }],
  aboutIndividualChild: false,
  consentIsPrecondition: false,
};
const membership: PartnerMembership = { kind: 'LA', areas: ['E06099901'], effectiveFrom: localDate('2019-04-01'), effectiveTo: null };
const facts: StatutoryRequestFacts = { issuedAt: instant('2026-11-21T12:00:00Z'), area: 'E06099901', issuerMemberships: [membership] };

const codes = (asked: StatutoryRequestForm, known: StatutoryRequestFacts = facts): readonly string[] =>
  checkStatutoryRequest(asked, known).map((found) => `${found.rule} ${found.code}`);

describe('a request under section 16H', () => {
  it('1.R1 may be issued by a partner for the area', () => {
    expect(codes(form)).toEqual([]);
  });

  it.each<[string, readonly PartnerMembership[]]>([
    ['a body in no arrangement, such as the hub', []],
    ['a partner for another area', [{ ...membership, areas: ['E06099902'] }]],
    ['a partner that joins tomorrow', [{ ...membership, effectiveFrom: localDate('2026-11-22') }]],
    ['a partner that left yesterday', [{ ...membership, effectiveTo: localDate('2026-11-20') }]],
    ['a clinical commissioning group after June 2022', [{ ...membership, kind: 'CCG' }]],
  ])('1.R1 may not be issued by %s', (_who, issuerMemberships) => {
    expect(codes(form, { ...facts, issuerMemberships })).toEqual(['1.R1 ISSUER_NOT_A_PARTNER']);
  });

  it('1.R1 is judged at the day of issue: a commissioning group could ask in 2021, a care board could not', () => {
    const issuedAt = instant('2021-05-01T12:00:00Z');
    expect(codes(form, { ...facts, issuedAt, issuerMemberships: [{ ...membership, kind: 'CCG' }] })).toEqual([]);
    expect(codes(form, { ...facts, issuedAt, issuerMemberships: [{ ...membership, kind: 'ICB' }] })).toEqual(['1.R1 ISSUER_NOT_A_PARTNER']);
  });

  it.each([
    ['purposeText', 'PURPOSE_EMPTY'],
    ['whyNeededText', 'WHY_NEEDED_EMPTY'],
    ['necessityText', 'NECESSITY_EMPTY'],
    ['proportionalityText', 'PROPORTIONALITY_EMPTY'],
    ['burdenConsideredText', 'BURDEN_EMPTY'],
  ])('1.R2 says something in %s', (field, code) => {
    expect(codes({ ...form, [field]: '' })).toEqual([`1.R2 ${code}`]);
    expect(codes({ ...form, [field]: '  \n\t' })).toEqual([`1.R2 ${code}`]);
  });

  it.each(codesOf(PURPOSE_FUNCTIONS))('1.R2 serves sections 16E and 16F and nothing else: %s', (purposeFunction) => {
    const allowed = purposeFunction === 'S16E' || purposeFunction === 'S16F';
    expect(codes({ ...form, purposeFunction })).toEqual(allowed ? [] : ['1.R2 PURPOSE_OUTSIDE_THE_POWER']);
  });

  it('1.R2 names a function', () => {
    expect(codes({ ...form, purposeFunction: undefined })).toEqual(['1.R2 PURPOSE_OUTSIDE_THE_POWER']);
  });

  it('1.R2 about one child’s case explains how section 16E is served', () => {
    expect(codes({ ...form, aboutIndividualChild: true })).toEqual(['1.R2 CASE_LEVEL_WITHOUT_EXPLANATION']);
    expect(codes({ ...form, aboutIndividualChild: true, howS16EServed: ' ' })).toEqual(['1.R2 CASE_LEVEL_WITHOUT_EXPLANATION']);
    expect(codes({ ...form, aboutIndividualChild: true, howS16EServed: 'It identifies needs that no agency sees alone' })).toEqual([]);
    expect(codes({ ...form, aboutIndividualChild: true, purposeFunction: 'S16F' })).toEqual([]);
  });

  it.each(codesOf(ADDRESSEE_KINDS))('1.R3 can be put to anyone: %s', (addressee) => {
    expect(codes({ ...form, addressee })).toEqual([]);
  });

  it('1.R4 names at least one recipient, and gives a reason for one outside the list', () => {
    expect(codes({ ...form, recipients: [] })).toEqual(['1.R4 NO_RECIPIENT']);
    expect(codes({ ...form, recipients: [{ type: 'REVIEWER', name: '' }] })).toEqual(['1.R4 RECIPIENT_UNNAMED']);
    expect(codes({ ...form, recipients: [{ type: 'OTHER', name: 'Wexcombe University' }] })).toEqual(['1.R4 OTHER_RECIPIENT_WITHOUT_REASON']);
    expect(codes({ ...form, recipients: [{ type: 'OTHER', name: 'Wexcombe University', reason: 'Does the analysis' }] })).toEqual([]);
  });

  it('1.R11 never waits for consent, and decides with a reason whether telling is safe', () => {
    expect(codes({ ...form, consentIsPrecondition: true })).toEqual(['1.R11 CONSENT_MADE_A_PRECONDITION']);
    expect(codes({ ...form, safeToTell: { safe: false, reason: '' } })).toEqual(['1.R11 TELLING_WITHOUT_REASON']);
    expect(codes({ ...form, safeToTell: { safe: false, reason: 'He has threatened her' } })).toEqual([]);
  });
});

describe('the date of a request', () => {
  it('1.R5 is requested and never a deadline', () => {
    const words = describeResponseDate(localDate('2026-11-28'));
    expect(words).toBe('Requested by 28 November 2026');
    expect(words).not.toMatch(/deadline|statutory|due/i);
  });
});

describe('going to court', () => {
  it('1.R6 is for the partner that asked, under a power that names a court', () => {
    expect(checkCourtApplication({ power: 'CA2004_S16H', issuer: 'council', applicant: 'council' })).toEqual([]);
    expect(checkCourtApplication({ power: 'CA2004_S16H', issuer: 'council', applicant: 'police' }).map((found) => found.code)).toEqual(['APPLICANT_DID_NOT_ISSUE']);
    expect(checkCourtApplication({ power: 'CARE2014_S45', issuer: 'board', applicant: 'board' }).map((found) => found.code)).toEqual(['POWER_NAMES_NO_COURT']);
  });
});

describe('what was supplied under section 16H', () => {
  it.each(codesOf(SHARING_PURPOSES))('1.R7 may be used for sections 16E and 16F only: %s', (purpose) => {
    const limitation = useLimitationOf('CA2004_S16H');
    if (limitation === undefined) throw new Error('Section 16H must limit use.');
    const allowed = purpose === 'CHILD_SAFEGUARDING_ARRANGEMENTS' || purpose === 'LOCAL_PRACTICE_REVIEW';
    expect(checkUse(limitation, purpose).map((found) => found.rule)).toEqual(allowed ? [] : ['1.R7']);
  });

  it('1.R7 carries a text that names the power, and other powers limit to their own functions', () => {
    expect(useLimitationOf('CA2004_S16H')?.text).toContain('Children Act 2004 section 16H');
    expect(useLimitationOf('CARE2014_S45')?.functions).toEqual(['SAB']);
    expect(useLimitationOf('CA1989_S47_9')).toBeUndefined();
  });
});

describe('a dispute', () => {
  it.each(codesOf(DISPUTE_REASONS))('1.R8 for %s needs words', (reason) => {
    expect(checkDispute({ reason, text: '' }).map((found) => found.code)).toEqual(['DISPUTE_WITHOUT_REASONS']);
    expect(checkDispute({ reason, text: 'Because of the facts' })).toEqual([]);
  });

  it('1.R8 sends privilege and self-incrimination to lawyers', () => {
    expect([DISPUTE_REASONS.LEGAL_PRIVILEGE.route, DISPUTE_REASONS.SELF_INCRIMINATION.route]).toEqual(['LEGAL_ADVICE', 'LEGAL_ADVICE']);
  });

  it('1.R8 is not "we do not hold it", which is an answer', () => {
    const [found] = checkDispute({ reason: 'NOT_HELD', text: 'We have nothing' });
    expect(found?.remedy).toContain('nothing known');
    expect(checkDispute({ reason: 'toString', text: 'x' }).map((each) => each.code)).toEqual(['DISPUTE_REASON_UNKNOWN']);
  });
});

describe('a request under section 45', () => {
  const bits = Array.from({ length: 16 }, (_, n) => ({ c1: (n & 1) > 0, c2: (n & 2) > 0, c3: (n & 4) > 0, c4: (n & 8) > 0 }));

  it.each(bits)('1.R9 with conditions $c1 $c2 $c3 $c4 binds only if one, two, and three or four hold', (conditions) => {
    const met = ['c1', 'c2', 'c3', 'c4'].filter((name) => conditions[name as keyof typeof conditions]).join();
    const expected = ['c1,c2,c3', 'c1,c2,c4', 'c1,c2,c3,c4'].includes(met);
    expect(fourConditionsMet(conditions)).toBe(expected);
    const board = { ...facts, issuerMemberships: [], issuerIsSafeguardingAdultsBoard: true };
    expect(codes({ ...form, power: 'CARE2014_S45', conditions }, board)).toEqual(expected ? [] : ['1.R9 CONDITIONS_NOT_MET']);
  });

  it('1.R9 is the Board’s, not a member’s, and states its conditions', () => {
    expect(codes({ ...form, power: 'CARE2014_S45' })).toEqual(['1.R9 ISSUER_NOT_THE_BOARD', '1.R9 CONDITIONS_NOT_MET']);
  });
});

describe('a request of a Local Safeguarding Children Board', () => {
  const historic: StatutoryRequestForm = { ...form, power: 'CA2004_S14B_HISTORIC', conditions: { c1: true, c2: true, c3: true, c4: false } };

  it('1.R10 can be imported with a date up to the day its area changed over', () => {
    const lscbSwitchDate = localDate('2019-04-01');
    expect(codes(historic, { ...facts, issuedAt: instant('2019-04-01T12:00:00Z'), lscbSwitchDate })).toEqual([]);
    expect(codes(historic, { ...facts, issuedAt: instant('2019-04-02T12:00:00Z'), lscbSwitchDate })).toEqual(['1.R10 LSCB_NO_LONGER_EXISTS']);
  });

  it('1.R10 cannot be issued today, even where no changeover was recorded', () => {
    expect(codes(historic)).toEqual(['1.R10 LSCB_NO_LONGER_EXISTS']);
  });

  it('1.R10 had four conditions of its own', () => {
    const issuedAt = instant('2017-05-01T12:00:00Z');
    expect(codes({ ...historic, conditions: { c1: true, c2: false, c3: true, c4: true } }, { ...facts, issuedAt })).toEqual(['1.R10 CONDITIONS_NOT_MET']);
  });
});

describe('other powers', () => {
  it.each(['CA1989_S47_9', 'CA1989_S27'] as const)('4.8 %s is for a local authority', (power) => {
    expect(codes({ ...form, power })).toEqual(['4.8 ISSUER_NOT_A_LOCAL_AUTHORITY']);
    expect(codes({ ...form, power }, { ...facts, issuerIsLocalAuthority: true })).toEqual([]);
  });

  it('12.R1 section 16LA waits for its commencement', () => {
    expect(codes({ ...form, power: 'CA2004_S16LA' })).toEqual(['12.R1 S16LA_NOT_COMMENCED']);
    const commencement = { s16LAInForceFrom: localDate('2026-11-21'), s16LCInForceFrom: null };
    expect(codes({ ...form, power: 'CA2004_S16LA' }, { ...facts, commencement })).toEqual([]);
  });

  it('1.R2 section 16N needs the same texts, and a court order none', () => {
    expect(codes({ ...form, power: 'CA2004_S16N', necessityText: '' })).toEqual(['1.R2 NECESSITY_EMPTY']);
    expect(codes({ ...form, power: 'COURT_ORDER', necessityText: '' })).toEqual([]);
  });
});

describe('the area code of a partner', () => {
  it.each<[PartnerKindCode, string, boolean]>([
    ['LA', 'E06000002', true],
    ['LA', 'E08000001', true],
    ['LA', 'E09000011', true],
    ['LA', 'E10000001', true],
    ['LA', 'E07000001', false],
    ['LA', 'E23000001', false],
    ['ICB', 'E54000001', true],
    ['ICB', 'E10000001', false],
    ['CCG', 'E38000001', true],
    ['POLICE_CHIEF_OFFICER', 'E23000001', true],
    ['POLICE_CHIEF_OFFICER', 'E99000001', false],
  ])('13.R1 for %s may be %s: %s', (kind, raw, allowed) => {
    const code = parseGssCode(raw);
    if (!code.ok) throw new Error(code.problem);
    expect(checkPartnerEntity(kind, code.value).map((found) => found.rule)).toEqual(allowed ? [] : ['13.R1']);
  });
});
