import { parsed, unreadable, type Parsed } from '../problem/parsed.js';

/** Identifiers of which only the form is checked (13.7, general knowledge). */
export const SHAPED_IDENTIFIERS = {
  ULN: { label: 'Unique learner number', shape: /^\d{10}$/, right: 'ten digits' },
  SCHOOL_URN: { label: 'School reference number (URN)', shape: /^\d{6}$/, right: 'six digits' },
  LAESTAB: { label: 'School number (LAESTAB)', shape: /^\d{7}$/, right: 'seven digits, written with or without a slash after the third' },
  UKPRN: { label: 'Provider reference number (UKPRN)', shape: /^1\d{7}$/, right: 'eight digits beginning with 1' },
  UPRN: { label: 'Property reference number (UPRN)', shape: /^[1-9]\d{0,11}$/, right: 'up to twelve digits' },
  NINO: {
    label: 'National Insurance number',
    shape: /^(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/,
    right: 'two letters, six digits and a letter from A to D, for example AB123456C',
  },
  PRISON_NUMBER: { label: 'Prison number', shape: /^[A-Z]\d{4}[A-Z]{2}$/, right: 'a letter, four digits and two letters, for example A1234BC' },
  SOCIAL_WORK_ENGLAND: { label: 'Social Work England number', shape: /^SW\d{1,6}$/, right: 'SW and up to six digits' },
  NMC_PIN: { label: 'Nursing and Midwifery Council PIN', shape: /^\d{2}[A-L]\d{4}[A-Z]$/, right: 'two digits, a letter, four digits and a letter' },
  GMC_NUMBER: { label: 'General Medical Council number', shape: /^\d{7}$/, right: 'seven digits' },
} as const;
export type ShapedIdentifierCode = keyof typeof SHAPED_IDENTIFIERS;

/** Reads an identifier that carries no check of its own. */
export const parseShapedIdentifier = (kind: ShapedIdentifierCode, raw: string): Parsed<string> => {
  const { label, shape, right } = SHAPED_IDENTIFIERS[kind];
  const text = raw.replace(/[\s/-]/g, '').toUpperCase();
  return shape.test(text) ? parsed(text) : unreadable(`${label}: this should be ${right}.`);
};
