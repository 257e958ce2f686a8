import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codesOf } from '../codes/code-list.js';
import { CONSENT_POSITIONS } from '../consent/consent-codes.js';
import { instant, instantFromEpochMilliseconds } from '../instants/instant.js';
import { localDate } from '../instants/local-date.js';
import { checkConsentAdvisory, checkItem } from './item-quality.js';
import { checkPoliceHandling, formatPoliceMark, parsePoliceMark, restrictionsOfPoliceMark, warningOfPoliceMark, type PoliceMark } from './police-handling.js';
import { checkRestriction, describeRestriction, isOverridable, type Restriction } from './restriction.js';
import { RESTRICTIONS } from './restriction-codes.js';
import { parseSecurityMarking } from './security-marking.js';
import { checkTightening, tightensOnly } from './tightens-only.js';

describe('the consent advisory', () => {
  it.each(codesOf(CONSENT_POSITIONS))('5.R1 is owed when the position is %s only if consent was refused or not sought', (consentPosition) => {
    const owed = consentPosition === 'REFUSED' || consentPosition === 'NOT_SOUGHT';
    expect(checkConsentAdvisory({ consentPosition, advisoryGiven: false }).map((found) => found.rule)).toEqual(owed ? ['5.R1'] : []);
    expect(checkConsentAdvisory({ consentPosition, advisoryGiven: true })).toEqual([]);
  });

  it.each([
    ['PREJUDICE_INVESTIGATION', 'An arrest is planned', true],
    ['RISK_TO_PERSON', 'She would be blamed', true],
    ['RISK_TO_PERSON', ' ', false],
    ['AWKWARD', 'It is awkward', false],
  ])('5.R1 is withheld for %s with "%s": %s', (reason, text, allowed) => {
    expect(checkConsentAdvisory({ consentPosition: 'REFUSED', advisoryGiven: false, withheld: { reason, text } }).length === 0).toBe(allowed);
  });
});

const names = fc.subarray(['ann', 'bob', 'cat', 'dee'], { minLength: 1 });
const until = fc.integer({ min: 0, max: 3 }).map((days) => instantFromEpochMilliseconds(1_800_000_000_000 + days * 86_400_000));
const restriction: fc.Arbitrary<Restriction> = fc.record({ code: fc.constantFrom(...codesOf(RESTRICTIONS)), names, until });
const restrictions = fc.array(restriction, { maxLength: 5 });

describe('onward restrictions', () => {
  const named: Restriction = { code: 'NAMED_RECIPIENTS', names: ['ann', 'bob'] };
  const kept: Restriction = { code: 'NOT_TO_NAMED_PERSON', names: ['cat'] };
  const expires: Restriction = { code: 'EXPIRES', until: instant('2026-12-01T00:00:00Z') };

  it.each<[string, readonly Restriction[], readonly Restriction[], boolean]>([
    ['the same', [named, kept], [kept, named], true],
    ['one more', [named], [named, { code: 'NO_ONWARD' }], true],
    ['one less', [named, kept], [named], false],
    ['fewer readers', [named], [{ ...named, names: ['ann'] }], true],
    ['another reader', [named], [{ ...named, names: ['ann', 'dee'] }], false],
    ['readers left open', [named], [{ ...named, names: [] }], false],
    ['one more person kept out', [kept], [{ ...kept, names: ['cat', 'dee'] }], true],
    ['a person let in', [kept], [{ ...kept, names: ['dee'] }], false],
    ['an earlier end', [expires], [{ ...expires, until: instant('2026-11-30T00:00:00Z') }], true],
    ['a later end', [expires], [{ ...expires, until: instant('2026-12-02T00:00:00Z') }], false],
    ['no end', [expires], [{ code: 'EXPIRES' }], false],
  ])('5.R4 with %s', (_case, parent, child, tight) => {
    expect(tightensOnly(parent, child)).toBe(tight);
    expect(checkTightening(parent, child).length === 0).toBe(tight);
  });

  it('5.R4 may drop what the originator relaxed, and nothing else', () => {
    expect(checkTightening([named, kept], [], ['NAMED_RECIPIENTS']).map((found) => found.code)).toEqual(['RESTRICTION_LOOSENED']);
    expect(checkTightening([named], [], ['NAMED_RECIPIENTS'])).toEqual([]);
  });

  it('5.R4 does not put the names kept secret into its message', () => {
    const [found] = checkTightening([kept], []);
    expect(`${found?.message} ${found?.remedy}`).not.toContain('cat');
  });

  it('5.R4 are kept by adding to them, and along a chain', () => {
    fc.assert(
      fc.property(restrictions, restrictions, restrictions, (first, second, third) => {
        expect(tightensOnly(first, first)).toBe(true);
        expect(tightensOnly(first, [...first, ...second])).toBe(true);
        if (tightensOnly(first, second) && tightensOnly(second, third)) expect(tightensOnly(first, third)).toBe(true);
        const all = [...first, ...second];
        expect(tightensOnly(first, [...all, ...third]) && tightensOnly(all, [...all, ...third])).toBe(true);
      }),
    );
  });

  it('5.R4 are lost when any one of them is dropped altogether', () => {
    fc.assert(
      fc.property(fc.uniqueArray(restriction, { minLength: 1, maxLength: 5, selector: (each) => each.code }), fc.nat(), (all, pick) => {
        const child = all.filter((_, index) => index !== pick % all.length);
        expect(tightensOnly(all, child)).toBe(false);
      }),
    );
  });
});

