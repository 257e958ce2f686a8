import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../codes/code-list.js';
import { instant } from '../instants/instant.js';
import { GOLDEN_RULES, goldenRulesAt } from './golden-rules.js';
import { checkOnwardIntention } from './onward-intention.js';
import { checkWeighing } from './public-interest.js';
import { checkQuality, QUALITY_TESTS } from './quality-tests.js';
import { checkRefusal, REFUSAL_REASONS } from './refusals.js';
import { checkTelling, NOT_TOLD_EXCEPTIONS, type Telling } from './telling.js';

const refused = (reasons: readonly string[], text = 'On these facts'): readonly string[] =>
  checkRefusal({ reasons, text }).map((found) => `${found.rule} ${found.code}`);

describe('a refusal', () => {
  it.each(codesOf(REFUSAL_REASONS))('2.R2 for %s stands with its reasons', (reason) => {
    expect(refused([reason])).toEqual([]);
    expect(refused([reason], ' ')).toEqual(['2.R2 REFUSAL_WITHOUT_REASONS']);
  });

  it('2.R2 needs a reason, from the list', () => {
    expect(refused([])).toEqual(['2.R2 REFUSAL_WITHOUT_REASONS']);
    expect(refused(['BECAUSE'])).toEqual(['2.R2 REFUSAL_REASON_UNKNOWN']);
    expect(refused(['constructor'])).toEqual(['2.R2 REFUSAL_REASON_UNKNOWN']);
  });

  it.each([
    ['NO_AGREEMENT', '2.R6', false],
    ['GDPR', '2.R6', true],
    ['CONSENT_REFUSED', '2.R4', true],
    ['CONSENT_NOT_SOUGHT', '2.R4', true],
    ['OTHER_AGENCY_WILL_SHARE', '2.R7', false],
  ])('for %s breaks %s (stands beside a real reason: %s)', (reason, rule, beside) => {
    expect(refused([reason])).toEqual([`${rule} REFUSED_FOR_${reason}`]);
    expect(refused([reason, 'STATUTORY_BAR'])).toEqual(beside ? [] : [`${rule} REFUSED_FOR_${reason}`]);
  });

  it('2.R4 and 2.R6: two bad reasons do not make a good one', () => {
    expect(refused(['GDPR', 'CONSENT_REFUSED'])).toHaveLength(2);
  });
});

describe('telling the people concerned', () => {
  const sharedAt = instant('2026-11-21T12:00:00Z');
  const before: Telling = { person: 'mother', kind: 'TOLD_BEFORE', toldAt: instant('2026-11-21T11:00:00Z') };
  const after: Telling = { person: 'father', kind: 'TOLD_AFTER', due: instant('2026-11-23T12:00:00Z') };
  const found = (tellings: readonly Telling[], people: readonly string[]): readonly string[] =>
    checkTelling(tellings, people, sharedAt).map((each) => `${each.rule} ${each.code}`);

  it('2.R9 is decided for each of them', () => {
    expect(found([before, after], ['mother', 'father'])).toEqual([]);
    expect(found([before], ['mother', 'father'])).toEqual(['2.R9 TELLING_UNDECIDED']);
  });

  it('2.R9 before sharing is before, and after is after', () => {
    expect(found([{ ...before, toldAt: instant('2026-11-21T12:00:01Z') }], ['mother'])).toEqual(['2.R9 TOLD_BEFORE_BUT_LATER']);
    expect(found([{ ...after, due: sharedAt }], ['father'])).toEqual(['2.R9 TELLING_ALREADY_DUE']);
  });

  it.each(codesOf(NOT_TOLD_EXCEPTIONS))('2.R9 can be left out for %s, with reasons', (exception) => {
    expect(found([{ person: 'father', kind: 'NOT_TOLD', exception, reasons: 'He has made threats' }], ['father'])).toEqual([]);
    expect(found([{ person: 'father', kind: 'NOT_TOLD', exception, reasons: '' }], ['father'])).toEqual(['2.R9 NOT_TOLD_WITHOUT_EXCEPTION']);
  });

  it('2.R9 cannot be left out for any other cause', () => {
    expect(found([{ person: 'father', kind: 'NOT_TOLD', exception: 'INCONVENIENT', reasons: 'He would complain' }], ['father'])).toEqual([
      '2.R9 NOT_TOLD_WITHOUT_EXCEPTION',
    ]);
  });
});

describe('passing on', () => {
  it('2.R14 is asked about before sharing, and the answer recorded', () => {
    expect(checkOnwardIntention(undefined).map((found) => found.code)).toEqual(['ONWARD_INTENTION_NOT_ASKED']);
    expect(checkOnwardIntention({ intention: 'WILL_NOT_PASS_ON' })).toEqual([]);
    expect(checkOnwardIntention({ intention: 'WILL_PASS_ON' }).map((found) => found.code)).toEqual(['ONWARD_RECIPIENT_UNNAMED']);
    expect(checkOnwardIntention({ intention: 'WILL_PASS_ON', toWhom: 'Wexcombe Primary School' })).toEqual([]);
  });
});

describe('what is sent', () => {
  const everything = Object.fromEntries(codesOf(QUALITY_TESTS).map((test) => [test, true]));
  it('2.6 passes every test', () => {
    expect(checkQuality(everything)).toEqual([]);
  });
  it.each(codesOf(QUALITY_TESTS))('2.6 is stopped when %s fails or was not asked', (test) => {
    expect(checkQuality({ ...everything, [test]: false }).map((found) => found.code)).toEqual([`QUALITY_${test}`]);
    expect(checkQuality({ ...everything, [test]: undefined }).map((found) => found.code)).toEqual([`QUALITY_${test}`]);
  });
});

describe('the weighing', () => {
  const weighing = { harmIfShared: 'He may learn of it', harmIfNotShared: 'She goes home to him', whyNecessaryAndProportionate: 'Only the address is sent' };
  it('2.R11 holds both harms and the balance', () => {
    expect(checkWeighing(weighing)).toEqual([]);
    for (const part of Object.keys(weighing)) expect(checkWeighing({ ...weighing, [part]: ' ' })).toHaveLength(1);
  });
});

describe('the golden rules', () => {
  it.each([
    ['2016-12-01T00:00:00Z', 'BEFORE_2018'],
    ['2020-01-01T00:00:00Z', '2018'],
    ['2024-05-01T00:00:00Z', '2024'],
    ['2026-11-21T00:00:00Z', '2024'],
  ] as const)('2.1 of %s are those of %s', (at, generation) => {
    expect(goldenRulesAt(instant(at))).toBe(GOLDEN_RULES[generation]);
  });
  it.each(['BEFORE_2018', '2018', '2024'] as const)('2.1 of %s are seven', (generation) => {
    expect(GOLDEN_RULES[generation].map((rule) => rule.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
