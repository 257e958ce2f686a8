import { parsed, unreadable, type Parsed } from '../problem/parsed.js';
import { EDUCATION_AUTHORITY_CODES } from './local-authority-codes.js';

/** A unique pupil number: 13 characters, for use in education only, never a master key (13.2). */
export type Upn = string & { readonly __upn: true };

export type UpnOptions = { readonly knownAuthorities?: ReadonlySet<string> };

const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const SHAPE = /^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/;

const valueOf = (sign: string): number => (/\d/.test(sign) ? Number(sign) : LETTERS.indexOf(sign));

const checkLetterFor = (upn: string): string => {
  const sum = [...upn.slice(1)].reduce((total, sign, index) => total + valueOf(sign) * (index + 2), 0);
  return LETTERS.charAt(sum % 23);
};

/** Reads a permanent or temporary pupil number (13.2). */
export const parseUpn = (raw: string, options: UpnOptions = {}): Parsed<Upn> => {
  const upn = raw.replace(/\s/g, '').toUpperCase();
  if (upn.length !== 13) return unreadable(`A pupil number has 13 characters; this one has ${upn.length}.`);
  if (!SHAPE.test(upn)) {
    return unreadable('A pupil number is a letter and 12 digits (a temporary one ends in a letter); I, O and S are never used.');
  }
  if (!(options.knownAuthorities ?? EDUCATION_AUTHORITY_CODES).has(upn.slice(1, 4))) {
    return unreadable(`No authority has the number ${upn.slice(1, 4)}, the second to fourth characters; check them.`);
  }
  const letter = checkLetterFor(upn);
  if (letter !== upn[0]) {
    return unreadable(`These digits call for the first letter ${letter}, not ${upn.charAt(0)}; check the letter and the digits.`);
  }
  return parsed(upn as Upn);
};

/** Whether the number was given for a time and will be replaced. */
export const isTemporaryUpn = (upn: Upn): boolean => /[A-Z]$/.test(upn);
