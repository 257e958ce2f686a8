import { type CodeOf } from '../codes/code-list.js';

/** Powers on which information can be demanded (1.6). */
export const STATUTORY_POWERS = {
  CA2004_S16H: { label: 'Children Act 2004 section 16H', duty: 'Must comply', court: true },
  CA2004_S16N: { label: 'Children Act 2004 section 16N (child death reviews)', duty: 'Must comply', court: true },
  CA2004_S14B_HISTORIC: { label: 'Children Act 2004 section 14B (historical)', duty: 'Must comply when the conditions are met', court: false },
  CARE2014_S45: { label: 'Care Act 2014 section 45', duty: 'Must comply when the conditions are met', court: false },
  CA1989_S47_9: { label: 'Children Act 1989 section 47(9)', duty: 'Must assist unless unreasonable in all the circumstances', court: false },
  CA1989_S27: { label: 'Children Act 1989 section 27', duty: 'Must help if compatible with own duties', court: false },
  CA2004_S16LA: { label: 'Children Act 2004 section 16LA', duty: 'Must share unless more detrimental to the child', court: false },
  COURT_ORDER: { label: 'Court order', duty: 'Must obey or formally challenge', court: true },
} as const;
export type StatutoryPowerCode = CodeOf<typeof STATUTORY_POWERS>;

/** Functions a request may serve. */
export const PURPOSE_FUNCTIONS = {
  S16E: { label: 'Local arrangements to safeguard children (section 16E)' },
  S16F: { label: 'Local child safeguarding practice reviews (section 16F)' },
  S16M: { label: 'Child death reviews (section 16M)' },
  LSCB: { label: 'Functions of a Local Safeguarding Children Board (historical)' },
  SAB: { label: 'Functions of the Safeguarding Adults Board' },
} as const;
export type PurposeFunctionCode = CodeOf<typeof PURPOSE_FUNCTIONS>;

/** To whom the answer goes, as the request says (1.3). */
export const RECIPIENT_TYPES = {
  ISSUER: { label: 'The partner that asks' },
  OTHER_PARTNER: { label: 'Another safeguarding partner for the area' },
  RELEVANT_AGENCY: { label: 'A relevant agency for the area' },
  REVIEWER: { label: 'A reviewer' },
  OTHER: { label: 'Another person or body' },
} as const;
export type RecipientTypeCode = CodeOf<typeof RECIPIENT_TYPES>;

/** Anyone can be asked; the list only helps to find them (1.R3). */
export const ADDRESSEE_KINDS = {
  SAFEGUARDING_PARTNER: { label: 'Safeguarding partner' },
  RELEVANT_AGENCY: { label: 'Relevant agency' },
  OTHER_BODY: { label: 'Another body' },
  PERSON: { label: 'A person' },
} as const;
export type AddresseeKindCode = CodeOf<typeof ADDRESSEE_KINDS>;
