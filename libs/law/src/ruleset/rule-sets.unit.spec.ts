import { describe, expect, it } from '@jest/globals';
import { instant } from '../instants/instant.js';
import { addDays, localDate } from '../instants/local-date.js';
import { hasCommenced, NOTHING_COMMENCED } from './commencement.js';
import { RULE_SETS, ruleSetAt, ruleSetNamed } from './rule-sets.js';

describe('the rule set', () => {
  it.each([
    ['2016-12-01T12:00:00Z', 'before-2018-07', 'BEFORE_2018'],
    ['2018-07-03T22:59:59Z', 'before-2018-07', 'BEFORE_2018'],
    ['2018-07-03T23:00:00Z', '2018-07', '2018'],
    ['2024-04-18T22:59:59Z', '2018-07', '2018'],
    ['2024-04-18T23:00:00Z', '2024-04', '2024'],
    ['2026-02-04T23:59:59Z', '2024-04', '2024'],
    ['2026-02-05T00:00:00Z', '2026-02', '2024'],
    ['2031-01-01T00:00:00Z', '2026-02', '2024'],
  ])('0.R5 of %s is %s', (at, version, golden) => {
    expect(ruleSetAt(instant(at))).toMatchObject({ version, goldenRules: golden });
  });

  it('0.R5 table runs without a gap and without an overlap', () => {
    RULE_SETS.slice(1).forEach((rules, index) => {
      const before = RULE_SETS[index]?.effectiveTo;
      expect(before && addDays(before, 1)).toBe(rules.effectiveFrom);
    });
    expect([RULE_SETS[0].effectiveFrom, RULE_SETS.at(-1)?.effectiveTo]).toEqual([null, null]);
  });

  it('0.R5 can be found again by the version that an event names', () => {
    expect(ruleSetNamed('2024-04').recognisedLegitimateInterest).toBe(false);
    expect(ruleSetNamed('2026-02').recognisedLegitimateInterest).toBe(true);
  });
});

describe('a duty enacted and not commenced', () => {
  it('12.R1 is off until a commencement is loaded', () => {
    expect(hasCommenced(NOTHING_COMMENCED.s16LAInForceFrom, instant('2040-01-01T00:00:00Z'))).toBe(false);
  });
  it('12.R1 binds from the day loaded, by the clock in England', () => {
    const from = localDate('2027-09-01');
    expect(hasCommenced(from, instant('2027-08-31T22:59:59Z'))).toBe(false);
    expect(hasCommenced(from, instant('2027-08-31T23:00:00Z'))).toBe(true);
  });
});
