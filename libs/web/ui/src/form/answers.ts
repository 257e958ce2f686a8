import { dayFrom, momentFrom } from './dates.js';

/** Everything typed into a form, by field name. Nothing of it is ever kept outside memory. */
export type Values = Readonly<Record<string, string | readonly string[]>>;

/** What a form was answered, read in the forms that the hub takes. */
export interface Answers {
  text(name: string): string;
  /** Null when nothing was typed. */
  optional(name: string): string | null;
  yes(name: string): boolean;
  list(name: string): readonly string[];
  /** A day from a date input, as 2026-11-21; null when it is empty or there is no such day. */
  day(name: string): string | null;
  /** A moment from a date and a time in England; null when it is empty or there is no such moment. */
  moment(name: string): string | null;
  /** One result for each part of a repeated group. */
  each<T>(name: string, read: (prefix: string) => T): readonly T[];
}

const textOf = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** Reads a form's values. */
export function answersOf(values: Values): Answers {
  const text = (name: string): string => textOf(values, name);
  const list = (name: string): readonly string[] => {
    const value = values[name];
    return Array.isArray(value) ? value : [];
  };
  const parts = (name: string): { day: string; month: string; year: string } =>
    ({ day: text(`${name}.day`), month: text(`${name}.month`), year: text(`${name}.year`) });
  return {
    text, list,
    optional: (name) => text(name) || null,
    yes: (name) => text(name) === 'YES',
    day: (name) => dayFrom(parts(name)),
    moment: (name) => momentFrom(parts(name), text(`${name}.time`)),
    each: (name, read) => list(name).map((index) => read(`${name}.${index}`)),
  };
}
