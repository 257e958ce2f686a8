import type {
  ApprovalId, ConsentId, DecisionId, DisclosureId, DomainEvent, EnquiryId, Instant, ItemId, OrganisationId, Party, Personal, PersonId,
  PractitionerId, RequestId, UnitId,
} from '@mash/kernel';
import type { DataCategory } from '@mash/consent-events';
import type { BasisCodes, BasisWords, DecidedRecipient } from '@mash/decision-events';
import type {
  AdvisoryWithheldReasonCode, ConsentPositionCode, EnquiryCapacityCode, ItemNatureCode, RestrictionCode, SharingMethodCode, SharingPurposeCode,
} from '@mash/law';
import type { PersonDetails } from '@mash/person-events';

/** A named recipient: a practitioner with an account, or a person known by name only (13.8). */
export interface Recipient {
  readonly organisation: OrganisationId;
  readonly unit: UnitId | null;
  readonly practitioner: PractitionerId | null;
  readonly name: Personal<string> | null;
}

/** A restriction that the hub enforces on everyone who holds the item, and on everything drawn from it. */
export interface Restriction {
  readonly code: RestrictionCode;
  /** NOT_TO_SERVICE_USER, NOT_TO_NAMED_PERSON: the people it applies to. */
  readonly people: readonly PersonId[];
  /** NAMED_RECIPIENTS: the only ones who may read. */
  readonly practitioners: readonly PractitionerId[];
  /** EXPIRES, REVIEW_BY. */
  readonly until: Instant | null;
}

export interface DisclosedItem {
  readonly itemId: ItemId;
  readonly requestItemId: ItemId | null;
  readonly about: readonly { readonly personId: PersonId; readonly capacity: EnquiryCapacityCode }[];
  /** The controller whose record it is; restrictions are that controller's to relax. */
  readonly originator: OrganisationId;
  readonly nature: ItemNatureCode;
  readonly content: Personal<{
    readonly statement: string;
    readonly opinionHolder: string | null;
    readonly source: string | null;
    readonly historicalNote: string | null;
  }>;
  readonly asOf: string | null;
  readonly historical: boolean;
  readonly category: DataCategory;
  readonly confidential: boolean;
  readonly specialCategory: boolean;
  readonly criminalOffence: boolean;
  readonly restrictions: readonly Restriction[];
  /** The sender's; its words stay in the sender's decision. */
  readonly basis: BasisCodes | null;
  readonly consentId: ConsentId | null;
  readonly consentPosition: ConsentPositionCode;
  readonly drawnFrom: { readonly disclosureId: DisclosureId; readonly itemId: ItemId } | null;
}

/** Information went from one party to a named recipient. */
export type DisclosureMade = DomainEvent<'DisclosureMade', {
  readonly disclosureId: DisclosureId;
  readonly kind: 'ANSWER' | 'CONCERN' | 'ONWARD' | 'OWN_INITIATIVE';
  readonly sender: { readonly organisation: OrganisationId; readonly unit: UnitId | null };
  readonly recipient: Recipient;
  /** Who disclosed: may be a person without an account. */
  readonly madeBy: { readonly practitioner: PractitionerId | null; readonly name: Personal<string> | null };
  readonly recordedBy: Party;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly method: SharingMethodCode;
  readonly methodEvidence: Personal<Readonly<Record<string, string | boolean | readonly string[] | null>>> | null;
  /** None only for what had already happened elsewhere (0.R6). */
  readonly decisionId: DecisionId | null;
  readonly requestId: RequestId | null;
  readonly enquiryId: EnquiryId | null;
  readonly parentId: DisclosureId | null;
  readonly purpose: SharingPurposeCode;
  /** Set for what came under a statutory request: no other purpose is ever allowed (1.R7). */
  readonly useLimitation: SharingPurposeCode | null;
  readonly items: readonly DisclosedItem[];
  readonly people: readonly { readonly personId: PersonId; readonly identification: Personal<Partial<PersonDetails>> }[];
  /** People outside the agencies who get it too, for example in a letter. */
  readonly reaches: readonly PersonId[];
  readonly advisory: {
    readonly given: boolean;
    readonly withheldReason: AdvisoryWithheldReasonCode | null;
    readonly words: Personal<string> | null;
  };
  /** What the recipient said when asked whether they mean to pass it on (2.R14). */
  readonly onwardIntention: Personal<string> | null;
  /** Rules that an act already done did not keep (0.R6). */
  readonly irregular: readonly string[];
}>;

export type RestrictionsAccepted = DomainEvent<'RestrictionsAccepted', {
  readonly disclosureId: DisclosureId;
  readonly by: PractitionerId;
}>;

/** The recipient recorded receipt and, item by item, its own basis: or that it relies on the consent alone (3.R8). */
export type DisclosureReceived = DomainEvent<'DisclosureReceived', {
  readonly disclosureId: DisclosureId;
  readonly by: PractitionerId;
  readonly bases: readonly {
    readonly itemId: ItemId; readonly basis: BasisCodes | 'CONSENT_ALONE'; readonly words: Personal<BasisWords> | null;
  }[];
}>;

/** The holder asked the originator to approve these words, for this recipient and purpose. */
export type OnwardApprovalSought = DomainEvent<'OnwardApprovalSought', {
  readonly disclosureId: DisclosureId;
  readonly approvalId: ApprovalId;
  readonly itemId: ItemId;
  readonly originator: OrganisationId;
  /** The originator's unit that sent it, and so is asked; null when it does not use the hub. */
  readonly originatorUnit: UnitId | null;
  readonly decisionId: DecisionId;
  readonly by: Party;
  readonly recipient: DecidedRecipient;
  readonly purpose: SharingPurposeCode;
  readonly wording: Personal<string>;
}>;

export type OriginatorApproved = DomainEvent<'OriginatorApproved', {
  readonly disclosureId: DisclosureId;
  readonly approvalId: ApprovalId;
  readonly by: PractitionerId;
}>;

export type OriginatorRefused = DomainEvent<'OriginatorRefused', {
  readonly disclosureId: DisclosureId;
  readonly approvalId: ApprovalId;
  readonly by: PractitionerId;
  readonly reasons: Personal<string>;
}>;

/** A claim: this approval is spent on this child disclosure. Appended to the parent before the child is made. */
export type OnwardApprovalUsed = DomainEvent<'OnwardApprovalUsed', {
  readonly disclosureId: DisclosureId;
  readonly approvalId: ApprovalId;
  readonly childId: DisclosureId;
}>;

/** Somebody tried to pass it on and was refused: kept, because a reviewer would want to find it (5.R5). */
export type OnwardShareRefused = DomainEvent<'OnwardShareRefused', {
  readonly disclosureId: DisclosureId;
  readonly itemId: ItemId;
  readonly by: Party;
  readonly recipient: OrganisationId;
  readonly reasons: readonly { readonly rule: string; readonly code: string }[];
}>;

/**
 * The consent was withdrawn after it was claimed and before the disclosure was in the log: said here, because the
 * withdrawal came first and named a disclosure that nobody had seen yet (3.R8).
 */
export type ConsentLost = DomainEvent<'ConsentLost', {
  readonly disclosureId: DisclosureId;
  readonly consentId: ConsentId;
  readonly items: readonly ItemId[];
}>;

export type DisclosureEvent =
  | DisclosureMade | RestrictionsAccepted | DisclosureReceived | OnwardApprovalSought | OriginatorApproved | OriginatorRefused
  | OnwardApprovalUsed | OnwardShareRefused | ConsentLost;
