import { Temporal } from 'temporal-polyfill';
import { type Instant } from './instant.js';
import { ENGLAND, type LocalDate } from './local-date.js';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const dayInEngland = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: ENGLAND });
const timeInEngland = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ENGLAND });

/** '21 November 2026'. */
export const describeDate = (on: LocalDate): string =>
  day.format(Temporal.PlainDate.from(on).toZonedDateTime('UTC').epochMilliseconds);

/** '21 November 2026 at 21:39', by the clock in England. */
export const describeInstant = (at: Instant): string => {
  const moment = Temporal.Instant.from(at).epochMilliseconds;
  return `${dayInEngland.format(moment)} at ${timeInEngland.format(moment)}`;
};
