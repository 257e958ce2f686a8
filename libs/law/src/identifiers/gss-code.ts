import { parsed, unreadable, type Parsed } from '../problem/parsed.js';

/** An Office for National Statistics code of an area (13.5). */
export type GssCode = string & { readonly __gssCode: true };

/** What the first three characters stand for, so far as the hub needs it. */
export const GSS_ENTITIES = {
  E06: { label: 'Unitary authority', localAuthorityPartner: true },
  E07: { label: 'Non-metropolitan district', localAuthorityPartner: false },
  E08: { label: 'Metropolitan borough', localAuthorityPartner: true },
  E09: { label: 'London borough', localAuthorityPartner: true },
  E10: { label: 'County', localAuthorityPartner: true },
  E12: { label: 'Region', localAuthorityPartner: false },
  E23: { label: 'Police force area', localAuthorityPartner: false },
  E38: { label: 'Clinical commissioning group', localAuthorityPartner: false },
  E54: { label: 'Integrated care board', localAuthorityPartner: false },
} as const;

/** Reads an area code. */
export const parseGssCode = (raw: string): Parsed<GssCode> => {
  const code = raw.trim().toUpperCase();
  return /^[EWSN]\d{8}$/.test(code)
    ? parsed(code as GssCode)
    : unreadable('An area code is E, W, S or N and eight digits, for example E09000011.');
};

/** The three characters that say what kind of area a code names. */
export const gssEntityOf = (code: GssCode): string => code.slice(0, 3);
