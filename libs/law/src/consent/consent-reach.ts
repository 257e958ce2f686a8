import { type Instant } from '../instants/instant.js';
import { type LiveConsent } from '../lawful-basis/lawful-basis-set.js';
import { type ConsentRecord } from './consent-form.js';
import { missingInformedItems } from './check-consent.js';

/** The sharing that wants to rest on a consent. */
export type IntendedShare = {
  readonly purpose: string;
  readonly dataCategories: readonly string[];
  readonly recipientOrgs: readonly string[];
};

/** Whether a consent stands at a moment: given, informed, not withdrawn, not expired. */
export const consentStands = (record: ConsentRecord, at: Instant): boolean =>
  record.givenAt <= at &&
  missingInformedItems(record).length === 0 &&
  (record.withdrawnAt === undefined || at < record.withdrawnAt) &&
  (record.expiresAt === undefined || at < record.expiresAt);

/** How far a consent reaches over a sharing; a consent that does not stand reaches nowhere (3.R7). */
export const consentReach = (record: ConsentRecord, share: IntendedShare, at: Instant): LiveConsent | undefined =>
  consentStands(record, at)
    ? {
        kind: record.kind,
        uses: record.uses,
        coversPurpose: record.purposes.includes(share.purpose),
        coversCategories: share.dataCategories.every((category) => record.dataCategories.includes(category)),
        coversRecipient: share.recipientOrgs.every((org) => record.recipientOrgs.includes(org)),
      }
    : undefined;

/** Whether a consent covers the whole of a sharing; if not, it counts as no consent (3.R7). */
export const consentCovers = (record: ConsentRecord, share: IntendedShare, at: Instant): boolean => {
  const reach = consentReach(record, share, at);
  return reach !== undefined && reach.coversPurpose && reach.coversCategories && reach.coversRecipient;
};
