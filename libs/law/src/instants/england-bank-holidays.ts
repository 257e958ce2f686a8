import { localDate, type LocalDate } from './local-date.js';

/** Days on which England does not work, for the years it covers (0.R2: the calendar is data, not code). */
export type WorkingCalendar = {
  readonly version: string;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly holidays: ReadonlySet<LocalDate>;
};

const BY_YEAR: Readonly<Record<string, string>> = {
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
};

/** Bank holidays of England and Wales, 2018 to 2028. */
export const ENGLAND_WORKING_CALENDAR: WorkingCalendar = {
  version: 'england-2018-2028',
  firstDay: localDate('2018-01-01'),
  lastDay: localDate('2028-12-31'),
  holidays: new Set(
    Object.entries(BY_YEAR).flatMap(([year, days]) => days.split(' ').map((day) => localDate(`${year}-${day}`))),
  ),
};
