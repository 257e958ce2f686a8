import type { Values } from '@mash/web-ui';

/** A usual set of bases for one kind of agency: a start, which whoever signs for it can change part by part. */
export interface BasisPreset {
  readonly label: string;
  readonly hint: string;
  readonly values: Values;
}

const none: Values = { regime: 'UKGDPR', article6: '', annex1: [], article9: '', schedule1: '', article10: '', schedule8: '', gateways: [], confidence: '' };

export const basisPresets: Readonly<Record<string, BasisPreset>> = {
  COUNCIL: {
    label: 'A council asking about or protecting a child', hint: 'Public task, and the safeguarding condition for sensitive information.',
    values: { ...none, article6: 'e', article9: 'g', schedule1: 'P18', article10: 'P18', gateways: ['CA1989_S47_1'], confidence: 'PUBLIC_INTEREST' },
  },
  POLICE: {
    label: 'Police, to protect somebody or prevent crime', hint: 'Public task under the common-law power, and the safeguarding condition.',
    values: { ...none, article6: 'e', article9: 'g', schedule1: 'P18', article10: 'OFFICIAL_AUTHORITY', gateways: ['COMMON_LAW_POLICE'], confidence: 'PUBLIC_INTEREST' },
  },
  HEALTH: {
    label: 'Health, for care or safeguarding', hint: 'Public task, and the health or social care condition.',
    values: { ...none, article6: 'e', article9: 'h', schedule1: 'P2', gateways: ['CA2004_S11'], confidence: 'PUBLIC_INTEREST' },
  },
  SCHOOL: {
    label: 'A school or college', hint: 'Public task, and the safeguarding condition.',
    values: { ...none, article6: 'e', article9: 'g', schedule1: 'P18', article10: 'P18', gateways: ['EA2002_S175'], confidence: 'PUBLIC_INTEREST' },
  },
  CHARITY: {
    label: 'A charity or private provider', hint: 'The recognised legitimate interest of safeguarding.',
    values: { ...none, article6: 'ea', annex1: ['6'], article9: 'g', schedule1: 'P18', gateways: [], confidence: 'PUBLIC_INTEREST' },
  },
  CONSENT_LIFTS: {
    label: 'Public task, with consent lifting the duty of confidence', hint: 'For a public body where the person agreed that confidential information may be shared.',
    values: { ...none, article6: 'e', article9: 'h', schedule1: 'P2', gateways: ['CA2004_S11'], confidence: 'CONSENT' },
  },
  CONSENT: {
    label: 'Consent, and nothing else', hint: 'Rarely right: when the consent is withdrawn, this basis is gone.',
    values: { ...none, article6: 'a', article9: 'a', confidence: 'CONSENT' },
  },
  OWN: { label: 'Something else', hint: 'Choose each part yourself.', values: none },
};
