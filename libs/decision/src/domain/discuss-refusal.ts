import type { DecisionEvent, DecisionFacts } from '@mash/decision-events';
import { decisionFacts } from '@mash/decision-events';
import type { Decider, DecisionId, Instant, Party, PersonId, PractitionerId } from '@mash/kernel';
import { NotFound, enquiryFile, heldBy, personFile, personal, reason, rejectIf } from '@mash/kernel';

/** Record that the reasons not to share were talked over with whoever asked (2.R12, 1.R15). */
export interface DiscussRefusalCommand {
  readonly decisionId: DecisionId;
  readonly recordId: string;
  /** Null: with the unit that asked. */
  readonly with: Party | null;
  readonly at: Instant;
  readonly by: PractitionerId;
  readonly notes: string;
}

const fileOf = ({ enquiryId, items }: DecisionFacts): string => {
  if (enquiryId !== null) return enquiryFile(enquiryId);
  const [first]: readonly PersonId[] = items.flatMap((item) => item.about);
  return personFile(first ?? 'nobody');
};

export const discussingRefusal: Decider<DiscussRefusalCommand, DecisionFacts | null, DecisionEvent, { readonly now: Instant }> = {
  ...decisionFacts,
  decide({ decisionId, recordId, with: other, at, by, notes }, decision, { now }) {
    if (decision === null) throw new NotFound();
    const discussedWith = other ?? decision.requester;
    rejectIf([
      ...decision.items.some((item) => !item.share) ? [] : [reason('2.R12', 'NOTHING_REFUSED', 'This decision refuses nothing.', 'Discuss a decision not to share.')],
      ...discussedWith === null ? [reason('2.R12', 'DISCUSSED_WITH_NOBODY', 'Nobody asked, and nobody is named.', 'Say with which unit it was discussed.')] : [],
      ...at <= now ? [] : [reason('0.R1', 'DISCUSSED_IN_FUTURE', 'What is still to come cannot be recorded as done.', 'Record it once it was discussed.')],
    ]);
    if (discussedWith === null) return [];
    return [{ type: 'RefusalDiscussed', schema: 1, data: {
      decisionId, with: discussedWith, at, by,
      notes: personal(`decision:${decisionId}:discussion:${recordId}`, heldBy(fileOf(decision), decision.by.organisation), notes),
    } }];
  },
};
