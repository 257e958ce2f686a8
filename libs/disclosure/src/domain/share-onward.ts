import type { ConsentStanding } from '@mash/consent-events';
import type { DecisionFacts } from '@mash/decision-events';
import type { OrganisationFacts } from '@mash/directory-events';
import type { DisclosedItem, DisclosureEvent, DisclosureFacts, Restriction } from '@mash/disclosure-events';
import { disclosureFacts } from '@mash/disclosure-events';
import type { ConsentId, Decider, DecisionId, DisclosureId, Instant, ItemId, Party } from '@mash/kernel';
import { NotFound, reason, rejectIf } from '@mash/kernel';
import type { ReadyItem } from './as-made.js';
import { asMade, inheritedFrom } from './as-made.js';
import { againstRestrictions, approvalFor, onLostConsent, underOwnDecision } from './check-onward.js';
import { eachOnce, formReasons } from './check-form.js';
import type { DisclosureForm, StatementForm } from './disclosure-form.js';
import { decidedWording } from './approve-onward.js';
import { consentReasons } from './rest-on-consent.js';
import { carriedOver } from './restrictions.js';

/** Pass on one item that the unit received. The child takes over every restriction of its parent by itself. */
export interface ShareOnwardCommand extends DisclosureForm {
  readonly sender: Party;
  readonly parentId: DisclosureId;
  readonly childId: DisclosureId;
  readonly itemId: ItemId;
  readonly decisionId: DecisionId | null;
  readonly statement: StatementForm;
  /** Null: the parent's. A list must keep all of the parent's (5.R4). */
  readonly restrictions: readonly Restriction[] | null;
}

export interface ShareOnwardFacts {
  readonly now: Instant;
  /** The holder's own decision; null when there is none that is its own. */
  readonly decision: DecisionFacts | null;
  readonly consents: ReadonlyMap<ConsentId, ConsentStanding>;
  readonly other: OrganisationFacts | null;
  readonly recipientWorksThere: boolean | null;
}

/** The item as it goes on: what it is stays the parent's, what lets it go is the holder's own decision. */
export function onwardItem(command: ShareOnwardCommand, parentItem: DisclosedItem, decision: DecisionFacts | null): ReadyItem {
  const decided = decidedWording(decision, command.parentId, parentItem.itemId);
  const drawnFrom = { disclosureId: command.parentId, itemId: parentItem.itemId };
  const { category, confidential, specialCategory, criminalOffence } = parentItem;
  const own = decided ? inheritedFrom(decided) : { requestItemId: null, basis: null, consentId: null, consentPosition: 'NOT_REQUIRED' as const };
  return {
    originator: parentItem.originator,
    form: { ...command.statement, restrictions: carriedOver(parentItem.restrictions, command.restrictions ?? []) },
    inherited: { ...own, category, confidential, specialCategory, criminalOffence, drawnFrom },
  };
}

const itemOf = (parent: DisclosureFacts | null, itemId: ItemId): { readonly parent: DisclosureFacts; readonly item: DisclosedItem } => {
  const item = parent?.made.items.find((each) => each.itemId === itemId);
  if (parent === null || item === undefined) throw new NotFound();
  return { parent, item };
};

/** Decides on the parent's stream, where approvals are spent and where a refused attempt is kept for a reviewer (5.R5). */
export const sharingOnward: Decider<ShareOnwardCommand, DisclosureFacts | null, DisclosureEvent, ShareOnwardFacts> = {
  ...disclosureFacts,
  decide(command, state, { now, decision, consents, other, recipientWorksThere }) {
    const { parent, item } = itemOf(state, command.itemId);
    const compelled = decision?.trigger === 'COURT_ORDER' || decision?.trigger === 'STATUTORY';
    const ready = onwardItem(command, item, decision);
    const reasons = eachOnce([
      ...underOwnDecision(command, item, decision),
      ...againstRestrictions(command, item, parent, now, compelled),
      ...onLostConsent(item, parent, consents),
      ...formReasons(command, [ready.form], { now, other, confidential: item.confidential, consentPositions: [ready.inherited.consentPosition] }),
      ...recipientWorksThere === false ? [reason('5.1', 'RECIPIENT_NOT_IN_UNIT', 'The person named does not work in that unit.', 'Choose somebody who does.')] : [],
      ...consentReasons({ ...command, recipient: command.recipient.organisation, items: [ready] }, consents, now),
    ]);
    rejectIf(reasons, [{ type: 'OnwardShareRefused', schema: 1, data: {
      disclosureId: command.parentId, itemId: command.itemId, by: command.sender, recipient: command.recipient.organisation,
      reasons: reasons.map(({ rule, code }) => ({ rule, code })),
    } }]);
    const approval = approvalFor(command, item, parent.approvals);
    return approval === undefined || approval.usedFor !== null ? []
      : [{ type: 'OnwardApprovalUsed', schema: 1, data: { disclosureId: command.parentId, approvalId: approval.approvalId, childId: command.childId } }];
  },
};

/** The child itself, once the parent's stream let it go. */
export const disclosingOnward: Decider<ShareOnwardCommand, DisclosureFacts | null, DisclosureEvent, ShareOnwardFacts & { readonly parent: DisclosureFacts }> = {
  ...disclosureFacts,
  decide(command, state, { now, decision, parent }) {
    if (state !== null) return [];
    const { item } = itemOf(parent, command.itemId);
    return [asMade(command, [onwardItem(command, item, decision)], {
      kind: 'ONWARD', recordedAt: now, decisionId: command.decisionId, requestId: null, enquiryId: parent.made.enquiryId,
      parentId: command.parentId, useLimitation: parent.made.useLimitation, irregular: [],
    })];
  },
};
