import type { ConsentStanding } from '@mash/consent-events';
import type { DecisionFacts } from '@mash/decision-events';
import { decidedFor } from '@mash/decision-events';
import type { OrganisationFacts } from '@mash/directory-events';
import type { DisclosureEvent, DisclosureFacts } from '@mash/disclosure-events';
import { disclosureFacts } from '@mash/disclosure-events';
import type { ConsentId, Decider, DecisionId, Instant, ItemId, Party, Reason } from '@mash/kernel';
import { reason, rejectIf } from '@mash/kernel';
import type { RequestFacts } from '@mash/request-events';
import type { Inherited, ReadyItem } from './as-made.js';
import { asMade, inheritedFrom } from './as-made.js';
import { eachOnce, formReasons } from './check-form.js';
import type { DisclosureForm, StatementForm } from './disclosure-form.js';
import { consentReasons } from './rest-on-consent.js';

/** Disclose what the unit decided to share: as the answer to a request, as a concern, or on its own initiative. */
export interface MakeDisclosureCommand extends DisclosureForm {
  readonly sender: Party;
  readonly kind: 'ANSWER' | 'CONCERN' | 'OWN_INITIATIVE';
  readonly decisionId: DecisionId | null;
  readonly items: readonly (StatementForm & { readonly decidedItemId: ItemId | null })[];
}

export interface MakeDisclosureFacts {
  readonly now: Instant;
  /** The sender's own decision; null when there is none that is its own. */
  readonly decision: DecisionFacts | null;
  readonly request: RequestFacts | null;
  readonly consents: ReadonlyMap<ConsentId, ConsentStanding>;
  readonly other: OrganisationFacts | null;
  /** Whether the named practitioner works in the unit named; null when none is named. */
  readonly recipientWorksThere: boolean | null;
}

/** Without a decision nothing is known of an item: it is judged as the most sensitive it could be. */
const undecided: Inherited = {
  requestItemId: null, category: 'OTHER', confidential: true, specialCategory: false, criminalOffence: false, basis: null, consentId: null,
  consentPosition: 'NOT_REQUIRED', drawnFrom: null,
};

/** The items with what their decision says of them. */
export const readyItems = (command: MakeDisclosureCommand, decision: DecisionFacts | null): readonly ReadyItem[] => command.items.map((item) => {
  const decided = decision?.items.find((each) => each.itemId === item.decidedItemId);
  return { form: item, inherited: decided ? inheritedFrom(decided) : undecided, originator: command.sender.organisation };
});

const underDecision = (command: MakeDisclosureCommand, decision: DecisionFacts | null): readonly Reason[] => {
  if (decision === null || decision.outcome === 'DO_NOT_SHARE' || decision.outcome === 'SEEK_ADVICE' || decision.supersededBy !== null) {
    return [reason('2.R1', 'NO_DECISION_TO_SHARE', 'Nothing is disclosed without a decision of your own to share it.', 'Decide first, whichever way it goes.')];
  }
  const decided = command.items.map((item) => ({ item, decision: decision.items.find((each) => each.itemId === item.decidedItemId && each.share) }));
  return [
    ...decision.purpose === command.purpose ? [] : [reason('2.R1', 'DECIDED_FOR_OTHER_PURPOSE', 'The decision was made for another purpose.', 'Disclose for that purpose, or decide again.')],
    ...decidedFor(decision, command.recipient) ? [] : [reason('2.R1', 'DECIDED_FOR_OTHER_RECIPIENT', 'The recipient is not among those decided on.', 'Disclose to one of them, or decide again.')],
    ...decided.every((each) => each.decision) ? [] : [reason('2.R1', 'ITEM_NOT_DECIDED', 'An item was not decided on, or it was decided not to share it.', 'Disclose only what was decided.')],
    ...decided.every(({ item, decision: each }) => item.about.every(({ personId }) => each?.about.includes(personId) ?? true)) ? [] : [reason('2.R1', 'ABOUT_OTHERS',
      'An item is about people whom the decision did not consider.', 'Leave them out, or decide about them too.')],
    ...decided.some((each) => each.decision?.drawnFrom) ? [reason('5.R5', 'SHARE_ONWARD_INSTEAD', 'This was drawn from something received.', 'Share it onward, so that its restrictions go with it.')] : [],
  ];
};

export const makingDisclosure: Decider<MakeDisclosureCommand, DisclosureFacts | null, DisclosureEvent, MakeDisclosureFacts> = {
  ...disclosureFacts,
  decide(command, state, facts) {
    const { decision, request, consents, now } = facts;
    const items = readyItems(command, decision);
    rejectIf(eachOnce([
      ...state === null ? [] : [reason('5.1', 'ALREADY_DISCLOSED', 'This disclosure is recorded already.', 'Make a new one.')],
      ...underDecision(command, decision),
      ...formReasons(command, command.items, {
        now, other: facts.other, confidential: items.some((item) => item.inherited.confidential),
        consentPositions: items.map((item) => item.inherited.consentPosition),
      }, command.kind === 'CONCERN'),
      ...facts.recipientWorksThere === false ? [reason('5.1', 'RECIPIENT_NOT_IN_UNIT', 'The person named does not work in that unit.', 'Choose somebody who does.')] : [],
      ...consentReasons({ ...command, recipient: command.recipient.organisation, items }, consents, now),
    ]));
    return [asMade(command, items, {
      kind: command.kind, recordedAt: now, decisionId: decision?.decisionId ?? null, requestId: decision?.requestId ?? null,
      enquiryId: decision?.enquiryId ?? null, parentId: null, irregular: [],
      useLimitation: request?.statutory ? request.purpose : null,
    })];
  },
};
