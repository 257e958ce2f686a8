import { Temporal } from 'temporal-polyfill';
import { parsed, unreadable, type Parsed } from '../problem/parsed.js';

/**
 * A moment in UTC to the millisecond, always written '2026-11-21T21:39:00.000Z', so that text order is time order.
 * The mark has the kernel's name, so that an instant of either library is an instant of the other.
 */
export type Instant = string & { readonly __instant: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

// The only cast to Instant: from text that Temporal has just written.
const canonical = (moment: Temporal.Instant): Instant => moment.toString({ smallestUnit: 'millisecond' }) as Instant;

/** Reads a moment written with Z or an offset; a time without either is refused, because it names two moments in October. */
export const parseInstant = (raw: string): Parsed<Instant> => {
  const text = raw.trim();
  if (!SHAPE.test(text)) {
    return unreadable(
      'A moment is written as date, time and offset, for example 2026-11-21T21:39:00Z or 2026-06-01T09:30:00+01:00; this one is not.',
    );
  }
  try {
    return parsed(canonical(Temporal.Instant.from(text)));
  } catch {
    return unreadable('There is no such date or time; check the month, the day and the hour.');
  }
};

/** For moments written in code; refuses loudly what parseInstant refuses politely. */
export const instant = (raw: string): Instant => {
  const read = parseInstant(raw);
  if (!read.ok) throw new RangeError(`${raw}: ${read.problem}`);
  return read.value;
};

/** The moment a clock reading stands for. */
export const instantFromEpochMilliseconds = (milliseconds: number): Instant =>
  canonical(Temporal.Instant.fromEpochMilliseconds(milliseconds));

/** The clock reading of a moment. */
export const epochMillisecondsOf = (at: Instant): number => Temporal.Instant.from(at).epochMilliseconds;

/** Whether the first moment lies strictly before the second. */
export const isBefore = (first: Instant, second: Instant): boolean => first < second;

/** Hours between two moments, on the clock, negative when the second lies earlier (0.R3). */
export const elapsedHoursBetween = (from: Instant, to: Instant): number =>
  (epochMillisecondsOf(to) - epochMillisecondsOf(from)) / 3_600_000;

/** Adds clock hours, weekends and the change of the clocks included (0.R3). */
export const addElapsedHours = (at: Instant, hours: number): Instant =>
  instantFromEpochMilliseconds(epochMillisecondsOf(at) + Math.round(hours * 3_600_000));
