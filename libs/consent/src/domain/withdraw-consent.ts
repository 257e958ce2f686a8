import type { ConsentEvent, ConsentStanding } from '@mash/consent-events';
import { consentFacts, mayUseConsent } from '@mash/consent-events';
import type { ConsentId, Decider, Instant, Party } from '@mash/kernel';
import { NotFound, enquiryFile, heldBy, personal, reason, rejectIf } from '@mash/kernel';

/** Record that the giver has withdrawn. Any agency that obtained the consent or may rely on it can hear it first. */
export interface WithdrawConsentCommand {
  readonly consentId: ConsentId;
  readonly reportedBy: Party;
  readonly at: Instant;
  readonly words: string | null;
}

export const withdrawingConsent: Decider<WithdrawConsentCommand, ConsentStanding | null, ConsentEvent, { readonly now: Instant }> = {
  ...consentFacts,
  decide({ consentId, reportedBy, at, words }, consent, { now }) {
    if (consent === null || !mayUseConsent(consent, reportedBy)) throw new NotFound();
    if (consent.status === 'WITHDRAWN') return [];
    rejectIf([
      ...consent.status === 'GIVEN' ? [] : [reason('3.R8', 'NOTHING_TO_WITHDRAW', 'No consent was given, so none can be withdrawn.', 'Record what the person said as a refusal.')],
      ...at <= now ? [] : [reason('0.R1', 'WITHDRAWN_IN_FUTURE', 'A withdrawal cannot lie in the future.', 'Give the time at which the person withdrew.')],
    ]);
    if (consent.status !== 'GIVEN') return [];
    const held = heldBy(enquiryFile(consent.enquiryId), consent.obtainedBy.organisation, ...consent.mayBeReliedOnBy.map((each) => each.organisation));
    // One append marks the consent, blocks what was pending and lists what must be reassessed: nothing can come between (3.R8).
    return [{ type: 'ConsentWithdrawn', schema: 1, data: {
      consentId, at, reportedBy, underReview: consent.reliances,
      words: words === null ? null : personal(`consent:${consentId}:withdrawal`, held, words),
    } }];
  },
};
