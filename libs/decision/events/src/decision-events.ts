import type {
  ConsentId, DecisionId, DisclosureId, DomainEvent, EnquiryId, Instant, ItemId, OrganisationId, Party, Personal, PersonId, PractitionerId,
  RequestId, UnitId,
} from '@mash/kernel';
import type { DataCategory } from '@mash/consent-events';
import type {
  ConsentPositionCode, DecisionQuestionCode, DecisionTriggerCode, NotSoughtReasonCode, NotToldExceptionCode, QualityTestCode, RefusalReasonCode,
  SharingOutcomeCode, SharingPurposeCode, TransparencyCode,
} from '@mash/law';
import type { BasisCodes, BasisWords } from './basis.js';

/** Whom the decision lets the information go to; a decision names its whole recipient set (2.R1). */
export interface DecidedRecipient {
  readonly organisation: OrganisationId;
  readonly unit: UnitId | null;
  readonly practitioner: PractitionerId | null;
}

/** What was decided of one item, and why. */
export interface DecidedItem {
  readonly itemId: ItemId;
  /** The asked item that this answers, when a request led to the decision. */
  readonly requestItemId: ItemId | null;
  readonly about: readonly PersonId[];
  readonly category: DataCategory;
  readonly share: boolean;
  readonly reasons: Personal<string>;
  /** Why it is not shared, from the list of reasons that count (2.R6, 2.R7). */
  readonly refusalReasons: readonly RefusalReasonCode[];
  /** What the requester is told of why it is not shared; null where telling the reasons would itself do harm. */
  readonly reasonsTold: Personal<string> | null;
  readonly confidential: boolean;
  readonly specialCategory: boolean;
  readonly criminalOffence: boolean;
  readonly basis: BasisCodes | null;
  readonly basisWords: Personal<BasisWords> | null;
  readonly consentPosition: ConsentPositionCode;
  readonly consentId: ConsentId | null;
  readonly notSoughtReason: NotSoughtReasonCode | null;
  readonly notSoughtFacts: Personal<string> | null;
  /** For a fact drawn from something received: where it came from, and the exact words that may go. */
  readonly drawnFrom: { readonly disclosureId: DisclosureId; readonly itemId: ItemId } | null;
  readonly wording: Personal<string> | null;
}

/** How each person concerned is told, or why not (2.R9). */
export interface Telling {
  readonly personId: PersonId;
  readonly kind: TransparencyCode;
  readonly toldAt: Instant | null;
  readonly due: Instant | null;
  readonly exception: NotToldExceptionCode | null;
  readonly reasons: Personal<string>;
}

/** An agency decided whether to share: recorded in the same way whichever way it went (2.R2). */
export type SharingDecided = DomainEvent<'SharingDecided', {
  readonly decisionId: DecisionId;
  readonly by: Party;
  readonly decidedBy: PractitionerId;
  readonly trigger: DecisionTriggerCode;
  readonly requestId: RequestId | null;
  readonly enquiryId: EnquiryId | null;
  readonly requester: Party | null;
  readonly recipients: readonly DecidedRecipient[];
  readonly purpose: SharingPurposeCode;
  /** Who under 18 or at risk is protected by sharing (4.R7). */
  readonly protects: readonly PersonId[];
  readonly answers: readonly { readonly question: DecisionQuestionCode; readonly answer: 'YES' | 'NO' | 'UNSURE'; readonly reason: Personal<string> | null }[];
  readonly items: readonly DecidedItem[];
  readonly weighing: Personal<{ readonly ifShared: string; readonly ifNotShared: string }>;
  readonly telling: readonly Telling[];
  readonly quality: readonly QualityTestCode[];
  readonly advice: Personal<string> | null;
  readonly outcome: SharingOutcomeCode;
  readonly reasons: Personal<string>;
  readonly supersedes: DecisionId | null;
}>;

/** The reasons not to share were talked over with whoever asked (2.R12, 1.R15). */
export type RefusalDiscussed = DomainEvent<'RefusalDiscussed', {
  readonly decisionId: DecisionId;
  readonly with: Party;
  readonly at: Instant;
  readonly by: PractitionerId;
  readonly notes: Personal<string>;
}>;

/** A claim: this decision was taken again on new facts, and nothing may be shared under it any more (2.R8). */
export type DecisionSuperseded = DomainEvent<'DecisionSuperseded', {
  readonly decisionId: DecisionId;
  readonly supersededBy: DecisionId;
}>;

export type DecisionEvent = SharingDecided | RefusalDiscussed | DecisionSuperseded;
