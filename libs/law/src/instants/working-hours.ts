import { Temporal } from 'temporal-polyfill';
import { ENGLAND_WORKING_CALENDAR, type WorkingCalendar } from './england-bank-holidays.js';
import { epochMillisecondsOf, instant, instantFromEpochMilliseconds, type Instant } from './instant.js';
import { ENGLAND, localDateOf, type LocalDate } from './local-date.js';
import { isWorkingDay, nextWorkingDay } from './working-days.js';

/** When an office is open, by the clock in England. */
export type OfficeHours = { readonly opens: string; readonly closes: string };

export const NINE_TO_FIVE: OfficeHours = { opens: '09:00', closes: '17:00' };

const clockOn = (day: LocalDate, time: string): number =>
  epochMillisecondsOf(
    instant(
      Temporal.PlainDate.from(day)
        .toZonedDateTime({ timeZone: ENGLAND, plainTime: Temporal.PlainTime.from(time) })
        .toInstant()
        .toString(),
    ),
  );

/** Adds hours in which the office is open; time outside it does not count (0.R3, where a rule says working hours). */
export const addWorkingHours = (
  at: Instant,
  hours: number,
  office: OfficeHours = NINE_TO_FIVE,
  calendar: WorkingCalendar = ENGLAND_WORKING_CALENDAR,
): Instant => {
  if (!Number.isFinite(hours) || hours < 0) throw new RangeError(`Working hours are counted from 0, not ${hours}.`);
  if (office.opens >= office.closes) throw new RangeError('The office must open before it closes, on one day.');
  let left = Math.round(hours * 3_600_000);
  if (left === 0) return at;
  const first = localDateOf(at);
  let day = isWorkingDay(first, calendar) ? first : nextWorkingDay(first, calendar);
  for (;;) {
    const closes = clockOn(day, office.closes);
    const from = Math.max(clockOn(day, office.opens), epochMillisecondsOf(at));
    const open = Math.max(0, closes - from);
    if (left <= open) return instantFromEpochMilliseconds(from + left);
    left -= open;
    day = nextWorkingDay(day, calendar);
  }
};
