import { type CodeOf } from '../codes/code-list.js';

/** The three meanings a consent can have; one form may carry several, none implies another (section 3). */
export const CONSENT_USES = {
  DP_BASIS: { label: 'Basis in data-protection law' },
  LIFTS_CONFIDENCE: { label: 'Lifts the duty of confidence' },
  AGREES_TO_SERVICE: { label: 'Agrees to receive a service' },
} as const;
export type ConsentUseCode = CodeOf<typeof CONSENT_USES>;

export const CONSENT_KINDS = {
  ORDINARY: { label: 'Consent' },
  EXPLICIT: { label: 'Explicit consent: a clear statement' },
} as const;
export type ConsentKindCode = CodeOf<typeof CONSENT_KINDS>;

export const CONSENT_FORMS = {
  WRITTEN: { label: 'In writing' },
  VERBAL_NOTED: { label: 'By word of mouth, noted' },
} as const;
export type ConsentFormCode = CodeOf<typeof CONSENT_FORMS>;

/** On what footing somebody gives or refuses consent (3.1). */
export const GIVER_BASES = {
  COMPETENT_CHILD: { label: 'A child who understands the decision' },
  PRESUMED_16_17: { label: 'A young person of 16 or 17' },
  ADULT: { label: 'An adult' },
  PR_HOLDER: { label: 'A person with parental responsibility' },
  ATTORNEY: { label: 'An attorney with authority for this decision' },
  DEPUTY: { label: 'A deputy appointed by the court' },
} as const;
export type GiverBasisCode = CodeOf<typeof GIVER_BASES>;

/** How parental responsibility was shown. */
export const PR_EVIDENCE = {
  BIRTH_CERTIFICATE: { label: 'Named on the birth certificate' },
  MARRIAGE: { label: 'Marriage or civil partnership' },
  PR_AGREEMENT: { label: 'Parental responsibility agreement' },
  COURT_ORDER: { label: 'Court order' },
  ADOPTION: { label: 'Adoption' },
  GUARDIANSHIP: { label: 'Guardianship' },
  CARE_ORDER: { label: 'Care order held by the local authority' },
} as const;
export type PrEvidenceCode = CodeOf<typeof PR_EVIDENCE>;

/** What a record says about consent (5.1). An override is a decision to share, never a consent position. */
export const CONSENT_POSITIONS = {
  GIVEN: { label: 'Given' },
  REFUSED: { label: 'Refused' },
  NOT_SOUGHT: { label: 'Not sought' },
  WITHDRAWN: { label: 'Withdrawn' },
  NOT_REQUIRED: { label: 'Not required' },
} as const;
export type ConsentPositionCode = CodeOf<typeof CONSENT_POSITIONS>;
