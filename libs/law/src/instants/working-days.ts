import { Temporal } from 'temporal-polyfill';
import { ENGLAND_WORKING_CALENDAR, type WorkingCalendar } from './england-bank-holidays.js';
import { instant, type Instant } from './instant.js';
import { addDays, inEngland, toLocalDate, type LocalDate } from './local-date.js';

/** Monday to Friday, bank holidays excluded (0.R2); a day outside the calendar is refused rather than guessed. */
export const isWorkingDay = (day: LocalDate, calendar: WorkingCalendar = ENGLAND_WORKING_CALENDAR): boolean => {
  if (day < calendar.firstDay || day > calendar.lastDay) {
    throw new RangeError(
      `The working calendar ${calendar.version} runs from ${calendar.firstDay} to ${calendar.lastDay} and says nothing about ${day}; load one that covers it.`,
    );
  }
  return Temporal.PlainDate.from(day).dayOfWeek <= 5 && !calendar.holidays.has(day);
};

/** The first working day after a day. */
export const nextWorkingDay = (day: LocalDate, calendar: WorkingCalendar = ENGLAND_WORKING_CALENDAR): LocalDate => {
  const next = addDays(day, 1);
  return isWorkingDay(next, calendar) ? next : nextWorkingDay(next, calendar);
};

/** Working days after the first day, up to and including the last. */
export const workingDaysBetween = (
  first: LocalDate,
  last: LocalDate,
  calendar: WorkingCalendar = ENGLAND_WORKING_CALENDAR,
): number => {
  let count = 0;
  for (let day = addDays(first, 1); day <= last; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1;
  return count;
};

const wholeNumber = (count: number, of: string): void => {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${of} are counted in whole numbers from 0, not ${count}.`);
};

const atTimeOn = (start: Temporal.ZonedDateTime, day: LocalDate): Instant =>
  instant(
    Temporal.PlainDate.from(day)
      .toZonedDateTime({ timeZone: start.timeZoneId, plainTime: start.toPlainTime() })
      .toInstant()
      .toString(),
  );

/** The same time of day in England so many working days later; the day on which it starts is not counted. */
export const addWorkingDays = (at: Instant, days: number, calendar: WorkingCalendar = ENGLAND_WORKING_CALENDAR): Instant => {
  wholeNumber(days, 'Working days');
  if (days === 0) return at;
  const start = inEngland(at);
  let day = toLocalDate(start.toPlainDate());
  for (let left = days; left > 0; left -= 1) day = nextWorkingDay(day, calendar);
  return atTimeOn(start, day);
};
