import type { ConsentId, Decider, DisclosureId, Instant, ItemId, OrganisationId, Party, Reason } from '@mash/kernel';
import { reason, rejectIf } from '@mash/kernel';
import type { ConsentRecord, LiveConsent, SharingPurposeCode } from '@mash/law';
import { consentReach } from '@mash/law';
import type { ConsentEvent, DataCategory } from './consent-events.js';
import type { ConsentStanding, GivenConsent } from './facts.js';
import { consentFacts, mayUseConsent } from './facts.js';

/** What wants to rest on a consent. */
export interface RestingShare {
  readonly sender: Party;
  readonly purpose: SharingPurposeCode;
  readonly categories: readonly DataCategory[];
  readonly recipients: readonly OrganisationId[];
  /** Special-category information for which Article 9(2)(a) is relied on (3.R6). */
  readonly onArticle9a: boolean;
}

/** The consent as the law's checks read it. What only matters at recording was judged then and is in `invalidBecause`. */
const asRecord = (consent: GivenConsent): ConsentRecord => ({
  uses: consent.uses, giverBasis: consent.giverBasis, kind: consent.kind, form: consent.form, purposes: consent.purposes,
  dataCategories: consent.categories, recipientOrgs: consent.recipients, informedItems: consent.informed,
  noticeVersion: consent.noticeVersion, givenAt: consent.givenAt,
  ...(consent.expires === null ? {} : { expiresAt: consent.expires }),
  ...(consent.withdrawnAt === null ? {} : { withdrawnAt: consent.withdrawnAt }),
});

/** How far a consent reaches over a sharing, for the check of a lawful basis; nothing when nobody may rely on it. */
export const liveConsentOf = (consent: ConsentStanding | null, share: RestingShare, at: Instant): LiveConsent | undefined =>
  consent === null || !('reliances' in consent) || consent.invalidBecause.length > 0 || !mayUseConsent(consent, share.sender)
    ? undefined
    : consentReach(asRecord(consent), { purpose: share.purpose, dataCategories: share.categories, recipientOrgs: share.recipients }, at);

const outside = (code: string, what: string): Reason => reason('3.R7', code,
  `The consent does not cover ${what}; outside its limits it counts as no consent.`, 'Share within the consent, ask again, or rely on another basis.');

const limits = (consent: GivenConsent, share: RestingShare, at: Instant): readonly Reason[] => [
  ...consent.purposes.includes(share.purpose) ? [] : [outside('CONSENT_NOT_FOR_PURPOSE', 'this purpose')],
  ...share.categories.every((each) => consent.categories.includes(each)) ? [] : [outside('CONSENT_NOT_FOR_CATEGORY', 'this kind of information')],
  ...share.recipients.every((each) => consent.recipients.includes(each)) ? [] : [outside('CONSENT_NOT_FOR_RECIPIENT', 'this recipient')],
  ...consent.givenAt <= at && (consent.expires === null || at < consent.expires) ? [] : [outside('CONSENT_EXPIRED', 'today')],
  ...mayUseConsent(consent, share.sender) ? [] : [outside('CONSENT_NOT_FOR_SENDER', 'reliance by your unit')],
];

/** Every reason why nobody, or not this sender, may rely on a consent for this sharing; none means they may. */
export function reasonsNotToRely(consent: ConsentStanding | null, share: RestingShare, at: Instant): readonly Reason[] {
  if (consent === null || !('reliances' in consent)) {
    return [reason('3.R7', 'NO_CONSENT', 'No consent was given on which this could rest.', 'Record a valid consent, or rely on another basis.')];
  }
  return [
    ...consent.invalidBecause.map((rule) => reason(rule, 'CONSENT_INVALID',
      'The consent is recorded as invalid, and nobody may rely on it.', 'Obtain a valid consent, or rely on another basis.')),
    ...consent.withdrawnAt === null ? [] : [reason('3.R8', 'CONSENT_WITHDRAWN',
      'The consent was withdrawn; from that moment nobody may rely on it.', 'Make a new decision on another basis.')],
    ...!share.onArticle9a || consent.kind === 'EXPLICIT' ? [] : [reason('3.R6', 'EXPLICIT_CONSENT_NEEDED',
      'Special-category information is to stand on consent, and this consent is not explicit.',
      'Record a clear statement by the person, or rely on another point of Article 9(2).')],
    ...limits(consent, share, at),
  ];
}

/** The claim that other contexts make on a consent's stream, at its exact revision, before they disclose. */
export interface RelyOnConsent {
  readonly consentId: ConsentId;
  readonly disclosureId: DisclosureId;
  readonly items: readonly ItemId[];
  readonly share: RestingShare;
  readonly recipient: OrganisationId;
}

/**
 * Decides the claim. It is appended before the disclosure, so that a withdrawal that comes first wins, and one that comes
 * after knows by itself who relied.
 */
export const relyingOnConsent: Decider<RelyOnConsent, ConsentStanding | null, ConsentEvent, { readonly now: Instant }> = {
  ...consentFacts,
  decide({ consentId, disclosureId, items, share, recipient }, consent, { now }) {
    if (consent !== null && 'reliances' in consent && consent.reliances.some((each) => each.disclosureId === disclosureId)) return [];
    rejectIf(reasonsNotToRely(consent, share, now));
    return [{ type: 'ConsentReliedUpon', schema: 1, data: { consentId, disclosureId, items, sender: share.sender, recipient } }];
  },
};
