import { type CodeOf } from '../codes/code-list.js';

/** The ten things somebody must have been told for a consent to be valid (3.2). */
export const INFORMED_ITEMS = {
  PURPOSE: { label: 'Why the information is to be shared' },
  WHAT: { label: 'What information will be shared' },
  HOW_USED: { label: 'How it will be used' },
  WHO_SEES: { label: 'Who will see it' },
  HOW_SHARED: { label: 'How it will be shared' },
  HOW_LONG: { label: 'How long it will be held' },
  WHAT_FORM: { label: 'In what form it will be held' },
  IMPLICATIONS: { label: 'What sharing may lead to' },
  WITHOUT_CONSENT: { label: 'When it may be shared without consent' },
  MAY_WITHDRAW: { label: 'That consent can be withdrawn at any time' },
} as const;
export type InformedItemCode = CodeOf<typeof INFORMED_ITEMS>;
