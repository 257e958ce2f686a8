import { Temporal } from 'temporal-polyfill';
import { parsed, unreadable, type Parsed } from '../problem/parsed.js';
import { type Instant } from './instant.js';

/** A calendar day in England, always written '2026-11-21'. */
export type LocalDate = string & { readonly __localDate: true };

/** The zone in which days begin and end (0.R1). */
export const ENGLAND = 'Europe/London';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** The day as text. */
export const toLocalDate = (day: Temporal.PlainDate): LocalDate => day.toString() as LocalDate;

/** Reads a day; '2026-02-30' is refused and never moved to March. */
export const parseLocalDate = (raw: string): Parsed<LocalDate> => {
  const text = raw.trim();
  if (!SHAPE.test(text)) return unreadable('A day is written year-month-day, for example 2026-11-21; this one is not.');
  try {
    return parsed(toLocalDate(Temporal.PlainDate.from(text, { overflow: 'reject' })));
  } catch {
    return unreadable('There is no such day; check the month and the day of the month.');
  }
};

/** For days written in code. */
export const localDate = (raw: string): LocalDate => {
  const read = parseLocalDate(raw);
  if (!read.ok) throw new RangeError(`${raw}: ${read.problem}`);
  return read.value;
};

/** The moment on a clock in England. */
export const inEngland = (at: Instant): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO(ENGLAND);

/** The day it is in England at that moment: 23:30 UTC on 30 June is already 1 July (0.R1). */
export const localDateOf = (at: Instant): LocalDate => toLocalDate(inEngland(at).toPlainDate());

/** The first moment of a day in England. */
export const startOfDay = (day: LocalDate): Instant =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime(ENGLAND)
    .toInstant()
    .toString({ smallestUnit: 'millisecond' }) as Instant;

/** Adds calendar days. */
export const addDays = (day: LocalDate, days: number): LocalDate => toLocalDate(Temporal.PlainDate.from(day).add({ days }));

/** Adds calendar months; 31 August and six months is the last day of February. */
export const addMonths = (day: LocalDate, months: number): LocalDate =>
  toLocalDate(Temporal.PlainDate.from(day).add({ months }));

/** Whole years lived on a day; a child born on 29 February turns 16 on 1 March, as English law counts. */
export const ageOn = (born: LocalDate, on: LocalDate): number => {
  const [bornYear = 0, onYear = 0] = [Number(born.slice(0, 4)), Number(on.slice(0, 4))];
  return onYear - bornYear - (on.slice(5) < born.slice(5) ? 1 : 0);
};

/** Whether a dated rule or record is in force on a day; both ends are counted, an open end never closes. */
export const inForceOn = (
  dated: { readonly effectiveFrom: LocalDate | null; readonly effectiveTo: LocalDate | null },
  day: LocalDate,
): boolean => (dated.effectiveFrom === null || dated.effectiveFrom <= day) && (dated.effectiveTo === null || day <= dated.effectiveTo);
