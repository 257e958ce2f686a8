import { parsed, unreadable, type Parsed } from '../problem/parsed.js';

/** Ten digits without spaces; a right check digit proves form, never who somebody is. */
export type NhsNumber = string & { readonly __nhsNumber: true };

export type NhsNumberOptions = {
  /** Numbers beginning 999 belong to nobody: samples and tests may use them, live records may not. */
  readonly allowTestRange?: boolean;
};

/** The tenth digit that the first nine call for; 10 means that no such number exists. */
const checkDigitFor = (digits: string): number => {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = 11 - (sum % 11);
  return check === 11 ? 0 : check;
};

/** Reads an NHS number with or without spaces or hyphens (13.1). */
export const parseNhsNumber = (raw: string, options: NhsNumberOptions = {}): Parsed<NhsNumber> => {
  const digits = raw.replace(/[\s-]/g, '');
  if (!/^\d*$/.test(digits)) return unreadable('An NHS number holds digits only; remove letters and other signs.');
  if (digits.length !== 10) return unreadable(`An NHS number has 10 digits; this one has ${digits.length}.`);
  // All ten repeated-digit numbers pass the arithmetic, and stand in systems as "not known".
  if (/^(\d)\1{9}$/.test(digits)) return unreadable('The same digit ten times is a placeholder, not an NHS number; leave it empty if it is not known.');
  const check = checkDigitFor(digits);
  if (check === 10) return unreadable('No NHS number begins with these nine digits; check them against the source.');
  if (check !== Number(digits[9])) return unreadable('The last digit of this NHS number does not fit the others; check for a slip of the pen.');
  if (digits.startsWith('999') && options.allowTestRange !== true) {
    return unreadable('NHS numbers beginning 999 are for tests and belong to nobody; enter the person’s own number or leave it empty.');
  }
  return parsed(digits as NhsNumber);
};

/** As people read it: 943 476 5919. */
export const formatNhsNumber = (value: NhsNumber): string => `${value.slice(0, 3)} ${value.slice(3, 6)} ${value.slice(6)}`;
