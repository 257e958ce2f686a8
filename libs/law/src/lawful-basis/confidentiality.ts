import { type CodeOf } from '../codes/code-list.js';

/** What answers the common-law duty of confidence; a data-protection basis does not (4.6). */
export const CONFIDENTIALITY_BASES = {
  NOT_CONFIDENTIAL: { label: 'The information is not confidential' },
  CONSENT: { label: 'Consent of the person to whom the duty is owed' },
  PUBLIC_INTEREST: { label: 'Overriding public interest' },
  STATUTE_OR_ORDER: { label: 'Statute, statutory gateway or court order' },
  WITHIN_UNDERSTANDING: { label: 'Shared within the understanding on which it was given' },
} as const;
export type ConfidentialityBasisCode = CodeOf<typeof CONFIDENTIALITY_BASES>;

/** Duties of secrecy laid down by statute (4.9). */
export const STATUTORY_BARS = {
  LOOKED_AFTER_CASE_FILE: { label: 'Case file of a looked-after child', evidence: 'S2' },
  ADOPTION_RECORD: { label: 'Adoption record', evidence: 'R' },
  FAMILY_PROCEEDINGS: { label: 'Papers of family proceedings', evidence: 'R' },
  GENDER_RECOGNITION: { label: 'Gender-recognition information', evidence: 'R' },
} as const;
export type StatutoryBarCode = CodeOf<typeof STATUTORY_BARS>;
