import type { Values } from '@mash/web-ui';

/** A usual set of bases for one kind of agency: a start, which whoever signs for it can change part by part. */
export interface BasisPreset {
  readonly label: string;
  readonly hint: string;
  readonly always: Values;
  /** The kinds of organisation that it is offered to; left out: all. */
  readonly only?: readonly string[];
  /** Added for health and other specially protected information. */
  readonly special: Values;
  /** Added for information about crimes. */
  readonly criminal: Values;
}

const none: Values = { regime: 'UKGDPR', article6: '', annex1: [], article9: '', schedule1: '', article10: '', schedule8: '', gateways: [], confidence: '' };
const safeguarding: Values = { article9: 'g', schedule1: 'P18' };

export const basisPresets: Readonly<Record<string, BasisPreset>> = {
  COUNCIL: {
    only: ['LOCAL_AUTHORITY', 'HUB', 'YOUTH_JUSTICE', 'PROBATION'],
    label: 'Council: enquiries to protect a child', hint: 'Public task, with section 47 of the Children Act 1989.',
    always: { ...none, article6: 'e', gateways: ['CA1989_S47_9'], confidence: 'PUBLIC_INTEREST' }, special: safeguarding, criminal: { article10: 'OFFICIAL_AUTHORITY' },
  },
  POLICE: {
    only: ['POLICE_FORCE'],
    label: 'Police: to protect somebody or prevent crime', hint: 'Public task, with the common-law power.',
    always: { ...none, article6: 'e', gateways: ['COMMON_LAW_POLICE'], confidence: 'PUBLIC_INTEREST' }, special: safeguarding, criminal: { article10: 'OFFICIAL_AUTHORITY' },
  },
  HEALTH: {
    only: ['NHS_TRUST', 'GP_PRACTICE', 'INTEGRATED_CARE_BOARD'],
    label: 'Health: care or safeguarding, in the public interest', hint: 'Public task, with section 11 of the Children Act 2004.',
    always: { ...none, article6: 'e', gateways: ['CA2004_S11'], confidence: 'PUBLIC_INTEREST' }, special: { article9: 'h', schedule1: 'P2' }, criminal: { article10: 'P18' },
  },
  SCHOOL: {
    only: ['SCHOOL_OR_COLLEGE', 'INDEPENDENT_SCHOOL', 'EARLY_YEARS_PROVIDER'],
    label: 'School or college', hint: 'Public task, with section 175 of the Education Act 2002.',
    always: { ...none, article6: 'e', gateways: ['EA2002_S175'], confidence: 'PUBLIC_INTEREST' }, special: safeguarding, criminal: { article10: 'P18' },
  },
  CHARITY: {
    only: ['CHARITY', 'PRIVATE_PROVIDER', 'HOUSING', 'INDEPENDENT_SCHOOL', 'EARLY_YEARS_PROVIDER'],
    label: 'Charity or private provider', hint: 'The recognised legitimate interest of safeguarding.',
    always: { ...none, article6: 'ea', annex1: ['6'], confidence: 'PUBLIC_INTEREST' }, special: safeguarding, criminal: { article10: 'P18' },
  },
  STATUTORY: {
    only: ['LOCAL_AUTHORITY', 'POLICE_FORCE', 'INTEGRATED_CARE_BOARD'],
    label: 'Safeguarding partner: a statutory request', hint: 'Public task, with section 16H of the Children Act 2004.',
    always: { ...none, article6: 'e', gateways: ['CA2004_S16H'], confidence: 'STATUTE_OR_ORDER' }, special: safeguarding, criminal: { article10: 'OFFICIAL_AUTHORITY' },
  },
  CONSENT_LIFTS: {
    label: 'Public body, with consent lifting the duty of confidence', hint: 'Public task; the person agreed that confidential information may be shared.',
    always: { ...none, article6: 'e', gateways: ['CA2004_S11'], confidence: 'CONSENT' }, special: { article9: 'h', schedule1: 'P2' }, criminal: { article10: 'P18' },
  },
  CONSENT: {
    label: 'Consent, and nothing else', hint: 'Rarely right: when the consent is withdrawn, this basis is gone.',
    always: { ...none, article6: 'a', confidence: 'CONSENT' }, special: { article9: 'a' }, criminal: { article10: 'P29' },
  },
  OWN: { label: 'Something else', hint: 'Choose each part yourself.', always: none, special: {}, criminal: {} },
};

/** The parts that a preset sets, for the kinds of information it has to cover. */
export const presetValues = (preset: string, kinds: readonly string[]): Values => {
  const found = basisPresets[preset];
  return found === undefined ? {} : { ...found.always, ...(kinds.includes('SPECIAL') ? found.special : {}), ...(kinds.includes('CRIMINAL') ? found.criminal : {}) };
};
