import type { DisclosureEvent, DisclosureFacts } from '@mash/disclosure-events';
import { disclosureFacts } from '@mash/disclosure-events';
import type { ConsentId, Decider, DisclosureId } from '@mash/kernel';
import { NotFound } from '@mash/kernel';

/** Write down that a consent was withdrawn before the disclosure that had claimed it was in the log (3.R8). */
export interface LoseConsentCommand {
  readonly disclosureId: DisclosureId;
  readonly consentId: ConsentId;
}

export const losingConsent: Decider<LoseConsentCommand, DisclosureFacts | null, DisclosureEvent, null> = {
  ...disclosureFacts,
  decide({ disclosureId, consentId }, disclosure) {
    if (disclosure === null) throw new NotFound();
    const items = disclosure.made.items.filter((item) => item.consentId === consentId && item.consentPosition === 'GIVEN').map((item) => item.itemId);
    return items.length === 0 ? [] : [{ type: 'ConsentLost', schema: 1, data: { disclosureId, consentId, items } }];
  },
};
