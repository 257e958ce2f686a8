import { ENGLAND, localDateOf, parseInstant, parseLocalDate } from '@mash/law';
import { Temporal } from 'temporal-polyfill';

interface Parts { readonly day: string; readonly month: string; readonly year: string }

/** The day that somebody typed; null when there is no such day. */
export function dayFrom({ day, month, year }: Parts): string | null {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null;
  const read = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return read.ok ? read.value : null;
}

/** The moment that somebody typed, by the clock in England. */
export function momentFrom(parts: Parts, time: string): string | null {
  const day = dayFrom(parts);
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(time);
  const [, hour = '', minute = ''] = clock ?? [];
  if (day === null || Number(hour) > 23 || Number(minute) > 59 || clock === null) return null;
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: ENGLAND, plainTime: Temporal.PlainTime.from({ hour: Number(hour), minute: Number(minute) }) })
    .toInstant().toString({ smallestUnit: 'millisecond' });
}

/** A moment as the fields of a date and time input, so that a form can begin with it. */
export function momentValues(name: string, at: string): Record<string, string> {
  const read = parseInstant(at);
  if (!read.ok) return {};
  const time = Temporal.Instant.from(read.value).toZonedDateTimeISO(ENGLAND).toPlainTime().toString({ smallestUnit: 'minute' });
  return { ...dayValues(name, localDateOf(read.value)), [`${name}.time`]: time };
}

/** A day as the fields of a date input. */
export function dayValues(name: string, day: string): Record<string, string> {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}.day`]: String(Number(date)), [`${name}.month`]: String(Number(month)), [`${name}.year`]: year };
}