describe('a restriction', () => {
  it('5.R6 in the tier that break-glass lifts is one of five', () => {
    expect(codesOf(RESTRICTIONS).filter(isOverridable)).toEqual(['PURPOSE_ONLY', 'ORIGINATOR_CONSENT', 'NO_ONWARD', 'HUB_ONLY', 'LIVE_INVESTIGATION']);
  });

  it('5.4 names whom it is about, or its date', () => {
    expect(checkRestriction({ code: 'NAMED_RECIPIENTS' }).map((found) => found.code)).toEqual(['RESTRICTION_NAMES_NOBODY']);
    expect(checkRestriction({ code: 'EXPIRES' }).map((found) => found.code)).toEqual(['RESTRICTION_WITHOUT_DATE']);
    expect(checkRestriction({ code: 'NO_ONWARD' })).toEqual([]);
    expect(checkRestriction({ code: 'PROTECT_IDENTITY', names: ['the referrer'] })).toEqual([]);
  });

  it('5.R8 is shown as a plain sentence with names, date and words', () => {
    const shown = describeRestriction(
      { code: 'NAMED_RECIPIENTS', names: ['p1'], until: instant('2026-12-01T12:00:00Z'), text: ' Strategy discussion only. ' },
      () => 'Asha Verma',
    );
    expect(shown).toBe(
      'Only the people named may read this, even within one organisation. Named: Asha Verma. Date: 1 December 2026 at 12:00. Strategy discussion only.',
    );
  });
});

describe('an item', () => {
  const fact = { nature: 'FACT', historical: false };
  it.each([
    [fact, []],
    [{ ...fact, nature: '' }, ['ITEM_WITHOUT_NATURE']],
    [{ ...fact, nature: 'RUMOUR' }, ['ITEM_WITHOUT_NATURE']],
    [{ ...fact, nature: 'OPINION' }, ['OPINION_WITHOUT_HOLDER']],
    [{ ...fact, nature: 'OPINION', opinionHolder: 'Dr Lowe' }, []],
    [{ ...fact, historical: true }, ['HISTORICAL_WITHOUT_DATE', 'HISTORICAL_WITHOUT_EXPLANATION']],
    [{ ...fact, historical: true, asOfDate: localDate('2019-01-01') }, ['HISTORICAL_WITHOUT_EXPLANATION']],
    [{ ...fact, historical: true, asOfDate: localDate('2019-01-01'), explanation: 'The pattern began then' }, []],
  ])('5.R7 %j gives %j', (item, expected) => {
    expect(checkItem(item).map((found) => found.code)).toEqual(expected);
  });
});

describe('a police mark', () => {
  const read = (raw: string): PoliceMark => {
    const mark = parsePoliceMark(raw);
    if (!mark.ok) throw new Error(mark.problem);
    return mark.value;
  };

  it.each(['1AP', '2BP', '3EC', '2bp'])('5.5 %s is read', (raw) => {
    expect(formatPoliceMark(read(raw))).toBe(raw.toUpperCase());
  });
  it.each(['4AP', '2FP', '2BA', '2B', 'B24', '2BPC', ''])('5.5 %s is refused', (raw) => {
    expect(parsePoliceMark(raw).ok).toBe(false);
  });
  it('5.5 of the older scheme is named as such', () => {
    const mark = parsePoliceMark('B24');
    expect(mark.ok ? '' : mark.problem).toContain('5x5x5');
  });
  it('5.R11 with code C states conditions, and asks the originator unless authority was delegated', () => {
    expect(checkPoliceHandling(read('2BC'), '').map((found) => found.rule)).toEqual(['5.R11']);
    expect(checkPoliceHandling(read('2BC'), 'Not to the family')).toEqual([]);
    expect(checkPoliceHandling(read('2BP'), '')).toEqual([]);
    expect(restrictionsOfPoliceMark(read('2BC'), 'Not to the family')).toEqual([{ code: 'ORIGINATOR_CONSENT', text: 'Not to the family' }]);
    expect(restrictionsOfPoliceMark(read('2BC'), 'x', 'S2')).toHaveLength(1);
    expect(restrictionsOfPoliceMark(read('2BC'), 'x', 'S1')).toEqual([]);
    expect(restrictionsOfPoliceMark(read('2BP'), '')).toEqual([]);
  });
  it('5.R11 of grade E or source 3 carries a warning', () => {
    expect([read('1EP'), read('3AP'), read('2DP')].map((mark) => warningOfPoliceMark(mark) !== undefined)).toEqual([true, true, false]);
  });
});

describe('a security marking', () => {
  it.each([
    ['official', 'OFFICIAL'],
    ['OFFICIAL-SENSITIVE', 'OFFICIAL_SENSITIVE'],
    ['Official Sensitive', 'OFFICIAL_SENSITIVE'],
  ])('5.5 %s is read as %s', (raw, code) => {
    expect(parseSecurityMarking(raw)).toEqual({ ok: true, value: code });
  });
  it.each(['SECRET', 'top secret', 'RESTRICTED', ''])('5.5 "%s" is refused', (raw) => {
    expect(parseSecurityMarking(raw).ok).toBe(false);
  });
});
