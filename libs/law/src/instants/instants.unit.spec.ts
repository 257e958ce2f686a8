import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describeDate, describeInstant } from './describe-instant.js';
import { ENGLAND_WORKING_CALENDAR } from './england-bank-holidays.js';
import { addElapsedHours, elapsedHoursBetween, epochMillisecondsOf, instant, instantFromEpochMilliseconds, isBefore, parseInstant } from './instant.js';
import { addDays, addMonths, ageOn, inForceOn, localDate, localDateOf, parseLocalDate, startOfDay } from './local-date.js';

const moments = fc.date({ min: new Date('2018-01-01T00:00:00Z'), max: new Date('2028-12-01T00:00:00Z'), noInvalidDate: true });

describe('an instant', () => {
  it.each([
    ['2026-11-21T21:39:00Z', '2026-11-21T21:39:00.000Z'],
    ['2026-06-01T09:30+01:00', '2026-06-01T08:30:00.000Z'],
    ['2026-06-01T09:30:00.1234567Z', '2026-06-01T09:30:00.123Z'],
    [' 2026-06-01T09:30:00Z ', '2026-06-01T09:30:00.000Z'],
  ])('0.R1 reads %s and keeps it in UTC', (raw, kept) => {
    expect(parseInstant(raw)).toEqual({ ok: true, value: kept });
  });

  it.each(['2026-11-21', '2026-11-21T21:39:00', '21/11/2026 21:39', '', '2026-11-21T21:39:00 Europe/London', '+012026-11-21T21:39:00Z'])(
    '0.R1 refuses "%s", which does not name one moment',
    (raw) => {
      const read = parseInstant(raw);
      expect(read.ok).toBe(false);
      if (!read.ok) expect(read.problem).toContain('for example');
    },
  );

  it.each(['2026-02-30T10:00:00Z', '2026-13-01T10:00:00Z', '2026-01-01T25:00:00Z'])('0.R1 refuses %s, which does not exist', (raw) => {
    expect(parseInstant(raw).ok).toBe(false);
    expect(() => instant(raw)).toThrow(RangeError);
  });

  it('0.R1 sorts as text in the order of time', () => {
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        const [first, second] = [instantFromEpochMilliseconds(one.getTime()), instantFromEpochMilliseconds(other.getTime())];
        expect(isBefore(first, second)).toBe(one.getTime() < other.getTime());
        expect(epochMillisecondsOf(first)).toBe(one.getTime());
      }),
    );
  });

  it('0.R3 counts hours on the clock, over the night on which the clocks go back', () => {
    const before = instant('2026-10-24T22:00:00Z');
    expect(addElapsedHours(before, 4)).toBe('2026-10-25T02:00:00.000Z');
    expect(addElapsedHours(before, 0.5)).toBe('2026-10-24T22:30:00.000Z');
    expect(elapsedHoursBetween(before, instant('2026-10-25T22:00:00Z'))).toBe(24);
  });

  it('0.R3 counts 72 hours through a weekend', () => {
    expect(addElapsedHours(instant('2026-11-20T17:00:00Z'), 72)).toBe('2026-11-23T17:00:00.000Z');
  });

  it('0.R1 is shown by the clock in England', () => {
    expect(describeInstant(instant('2026-07-01T22:30:00Z'))).toBe('1 July 2026 at 23:30');
    expect(describeInstant(instant('2026-12-01T22:30:00Z'))).toBe('1 December 2026 at 22:30');
    expect(describeDate(localDate('2026-11-21'))).toBe('21 November 2026');
  });
});

describe('a day in England', () => {
  it('0.R1 begins an hour before UTC midnight in summer', () => {
    expect(localDateOf(instant('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
    expect(localDateOf(instant('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
    expect(startOfDay(localDate('2026-07-01'))).toBe('2026-06-30T23:00:00.000Z');
    expect(startOfDay(localDate('2026-01-01'))).toBe('2026-01-01T00:00:00.000Z');
  });

  it('0.R1 starts at a moment that lies in it, and the millisecond before does not', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const day = localDateOf(instantFromEpochMilliseconds(moment.getTime()));
        const start = startOfDay(day);
        expect(localDateOf(start)).toBe(day);
        expect(localDateOf(instantFromEpochMilliseconds(epochMillisecondsOf(start) - 1))).toBe(addDays(day, -1));
      }),
    );
  });

  it.each(['2026-02-29', '2026-2-1', '01/02/2026', ''])('refuses "%s"', (raw) => {
    expect(parseLocalDate(raw).ok).toBe(false);
    expect(() => localDate(raw)).toThrow(RangeError);
  });

  it('adds months to the last day of a short month', () => {
    expect(addMonths(localDate('2026-08-31'), 6)).toBe('2027-02-28');
  });

  it.each([
    ['2010-11-22', '2026-11-21', 15],
    ['2010-11-21', '2026-11-21', 16],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2025-02-28', 16],
    ['2008-02-29', '2025-03-01', 17],
  ])('gives somebody born on %s, on %s, the age of %i', (born, on, age) => {
    expect(ageOn(localDate(born), localDate(on))).toBe(age);
  });

  it('0.R5 counts both ends of a dated rule', () => {
    const dated = { effectiveFrom: localDate('2026-02-05'), effectiveTo: localDate('2026-02-06') };
    const inside = ['2026-02-04', '2026-02-05', '2026-02-06', '2026-02-07'].map((day) => inForceOn(dated, localDate(day)));
    expect(inside).toEqual([false, true, true, false]);
    expect(inForceOn({ effectiveFrom: null, effectiveTo: null }, localDate('1900-01-01'))).toBe(true);
  });
});

describe('the bank holidays of England', () => {
  const easterSunday = (year: number): string => {
    const a = year % 19;
    const [b, c] = [Math.floor(year / 100), year % 100];
    const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
    const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
    const m = Math.floor((a + 11 * h + 22 * l) / 451);
    const sum = h + l - 7 * m + 114;
    return `${year}-${String(Math.floor(sum / 31)).padStart(2, '0')}-${String((sum % 31) + 1).padStart(2, '0')}`;
  };
  const years = Array.from({ length: 11 }, (_, index) => 2018 + index);

  it('0.R2 never fall on a weekend', () => {
    for (const day of ENGLAND_WORKING_CALENDAR.holidays) expect([1, 2, 3, 4, 5]).toContain(new Date(`${day}T12:00:00Z`).getUTCDay());
  });

  it.each(years)('0.R2 hold Good Friday and Easter Monday of %i, worked out on their own', (year) => {
    const easter = localDate(easterSunday(year));
    expect(ENGLAND_WORKING_CALENDAR.holidays.has(addDays(easter, -2))).toBe(true);
    expect(ENGLAND_WORKING_CALENDAR.holidays.has(addDays(easter, 1))).toBe(true);
  });

  it.each(years)('0.R2 number eight in %i, and more only in a royal year', (year) => {
    const count = [...ENGLAND_WORKING_CALENDAR.holidays].filter((day) => day.startsWith(String(year))).length;
    expect(count).toBe({ 2022: 10, 2023: 9 }[year] ?? 8);
  });
});
