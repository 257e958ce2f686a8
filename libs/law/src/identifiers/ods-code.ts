import { parsed, unreadable, type Parsed } from '../problem/parsed.js';

/** An organisation in health and social care (13.4). Its kind is looked up, never guessed from the shape. */
export type OdsCode = string & { readonly __odsCode: true };

/** Reads an organisation code. */
export const parseOdsCode = (raw: string): Parsed<OdsCode> => {
  const code = raw.trim().toUpperCase();
  return /^[A-Z0-9]{3,10}$/.test(code)
    ? parsed(code as OdsCode)
    : unreadable('An organisation code has 3 to 10 letters and digits without spaces, for example RCF or A81001.');
};
