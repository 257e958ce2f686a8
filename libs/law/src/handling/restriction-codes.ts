import { type CodeOf } from '../codes/code-list.js';

/**
 * Restrictions an originator can place (5.4). `says` is shown wherever the content is shown, printed or exported (5.R8).
 * `overridable` marks the tier that break-glass lifts when a life is at risk (5.R6).
 * `names` tells how the listed names work: only they may (ALLOWED), or they may not (BARRED).
 */
export const RESTRICTIONS = {
  NOT_TO_SERVICE_USER: { label: 'Not to the service user', says: 'Do not disclose this to the people named.', overridable: false, names: 'BARRED' },
  NOT_TO_NAMED_PERSON: { label: 'Not to named people', says: 'Do not disclose this to the people named, or in anything they receive.', overridable: false, names: 'BARRED' },
  NAMED_RECIPIENTS: { label: 'Named recipients only', says: 'Only the people named may read this, even within one organisation.', overridable: false, names: 'ALLOWED' },
  ROLE_OR_TEAM: { label: 'One role or team only', says: 'Only the role or team named may read this.', overridable: false, names: 'ALLOWED' },
  PURPOSE_ONLY: { label: 'Stated purpose only', says: 'Use this only for the purpose stated.', overridable: true, names: 'ALLOWED' },
  ORIGINATOR_CONSENT: { label: 'Ask before passing on', says: 'Do not pass this on unless the organisation that supplied it has approved that recipient, purpose and wording.', overridable: true, names: 'NONE' },
  NO_ONWARD: { label: 'Not to be passed on', says: 'Do not pass this on. Only a court order or statutory duty lifts this.', overridable: true, names: 'NONE' },
  HUB_ONLY: { label: 'Hub only', says: 'This may inform the hub’s decision, and must not leave the hub.', overridable: true, names: 'NONE' },
  PROTECT_IDENTITY: { label: 'Protect identity', says: 'Do not reveal who, or where, the people or places named are.', overridable: false, names: 'BARRED' },
  EXPIRES: { label: 'Use until', says: 'Do not read or use this after the date given.', overridable: false, names: 'NONE' },
  REVIEW_BY: { label: 'Review by', says: 'Look at this again by the date given.', overridable: false, names: 'NONE' },
  ANONYMISED: { label: 'Anonymised', says: 'Do not try to find out who this is about.', overridable: false, names: 'NONE' },
  PSEUDONYMISED: { label: 'Names replaced', says: 'Do not link this to names; doing so is a decision of its own.', overridable: false, names: 'NONE' },
  SANITISED: { label: 'Source removed', says: 'Details of the source have been taken out. Do not try to find it.', overridable: false, names: 'NONE' },
  LIVE_INVESTIGATION: { label: 'Live investigation', says: 'Do not use or disclose this until the police confirm that you may.', overridable: true, names: 'NONE' },
} as const;
export type RestrictionCode = CodeOf<typeof RESTRICTIONS>;
