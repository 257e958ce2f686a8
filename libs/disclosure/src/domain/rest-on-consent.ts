import type { ConsentStanding, RelyOnConsent, RestingShare } from '@mash/consent-events';
import { reasonsNotToRely } from '@mash/consent-events';
import type { ConsentId, DisclosureId, Instant, OrganisationId, Party, Reason } from '@mash/kernel';
import type { SharingPurposeCode } from '@mash/law';
import type { ReadyItem } from './as-made.js';

/** A disclosure, as far as consents are concerned. */
export interface Resting {
  readonly disclosureId: DisclosureId;
  readonly sender: Party;
  readonly recipient: OrganisationId;
  readonly purpose: SharingPurposeCode;
  readonly items: readonly ReadyItem[];
}

const shareOf = ({ sender, recipient, purpose }: Resting, items: readonly ReadyItem[]): RestingShare => ({
  sender, purpose, recipients: [recipient], categories: [...new Set(items.map((item) => item.inherited.category))],
  onArticle9a: items.some(({ inherited }) => inherited.specialCategory && inherited.basis?.article9 === 'a'),
});

/** Every reason why an item said to rest on a consent cannot (3.R5 to 3.R8). */
export const consentReasons = (resting: Resting, consents: ReadonlyMap<ConsentId, ConsentStanding>, now: Instant): readonly Reason[] =>
  resting.items.filter((item) => item.inherited.consentPosition === 'GIVEN').flatMap((item) => {
    const { consentId } = item.inherited;
    return reasonsNotToRely(consentId === null ? null : consents.get(consentId) ?? null, shareOf(resting, [item]), now);
  });

/** The claims to make before the disclosure: one for each consent it rests on. */
export function claimsOf(resting: Resting): readonly RelyOnConsent[] {
  const relying = resting.items.filter((item) => item.inherited.consentPosition === 'GIVEN');
  const consents = new Set(relying.flatMap((item) => (item.inherited.consentId === null ? [] : [item.inherited.consentId])));
  return [...consents].map((consentId) => {
    const items = relying.filter((item) => item.inherited.consentId === consentId);
    return {
      consentId, disclosureId: resting.disclosureId, items: items.map((item) => item.form.itemId), share: shareOf(resting, items), recipient: resting.recipient,
    };
  });
}
