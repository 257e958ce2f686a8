import { type CodeOf } from './code-list.js';

/** What a statement is (5.R7). */
export const ITEM_NATURES = {
  FACT: { label: 'Fact' },
  OPINION: { label: 'Opinion' },
  ALLEGATION: { label: 'Allegation' },
  INTELLIGENCE: { label: 'Intelligence' },
} as const;
export type ItemNatureCode = CodeOf<typeof ITEM_NATURES>;

/** What was decided about telling the person concerned (2.R9). */
export const TRANSPARENCY = {
  TOLD_BEFORE: { label: 'Told before sharing' },
  TOLD_AFTER: { label: 'To be told after sharing' },
  NOT_TOLD: { label: 'Not told' },
} as const;
export type TransparencyCode = CodeOf<typeof TRANSPARENCY>;

export const IDENTIFIABILITY = {
  IDENTIFIED: { label: 'People can be identified' },
  PSEUDONYMISED: { label: 'Names replaced by a key' },
  ANONYMISED: { label: 'Nobody can be identified' },
} as const;
export type IdentifiabilityCode = CodeOf<typeof IDENTIFIABILITY>;

/** Whether whoever supplied an item allowed its use. */
export const PROVIDER_PERMISSIONS = {
  GIVEN: { label: 'Given' },
  REFUSED: { label: 'Refused' },
  NOT_ASKED: { label: 'Not asked' },
} as const;
export type ProviderPermissionCode = CodeOf<typeof PROVIDER_PERMISSIONS>;

/** What set a decision going (2.7). */
export const DECISION_TRIGGERS = {
  REQUEST: { label: 'A request' },
  OWN_INITIATIVE: { label: 'Own initiative' },
  STATUTORY: { label: 'A statutory request' },
  COURT_ORDER: { label: 'A court order' },
  EMERGENCY: { label: 'An emergency' },
} as const;
export type DecisionTriggerCode = CodeOf<typeof DECISION_TRIGGERS>;
