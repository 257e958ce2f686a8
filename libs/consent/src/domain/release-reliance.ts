import type { ConsentEvent, ConsentStanding } from '@mash/consent-events';
import { consentFacts } from '@mash/consent-events';
import type { ConsentId, Decider, DisclosureId } from '@mash/kernel';

/** Give up a claim whose disclosure was never made. Only the steward does this. */
export interface ReleaseRelianceCommand {
  readonly consentId: ConsentId;
  readonly disclosureId: DisclosureId;
}

export const releasingReliance: Decider<ReleaseRelianceCommand, ConsentStanding | null, ConsentEvent, { readonly disclosureMade: boolean }> = {
  ...consentFacts,
  decide({ consentId, disclosureId }, consent, { disclosureMade }) {
    const claimed = consent !== null && 'reliances' in consent && consent.reliances.some((each) => each.disclosureId === disclosureId);
    if (disclosureMade || !claimed) return [];
    return [{ type: 'RelianceReleased', schema: 1, data: { consentId, disclosureId } }];
  },
};
