import { type Instant } from '../instants/instant.js';
import { localDateOf } from '../instants/local-date.js';
import { parsed, unreadable, type Parsed } from '../problem/parsed.js';
import { policeCheckLetter } from './police-check-letter.js';

/** A Police National Computer identifier, always 'YYYY/NNNNNNNL' (13.3). */
export type PncId = string & { readonly __pncId: true };

type Parts = { readonly year: string; readonly serial: string; readonly letter: string };

const HOW = 'A PNC identifier is a year, a slash, up to seven digits and a letter, for example 2003/0062845E.';

const split = (text: string): Parsed<Parts> => {
  const withSlash = /^(\d{4}|\d{2})\/(\d{1,7})([A-Z])$/.exec(text);
  // Without a slash only the length tells a long year from a short one, and 11 characters fit both.
  const bare = /^(\d{4})(\d{7})([A-Z])$/.exec(text) ?? (text.length <= 10 ? /^(\d{2})(\d{1,7})([A-Z])$/.exec(text) : null);
  if (withSlash === null && bare === null && /^\d{10}[A-Z]$/.test(text)) {
    return unreadable(`This can be read in two ways; write the slash after the year. ${HOW}`);
  }
  const [, year, serial, letter] = withSlash ?? bare ?? [];
  return year === undefined || serial === undefined || letter === undefined ? unreadable(HOW) : parsed({ year, serial, letter });
};

const fullYear = (year: string, at: Instant): string => {
  if (year.length === 4) return year;
  return year <= localDateOf(at).slice(2, 4) ? `20${year}` : `19${year}`;
};

/** Reads a PNC identifier; the moment tells in which century a two-digit year lies. */
export const parsePncId = (raw: string, at: Instant): Parsed<PncId> => {
  const parts = split(raw.replace(/\s/g, '').toUpperCase());
  if (!parts.ok) return parts;
  const year = fullYear(parts.value.year, at);
  const serial = parts.value.serial.padStart(7, '0');
  const letter = policeCheckLetter(year.slice(2), serial);
  if (letter !== parts.value.letter) {
    return unreadable(`This number calls for the letter ${letter} at the end, not ${parts.value.letter}; check the digits and the letter.`);
  }
  return parsed(`${year}/${serial}${letter}` as PncId);
};
