import type { DecisionFacts, DecidedRecipient } from '@mash/decision-events';
import { decidedFor } from '@mash/decision-events';
import type { Approval, DisclosureEvent, DisclosureFacts } from '@mash/disclosure-events';
import { disclosureFacts } from '@mash/disclosure-events';
import type { ApprovalId, Decider, DecisionId, DisclosureId, ItemId, OrganisationId, Party, PractitionerId, Reason, UnitId } from '@mash/kernel';
import { NotFound, enquiryFile, heldBy, personFile, personal, reason, rejectIf } from '@mash/kernel';
import { isBlank } from '@mash/law';

/** Ask the originator to approve what the holder decided to pass on: these words, to this recipient, for this purpose. */
export interface SeekApprovalCommand {
  readonly disclosureId: DisclosureId;
  readonly approvalId: ApprovalId;
  readonly itemId: ItemId;
  readonly decisionId: DecisionId;
  readonly by: Party;
  readonly recipient: DecidedRecipient;
}

export interface SeekApprovalFacts {
  /** The holder's own decision; null when there is none that is its own. */
  readonly decision: DecisionFacts | null;
  /** The unit that first disclosed the item. */
  readonly originatorUnit: UnitId | null;
}

/** What the holder decided of an item that it received: the words that may go, if any may. */
export const decidedWording = (decision: DecisionFacts | null, disclosureId: DisclosureId, itemId: ItemId) =>
  (decision === null || decision.supersededBy !== null ? undefined : decision.items.find((each) =>
    each.share && each.drawnFrom?.disclosureId === disclosureId && each.drawnFrom.itemId === itemId));

const heldFor = ({ made }: DisclosureFacts, ...controllers: readonly OrganisationId[]) => {
  const [first] = made.items.flatMap((item) => item.about);
  return heldBy(made.enquiryId === null ? personFile(first?.personId ?? 'nobody') : enquiryFile(made.enquiryId), ...controllers);
};

export const seekingApproval: Decider<SeekApprovalCommand, DisclosureFacts | null, DisclosureEvent, SeekApprovalFacts> = {
  ...disclosureFacts,
  decide({ disclosureId, approvalId, itemId, decisionId, by, recipient }, disclosure, { decision, originatorUnit }) {
    const item = disclosure?.made.items.find((each) => each.itemId === itemId);
    if (disclosure === null || item === undefined) throw new NotFound();
    const decided = decidedWording(decision, disclosureId, itemId);
    const wording = decided?.wording?.value ?? null;
    rejectIf([
      ...disclosure.accepted ? [] : [reason('5.R2', 'RESTRICTIONS_NOT_ACCEPTED', 'What was not accepted cannot be passed on.', 'Accept the restrictions first.')],
      ...decision !== null && decided !== undefined && decidedFor(decision, recipient) ? [] : [reason('2.R1', 'NO_DECISION_TO_SHARE',
        'Approval never replaces a decision of your own for that recipient.', 'Decide first: the words, the recipient and the purpose.')],
      ...decided === undefined || !isBlank(wording) ? [] : [reason('2.6', 'WORDING_MISSING', 'The decision does not say in which words.', 'Decide again, with the words that may go.')],
      ...originatorUnit === null ? [reason('5.R5', 'ORIGINATOR_NOT_ON_HUB', 'The originator does not use the hub, so it cannot approve here.', 'Ask them, and record their answer as a new disclosure.')] : [],
    ]);
    if (decision === null) return [];
    return [{ type: 'OnwardApprovalSought', schema: 1, data: {
      disclosureId, approvalId, itemId, originator: item.originator, originatorUnit, decisionId, by, recipient, purpose: decision.purpose,
      wording: personal(`disclosure:${disclosureId}:approval:${approvalId}`, heldFor(disclosure, by.organisation, item.originator), wording ?? ''),
    } }];
  },
};

/** The originator's answer; reasons only when it is no. */
export interface AnswerApprovalCommand {
  readonly disclosureId: DisclosureId;
  readonly approvalId: ApprovalId;
  readonly by: PractitionerId;
  readonly refusedBecause: string | null;
}

const alreadyAnswered = (approval: Approval, wanted: Approval['status']): readonly Reason[] =>
  (approval.status === 'SOUGHT' || approval.status === wanted ? [] : [reason('5.R5', 'ALREADY_ANSWERED', 'This was answered the other way already.', 'The holder can ask again.')]);

export const answeringApproval: Decider<AnswerApprovalCommand, DisclosureFacts | null, DisclosureEvent, null> = {
  ...disclosureFacts,
  decide({ disclosureId, approvalId, by, refusedBecause }, disclosure) {
    const approval = disclosure?.approvals.find((each) => each.approvalId === approvalId);
    if (disclosure === null || approval === undefined) throw new NotFound();
    const wanted = refusedBecause === null ? 'APPROVED' : 'REFUSED';
    rejectIf(alreadyAnswered(approval, wanted));
    if (approval.status === wanted) return [];
    if (refusedBecause === null) return [{ type: 'OriginatorApproved', schema: 1, data: { disclosureId, approvalId, by } }];
    return [{ type: 'OriginatorRefused', schema: 1, data: {
      disclosureId, approvalId, by,
      reasons: personal(`disclosure:${disclosureId}:approval:${approvalId}:refusal`, heldFor(disclosure, approval.by.organisation, approval.originator), refusedBecause),
    } }];
  },
};
