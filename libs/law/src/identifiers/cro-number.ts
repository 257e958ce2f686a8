import { parsed, unreadable, type Parsed } from '../problem/parsed.js';
import { policeCheckLetter } from './police-check-letter.js';

/** A criminal record number: '000123/99X' or, for a special file, 'SF39/83146F' (13.3). */
export type CroNumber = string & { readonly __croNumber: true };

const wrongLetter = (right: string, written: string): { readonly ok: false; readonly problem: string } =>
  unreadable(`This number calls for the letter ${right} at the end, not ${written}; check the digits and the letter.`);

/** Reads a criminal record number; only the standard form pads its serial. */
export const parseCroNumber = (raw: string): Parsed<CroNumber> => {
  const text = raw.replace(/\s/g, '').toUpperCase();
  const special = /^SF(\d{2})\/(\d{1,6})([A-Z])$/.exec(text);
  const standard = /^(\d{1,6})\/(\d{2})([A-Z])$/.exec(text);
  const [, first, second, written] = special ?? standard ?? [];
  if (first === undefined || second === undefined || written === undefined) {
    return unreadable('A criminal record number is up to six digits, a slash, two digits and a letter, for example 265416/21G, or begins SF.');
  }
  const year = special === null ? second : first;
  const serial = special === null ? first.padStart(6, '0') : second;
  const letter = policeCheckLetter(year, serial);
  if (letter !== written) return wrongLetter(letter, written);
  return parsed((special === null ? `${serial}/${year}${letter}` : `SF${year}/${serial}${letter}`) as CroNumber);
};
