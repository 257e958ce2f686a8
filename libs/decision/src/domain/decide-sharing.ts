import type { ConsentStanding, DataCategory } from '@mash/consent-events';
import type { DecidedItem, DecidedRecipient, DecisionEvent, DecisionFacts } from '@mash/decision-events';
import { decisionFacts } from '@mash/decision-events';
import type { OrganisationFacts } from '@mash/directory-events';
import type { ConsentId, Decider, DecisionId, EnquiryId, Instant, ItemId, Party, PersonId, PractitionerId } from '@mash/kernel';
import { reason, rejectIf } from '@mash/kernel';
import type {
  ConsentPositionCode, DecisionQuestionCode, DecisionTriggerCode, LawfulBasisSet, QualityTestCode, QuestionAnswer, SharingPurposeCode, TransparencyCode,
} from '@mash/law';
import type { RequestFacts } from '@mash/request-events';
import { asDecided } from './as-decided.js';
import { itemReasons } from './check-items.js';
import { wholeReasons } from './check-whole.js';
import { eachOnce } from './each-once.js';

/** One item as it is put to the decision. Codes from lists that are judged here come in as text. */
export interface ItemToDecide {
  readonly itemId: ItemId;
  readonly requestItemId: ItemId | null;
  readonly about: readonly PersonId[];
  readonly category: DataCategory;
  readonly share: boolean;
  readonly reasons: string;
  readonly refusalReasons: readonly string[];
  readonly reasonsTold: string | null;
  readonly confidential: boolean;
  readonly specialCategory: boolean;
  readonly criminalOffence: boolean;
  readonly basis: LawfulBasisSet | null;
  readonly consentPosition: ConsentPositionCode;
  readonly consentId: ConsentId | null;
  readonly notSoughtReason: string | null;
  readonly notSoughtFacts: string | null;
  readonly drawnFrom: DecidedItem['drawnFrom'];
  readonly wording: string | null;
}

export interface TellingDecided {
  readonly personId: PersonId;
  readonly kind: TransparencyCode;
  readonly toldAt: Instant | null;
  readonly due: Instant | null;
  readonly exception: string | null;
  readonly reasons: string;
}

/** Decide whether to share, item by item, and record it in the same way whichever way it goes. */
export interface DecideSharingCommand {
  readonly decisionId: DecisionId;
  readonly by: Party;
  readonly decidedBy: PractitionerId;
  readonly trigger: DecisionTriggerCode;
  readonly enquiryId: EnquiryId | null;
  readonly recipients: readonly DecidedRecipient[];
  readonly purpose: SharingPurposeCode;
  readonly protects: readonly PersonId[];
  readonly answers: readonly { readonly question: DecisionQuestionCode; readonly answer: QuestionAnswer; readonly reason: string | null }[];
  readonly items: readonly ItemToDecide[];
  readonly weighing: { readonly ifShared: string; readonly ifNotShared: string };
  readonly telling: readonly TellingDecided[];
  readonly quality: readonly QualityTestCode[];
  readonly advice: string | null;
  readonly reasons: string;
  readonly supersedes: DecisionId | null;
}

export interface DecideSharingFacts {
  readonly now: Instant;
  readonly organisation: OrganisationFacts;
  /** The request that led to it; null for a decision on the agency's own initiative. */
  readonly asked: RequestFacts | null;
  readonly consents: ReadonlyMap<ConsentId, ConsentStanding>;
  /** The decision that this one replaces. */
  readonly earlier: DecisionFacts | null;
}

export const decidingSharing: Decider<DecideSharingCommand, DecisionFacts | null, DecisionEvent, DecideSharingFacts> = {
  ...decisionFacts,
  decide(command, state, facts) {
    rejectIf(eachOnce([
      ...state === null ? [] : [reason('2.7', 'ALREADY_DECIDED', 'This decision is recorded already.', 'A new decision replaces it and refers to it.')],
      ...wholeReasons(command, facts),
      ...command.items.flatMap((item) => itemReasons(item, command, facts)),
    ]));
    return [{ type: 'SharingDecided', schema: 1, data: asDecided(command, facts) }];
  },
};
