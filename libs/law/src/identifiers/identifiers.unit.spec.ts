import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant } from '../instants/instant.js';
import { parseCroNumber } from './cro-number.js';
import { gssEntityOf, parseGssCode } from './gss-code.js';
import { formatNhsNumber, parseNhsNumber } from './nhs-number.js';
import { parseOdsCode } from './ods-code.js';
import { parseIdentifier } from './parse-identifier.js';
import { parsePncId } from './pnc-id.js';
import { parsePoliceForce, POLICE_FORCES } from './police-forces.js';
import { isTemporaryUpn, parseUpn } from './upn.js';

const at = instant('2026-11-21T12:00:00Z');

describe('an NHS number', () => {
  it.each(['9434765919', '6541003238', '4010232137', '9000000130'])('13.1 %s is valid', (raw) => {
    expect(parseNhsNumber(raw)).toEqual({ ok: true, value: raw });
  });

  it.each([
    ['1234567890', 'No NHS number begins'],
    ['1000000010', 'No NHS number begins'],
    ['9434765918', 'last digit'],
    ['943476591', 'this one has 9'],
    ['94347659190', 'this one has 11'],
    ['943476591X', 'digits only'],
    ['', 'this one has 0'],
  ])('13.1 %s is refused: %s', (raw, why) => {
    const read = parseNhsNumber(raw);
    expect(read.ok ? '' : read.problem).toContain(why);
  });

  it.each(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])('13.1 of the digit %s ten times passes the arithmetic and is refused', (digit) => {
    const read = parseNhsNumber(digit.repeat(10), { allowTestRange: true });
    expect(read.ok ? '' : read.problem).toContain('placeholder');
  });

  it('13.1 of the test range is accepted only where it is allowed', () => {
    expect(parseNhsNumber('999 000 0018').ok).toBe(false);
    expect(parseNhsNumber('999 000 0018', { allowTestRange: true })).toEqual({ ok: true, value: '9990000018' });
  });

  it('13.1 may be written with spaces and hyphens, and is shown 3-3-4', () => {
    const read = parseNhsNumber(' 943-476 5919');
    expect(read.ok && formatNhsNumber(read.value)).toBe('943 476 5919');
  });

  it('13.1 with one digit changed is always refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, change) => {
        const digits = [...'9434765919'];
        digits[place] = String((Number(digits[place]) + change) % 10);
        expect(parseNhsNumber(digits.join(''), { allowTestRange: true }).ok).toBe(false);
      }),
    );
  });
});

describe('a pupil number', () => {
  it.each([
    ['B801200005001', false],
    ['A80120000501A', true],
    ['P207000016049', false],
  ])('13.2 %s is valid (temporary: %s)', (raw, temporary) => {
    const read = parseUpn(raw);
    expect(read.ok && isTemporaryUpn(read.value)).toBe(temporary);
    expect(read.ok).toBe(true);
  });

  it.each([
    ['A801200005001', 'first letter B, not A'],
    ['Q207000016049', 'first letter P, not Q'],
    ['X80120000A001', 'a letter and 12 digits'],
    ['E000200005001', 'No authority has the number 000'],
    ['I801200005001', 'never used'],
    ['B80120000500', 'this one has 12'],
  ])('13.2 %s is refused: %s', (raw, why) => {
    const read = parseUpn(raw);
    expect(read.ok ? '' : read.problem).toContain(why);
  });

  it('13.2 may be written small and with spaces', () => {
    expect(parseUpn('b801 2000 05001')).toEqual({ ok: true, value: 'B801200005001' });
  });

  it('13.2 is read against the list of authorities given', () => {
    expect(parseUpn('B801200005001', { knownAuthorities: new Set(['207']) }).ok).toBe(false);
  });
});

describe('a PNC identifier', () => {
  it.each([
    ['2003/0062845E', '2003/0062845E'],
    ['1979/0163001B', '1979/0163001B'],
    ['1981/0154257C', '1981/0154257C'],
    ['03/62845E', '2003/0062845E'],
    ['03/0062845E', '2003/0062845E'],
    ['20030062845E', '2003/0062845E'],
    ['0362845E', '2003/0062845E'],
    ['030062845E', '2003/0062845E'],
    ['79/163001b', '1979/0163001B'],
  ])('13.3 %s is read as %s', (raw, canonical) => {
    expect(parsePncId(raw, at)).toEqual({ ok: true, value: canonical });
  });

  it.each([
    ['2003/0062845A', 'letter E at the end, not A'],
    ['2003062845E', 'two ways'],
    ['2003/00628450E', 'for example'],
    ['2003/0062845', 'for example'],
    ['', 'for example'],
  ])('13.3 %s is refused: %s', (raw, why) => {
    const read = parsePncId(raw, at);
    expect(read.ok ? '' : read.problem).toContain(why);
  });

  it('13.3 with a two-digit year lies in the century that the day of reading tells', () => {
    expect(parsePncId('26/23V', at)).toEqual({ ok: true, value: '2026/0000023V' });
    expect(parsePncId('27/23K', at)).toEqual({ ok: true, value: '1927/0000023K' });
    expect(parsePncId('03/62845E', instant('2002-12-31T12:00:00Z'))).toEqual({ ok: true, value: '1903/0062845E' });
  });
});

