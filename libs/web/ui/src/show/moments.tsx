import { describeDate, describeInstant, elapsedHoursBetween, parseInstant, parseLocalDate } from '@mash/law';
import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useState } from 'react';

const ClockContext = createContext<() => string>(() => '1970-01-01T00:00:00.000Z');

/** Gives pages the clock of the browser; a test gives its own. */
export const ClockProvider = ({ now, children }: { readonly now: () => string; readonly children: ReactNode }): ReactNode => (
  <ClockContext value={now}>{children}</ClockContext>
);

const aMinute = 60_000;

/** The moment it is, renewed each minute. */
export function useNow(): string {
  const now = useContext(ClockContext);
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), aMinute);
    return () => clearInterval(timer);
  }, [now]);
  return moment;
}

/** A moment in words; what cannot be read is shown as it came. */
export const momentText = (at: string): string => { const read = parseInstant(at); return read.ok ? describeInstant(read.value) : at; };

/** A day in words. */
export const dayText = (on: string): string => { const read = parseLocalDate(on); return read.ok ? describeDate(read.value) : on; };

export const Moment = ({ at }: { readonly at: string }): ReactNode => <time dateTime={at}>{momentText(at)}</time>;

const inWords = (hours: number): string => {
  const [count, unit] = hours < 1 ? [Math.max(1, Math.round(hours * 60)), 'minute'] : hours < 48 ? [Math.round(hours), 'hour'] : [Math.round(hours / 24), 'day'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

/** How long is left, or how long ago it was due. */
export function timeLeft(due: string, now: string): { readonly overdue: boolean; readonly soon: boolean; readonly words: string } {
  const [until, from] = [parseInstant(due), parseInstant(now)];
  if (!until.ok || !from.ok) return { overdue: false, soon: false, words: '' };
  const hours = elapsedHoursBetween(from.value, until.value);
  return { overdue: hours < 0, soon: hours >= 0 && hours < 4, words: hours < 0 ? `${inWords(-hours)} overdue` : `${inWords(hours)} left` };
}
