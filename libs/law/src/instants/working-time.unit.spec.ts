import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant, instantFromEpochMilliseconds, isBefore } from './instant.js';
import { inEngland, localDate, localDateOf } from './local-date.js';
import { addWorkingDays, isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.js';
import { addWorkingHours } from './working-hours.js';

const moments = fc
  .date({ min: new Date('2018-01-05T00:00:00Z'), max: new Date('2028-06-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => instantFromEpochMilliseconds(date.getTime()));

describe('working days', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-12-25', false, 'Christmas Day'],
    ['2026-12-28', false, 'the day in lieu of Boxing Day'],
    ['2026-12-29', true, 'the Tuesday after'],
    ['2024-04-01', false, 'Easter Monday'],
    ['2028-01-03', false, 'the day in lieu of New Year'],
  ])('0.R2 count %s as %s: %s', (day, working) => {
    expect(isWorkingDay(localDate(day))).toBe(working);
  });

  it('0.R2 are never guessed for a year the calendar does not hold', () => {
    expect(() => isWorkingDay(localDate('2029-01-02'))).toThrow('load one that covers it');
    expect(() => isWorkingDay(localDate('2017-12-29'))).toThrow(RangeError);
  });

  it('0.R2 follow the calendar they are given', () => {
    const calendar = { version: 'local', firstDay: localDate('2030-01-01'), lastDay: localDate('2030-12-31'), holidays: new Set([localDate('2030-01-02')]) };
    expect(isWorkingDay(localDate('2030-01-01'), calendar)).toBe(true);
    expect(nextWorkingDay(localDate('2030-01-01'), calendar)).toBe('2030-01-03');
  });

  it.each([
    ['2026-11-20T10:00:00Z', 1, '2026-11-23T10:00:00.000Z', 'from Friday to Monday'],
    ['2026-11-21T10:00:00Z', 1, '2026-11-23T10:00:00.000Z', 'from Saturday to Monday'],
    ['2026-12-24T16:00:00Z', 1, '2026-12-29T16:00:00.000Z', 'over Christmas'],
    ['2026-03-27T09:00:00Z', 1, '2026-03-30T08:00:00.000Z', 'over the change to summer time, at the same time of day'],
    ['2026-10-23T08:00:00Z', 5, '2026-10-30T09:00:00.000Z', 'over the change to winter time, at the same time of day'],
    ['2026-11-20T10:00:00Z', 0, '2026-11-20T10:00:00.000Z', 'nowhere'],
  ])('0.R2 lead from %s by %i to %s: %s', (from, days, to) => {
    expect(addWorkingDays(instant(from), days)).toBe(to);
  });

  it('0.R2 are whole and not negative', () => {
    expect(() => addWorkingDays(instant('2026-11-20T10:00:00Z'), 1.5)).toThrow(RangeError);
    expect(() => addWorkingDays(instant('2026-11-20T10:00:00Z'), -1)).toThrow(RangeError);
  });

  it('0.R2 end on a working day at the same time in England, so many working days away', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 45 }), (from, days) => {
        const to = addWorkingDays(from, days);
        expect(isWorkingDay(localDateOf(to))).toBe(true);
        expect(workingDaysBetween(localDateOf(from), localDateOf(to))).toBe(days);
        // An hour that the change to summer time leaves out cannot be kept; that night lies on a Sunday and is never reached.
        expect(inEngland(to).toPlainTime().toString()).toBe(inEngland(from).toPlainTime().toString());
      }),
      { numRuns: 200 },
    );
  });
});

describe('working hours', () => {
  it.each([
    ['2026-11-20T16:00:00Z', 2, '2026-11-23T10:00:00.000Z', 'over a weekend'],
    ['2026-11-20T06:00:00Z', 2, '2026-11-20T11:00:00.000Z', 'from before opening'],
    ['2026-11-20T20:00:00Z', 1, '2026-11-23T10:00:00.000Z', 'from after closing'],
    ['2026-11-21T12:00:00Z', 8, '2026-11-23T17:00:00.000Z', 'to the very end of a day'],
    ['2026-07-01T15:30:00Z', 1, '2026-07-02T08:30:00.000Z', 'in summer time'],
    ['2026-11-20T20:00:00Z', 0, '2026-11-20T20:00:00.000Z', 'nowhere'],
  ])('0.R3 lead from %s by %i to %s: %s', (from, hours, to) => {
    expect(addWorkingHours(instant(from), hours)).toBe(to);
  });

  it('0.R3 follow the hours an office keeps', () => {
    expect(addWorkingHours(instant('2026-11-20T16:00:00Z'), 2, { opens: '08:00', closes: '18:00' })).toBe('2026-11-20T18:00:00.000Z');
    expect(() => addWorkingHours(instant('2026-11-20T16:00:00Z'), 2, { opens: '18:00', closes: '08:00' })).toThrow(RangeError);
    expect(() => addWorkingHours(instant('2026-11-20T16:00:00Z'), Number.NaN)).toThrow(RangeError);
  });

  it('0.R3 add up: two spans one after the other are one span', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (from, one, two) => {
        const both = addWorkingHours(from, one + two);
        expect(addWorkingHours(addWorkingHours(from, one), two)).toBe(both);
        expect(isBefore(from, both)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
