import type { DecisionEvent, DecisionFacts } from '@mash/decision-events';
import { decisionFacts } from '@mash/decision-events';
import type { Decider, DecisionId } from '@mash/kernel';
import { NotFound, reason, rejectIf } from '@mash/kernel';

/** Claim on the earlier decision that a new one takes its place: of two at once, only one does (2.R8). */
export interface SupersedeDecisionCommand {
  readonly decisionId: DecisionId;
  readonly supersededBy: DecisionId;
}

export const supersedingDecision: Decider<SupersedeDecisionCommand, DecisionFacts | null, DecisionEvent, null> = {
  ...decisionFacts,
  decide({ decisionId, supersededBy }, decision) {
    if (decision === null) throw new NotFound();
    if (decision.supersededBy === supersededBy) return [];
    rejectIf(decision.supersededBy === null ? [] : [reason('2.R8', 'NOTHING_TO_REOPEN', 'Another decision has replaced this one already.', 'Reopen the latest decision.')]);
    return [{ type: 'DecisionSuperseded', schema: 1, data: { decisionId, supersededBy } }];
  },
};
