import { type CodeOf } from './code-list.js';

/** What somebody is in an enquiry, for a time: never what kind of person they are (13.8). */
export const ENQUIRY_CAPACITIES = {
  CHILD: { label: 'Child' },
  UNBORN: { label: 'Unborn child' },
  PARENT: { label: 'Parent' },
  CARER: { label: 'Carer' },
  PR_HOLDER: { label: 'Holder of parental responsibility' },
  SIBLING: { label: 'Brother or sister' },
  ADULT_AT_RISK: { label: 'Adult at risk' },
  ALLEGED_PERPETRATOR: { label: 'Alleged to have caused harm' },
  REFERRER: { label: 'Person who raised the concern' },
  OTHER: { label: 'Other' },
} as const;
export type EnquiryCapacityCode = CodeOf<typeof ENQUIRY_CAPACITIES>;

/** Why the hub may look into a concern at all; each is recorded with reasons (1.R13). */
export const ENQUIRY_GROUNDS = {
  CA1989_S47: { label: 'Reasonable cause to suspect significant harm to a child (Children Act 1989 section 47)' },
  CA1989_S17: { label: 'Child in need (Children Act 1989 section 17)' },
  CARE2014_S42: { label: 'Adult safeguarding enquiry (Care Act 2014 section 42)' },
  PREVENTION: { label: 'Early help or prevention' },
  PRACTICE_REVIEW_S16F: { label: 'Local child safeguarding practice review (Children Act 2004 section 16F)' },
  CHILD_DEATH_REVIEW: { label: 'Child death review' },
  CRIME_PREVENTION: { label: 'Prevention or detection of crime' },
} as const;
export type EnquiryGroundCode = CodeOf<typeof ENQUIRY_GROUNDS>;

/** What information is shared or read for; each read and each share states one. */
export const SHARING_PURPOSES = {
  PROTECT_CHILD: { label: 'Protect a child from harm', servesFunction: null },
  PROMOTE_CHILD_WELFARE: { label: 'Promote the welfare of a child', servesFunction: null },
  PROTECT_ADULT: { label: 'Protect an adult at risk', servesFunction: null },
  PREVENT_SERIOUS_CRIME: { label: 'Prevent or detect serious crime', servesFunction: null },
  CHILD_SAFEGUARDING_ARRANGEMENTS: { label: 'The local child safeguarding arrangements (section 16E)', servesFunction: 'S16E' },
  LOCAL_PRACTICE_REVIEW: { label: 'A local child safeguarding practice review (section 16F)', servesFunction: 'S16F' },
  CHILD_DEATH_REVIEW: { label: 'Review of a child’s death', servesFunction: 'S16M' },
  LSCB_FUNCTIONS: { label: 'Functions of a Local Safeguarding Children Board (historical)', servesFunction: 'LSCB' },
  SAB_FUNCTIONS: { label: 'Functions of the Safeguarding Adults Board', servesFunction: 'SAB' },
  LEGAL_PROCEEDINGS: { label: 'Legal proceedings or legal advice', servesFunction: null },
} as const;
export type SharingPurposeCode = CodeOf<typeof SHARING_PURPOSES>;

/** How soon an answer is wanted; the hours are elapsed hours (0.R3) and only a default. */
export const URGENCIES = {
  IMMEDIATE: { label: 'Within 4 hours', defaultHours: 4 },
  URGENT: { label: 'Within 24 hours', defaultHours: 24 },
  ROUTINE: { label: 'Within 72 hours', defaultHours: 72 },
} as const;
export type UrgencyCode = CodeOf<typeof URGENCIES>;

/** What an addressee answers to one item (1.8). */
export const ANSWER_KINDS = {
  SHARED: { label: 'Shared' },
  PART: { label: 'Shared in part' },
  NOTHING_KNOWN: { label: 'Nothing known, after searching' },
  HELD_NOT_SHARED: { label: 'Held, and not shared' },
  CLARIFY: { label: 'Needs to be clarified first' },
  NO_REPLY: { label: 'No reply' },
} as const;
export type AnswerKindCode = CodeOf<typeof ANSWER_KINDS>;