describe('a criminal record number', () => {
  it.each([
    ['265416/21G', '265416/21G'],
    ['SF05/482703J', 'SF05/482703J'],
    ['sf05/482703j', 'SF05/482703J'],
  ])('13.3 %s is read as %s', (raw, canonical) => {
    expect(parseCroNumber(raw)).toEqual({ ok: true, value: canonical });
  });

  it('13.3 pads the serial of the standard form only', () => {
    // 21000023 = 913044 x 23 + 11; the letter of 11 is L. 0523 = 22 x 23 + 17; the letter of 17 is T.
    expect(parseCroNumber('23/21L')).toEqual({ ok: true, value: '000023/21L' });
    expect(parseCroNumber('SF05/23T')).toEqual({ ok: true, value: 'SF05/23T' });
  });

  it.each(['265416/21H', 'SF05/482703K', '265416-21G', '1234567/21G', ''])('13.3 %s is refused', (raw) => {
    expect(parseCroNumber(raw).ok).toBe(false);
  });
});

describe('codes of bodies and areas', () => {
  it.each(['RCF', 'RR805', 'A81001', 'QOP', 'a81001'])('13.4 %s has the form of an organisation code', (raw) => {
    expect(parseOdsCode(raw)).toEqual({ ok: true, value: raw.toUpperCase() });
  });
  it.each(['RC', 'R C F', 'A8100100000', 'RCF!'])('13.4 %s has not', (raw) => {
    expect(parseOdsCode(raw).ok).toBe(false);
  });
  it.each([
    ['E09000011', 'E09'],
    ['E06000002', 'E06'],
  ])('13.5 %s is an area of entity %s', (raw, entity) => {
    const read = parseGssCode(raw);
    expect(read.ok && gssEntityOf(read.value)).toBe(entity);
  });
  it.each(['X09000011', 'E0900001', 'E090000111', 'E0900001A'])('13.5 %s is no area code', (raw) => {
    expect(parseGssCode(raw).ok).toBe(false);
  });
  it('13.6 number 43 police forces, without 02, 08 or 09', () => {
    expect(Object.keys(POLICE_FORCES)).toHaveLength(43);
    expect(['02', '08', '09', '99', 'toString'].map((code) => parsePoliceForce(code).ok)).toEqual([false, false, false, false, false]);
    expect(parsePoliceForce('1')).toEqual({ ok: true, value: '01' });
  });
});

describe('an identifier read by its kind', () => {
  it.each([
    ['NHS_NUMBER', '943 476 5919', '9434765919'],
    ['UPN', 'b801200005001', 'B801200005001'],
    ['PNC_ID', '03/62845E', '2003/0062845E'],
    ['CRO_NUMBER', '265416/21G', '265416/21G'],
    ['ODS_CODE', 'rcf', 'RCF'],
    ['GSS_CODE', 'e09000011', 'E09000011'],
    ['POLICE_FORCE', '22', '22'],
    ['ULN', '1234567890', '1234567890'],
    ['SCHOOL_URN', '123456', '123456'],
    ['LAESTAB', '801/2000', '8012000'],
    ['UKPRN', '10012345', '10012345'],
    ['UPRN', '100012345678', '100012345678'],
    ['NINO', 'ab 12 34 56 c', 'AB123456C'],
    ['PRISON_NUMBER', 'a1234bc', 'A1234BC'],
    ['SOCIAL_WORK_ENGLAND', 'SW12345', 'SW12345'],
    ['NMC_PIN', '98I1234E', '98I1234E'],
    ['GMC_NUMBER', '1234567', '1234567'],
  ] as const)('13.7 %s takes %s as %s', (kind, raw, value) => {
    expect(parseIdentifier(kind, raw, { at })).toEqual({ ok: true, value });
  });

  it.each([
    ['NINO', 'BG123456C'],
    ['NINO', 'DA123456C'],
    ['NINO', 'AB123456E'],
    ['PRISON_NUMBER', '1234ABC'],
    ['UPRN', '1234567890123'],
    ['ULN', '123456789'],
    ['UKPRN', '20012345'],
    ['NHS_NUMBER', '9990000018'],
  ] as const)('13.7 %s refuses %s', (kind, raw) => {
    expect(parseIdentifier(kind, raw, { at }).ok).toBe(false);
  });

  it('13.1 passes on that the test range is allowed', () => {
    expect(parseIdentifier('NHS_NUMBER', '9990000018', { at, allowTestRange: true }).ok).toBe(true);
  });
});
