import { type CodeOf } from '../codes/code-list.js';

/** UK GDPR Article 6(1): one is required for all personal data (4.1). */
export const ARTICLE_6 = {
  a: { label: 'Consent', says: 'The person agreed to this for these purposes. Rarely right in safeguarding.' },
  b: { label: 'Contract', says: 'Necessary for a contract with the person. Practically never right here.' },
  c: { label: 'Legal obligation', says: 'The law obliges the organisation to do it, for example a court order or section 16H.' },
  d: { label: 'Vital interests', says: 'Necessary to protect somebody’s life.' },
  e: { label: 'Public task', says: 'Necessary for a task the law gives this organisation. The usual basis for public bodies.' },
  ea: {
    label: 'Recognised legitimate interest',
    says: 'Necessary for an interest listed in Annex 1, such as safeguarding. For charities and private providers, from 5 February 2026.',
  },
  f: { label: 'Legitimate interests', says: 'Weighed against the person’s own interests. For charities and private providers.' },
} as const;
export type Article6Code = CodeOf<typeof ARTICLE_6>;

/** UK GDPR Annex 1: what a recognised legitimate interest may be. */
export const ANNEX_1 = {
  '1': { label: 'Disclosure to someone who states that they need it for their public task' },
  '2': { label: 'National security, public security or defence' },
  '3': { label: 'Responding to an emergency (paragraph 3)' },
  '4': { label: 'Responding to an emergency (paragraph 4)' },
  '5': { label: 'Detecting, investigating or preventing crime' },
  '6': { label: 'Safeguarding a vulnerable individual: protecting from neglect or harm' },
  '7': { label: 'Safeguarding a vulnerable individual: protecting well-being' },
} as const;
export type Annex1Code = CodeOf<typeof ANNEX_1>;
