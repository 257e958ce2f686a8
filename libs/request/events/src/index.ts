import type {
  ArrangementId, DecisionId, DisclosureId, DomainEvent, EnquiryId, Instant, ItemId, OrganisationId, Party, Personal, PersonId,
  PractitionerId, RequestId, UnitId,
} from '@mash/kernel';
import type {
  AnswerKindCode, EnquiryCapacityCode, ConsentPositionCode, DisputeReasonCode, NotSoughtReasonCode, SharingPurposeCode, SharingMethodCode, PurposeFunctionCode,
  StatutoryPowerCode, RecipientTypeCode, UrgencyCode,
} from '@mash/law';
import type { BasisCodes, BasisWords } from '@mash/decision-events';
import type { PersonDetails } from '@mash/person-events';

/** Who is asked. `unit` is null for a body that does not use the hub and answers by other means. */
export interface Addressee {
  readonly organisation: OrganisationId;
  readonly unit: UnitId | null;
}

/** One question about named people. */
export interface RequestedItem {
  readonly itemId: ItemId;
  readonly about: readonly PersonId[];
  readonly question: Personal<{ readonly question: string; readonly why: string; readonly period: string | null }>;
}

/** A person asked about: no more of who they are than the addressee needs to find them (1.R14). */
export interface PersonAskedAbout {
  readonly personId: PersonId;
  readonly capacity: EnquiryCapacityCode;
  readonly identification: Personal<Partial<PersonDetails>>;
}

export interface StatutoryTexts {
  readonly purpose: string;
  readonly whyNeeded: string;
  readonly necessity: string;
  readonly proportionality: string;
  readonly burdenConsidered: string;
  /** Only for a request about one case under s16E: how it serves identifying and responding to needs. */
  readonly howS16EServed: string | null;
}

/** What makes an information request a statutory one (section 1.6). */
export interface StatutoryPart {
  readonly power: StatutoryPowerCode;
  readonly statutoryFunction: PurposeFunctionCode;
  readonly arrangementId: ArrangementId;
  readonly signatory: PractitionerId;
  readonly authorityReference: string;
  readonly texts: Personal<StatutoryTexts>;
  readonly recipients: readonly {
    readonly kind: RecipientTypeCode;
    readonly party: Party;
    readonly practitionerId: PractitionerId | null;
    readonly reason: Personal<string> | null;
  }[];
}

/** One agency asked another for information, under an enquiry, on its own lawful basis. */
export type InformationRequested = DomainEvent<'InformationRequested', {
  readonly requestId: RequestId;
  readonly enquiryId: EnquiryId;
  readonly from: Party;
  readonly to: Addressee;
  readonly askedBy: PractitionerId;
  readonly items: readonly RequestedItem[];
  readonly people: readonly PersonAskedAbout[];
  readonly purpose: SharingPurposeCode;
  readonly reasons: Personal<string>;
  /** The asker's own basis, in codes; what was written beside it is sealed. */
  readonly basis: BasisCodes;
  readonly basisWords: Personal<BasisWords> | null;
  /** The asker's Art 6(1)(e) task, in words that a charity can rely on (4.R0). */
  readonly publicTask: Personal<string> | null;
  readonly whatAskingReveals: Personal<string>;
  readonly consentPosition: ConsentPositionCode;
  /** Why consent was not sought, where the basis needs a reason (4.R7). */
  readonly notSoughtReason: NotSoughtReasonCode | null;
  /** What kinds of information are asked for: the asker needs a basis for receiving them too (4.R1). */
  readonly specialCategory: boolean;
  readonly criminalOffence: boolean;
  readonly urgency: UrgencyCode;
  /** Requested, never a statutory deadline (1.R5); worked out once and a fact ever after (0.R4). */
  readonly due: Instant;
  readonly statutory: StatutoryPart | null;
}>;

/** The answer to one item. */
export interface ItemAnswer {
  readonly itemId: ItemId;
  readonly kind: AnswerKindCode;
  readonly disclosureId: DisclosureId | null;
  readonly decisionId: DecisionId | null;
  /** Typed by people, so sealed: what was searched can hold a name. Null for other answers. */
  readonly systemsSearched: Personal<readonly string[]> | null;
  readonly told: Personal<string> | null;
}

/** Items were answered, in the hub or by other means and entered by whoever took the answer. */
export type ItemsAnswered = DomainEvent<'ItemsAnswered', {
  readonly requestId: RequestId;
  readonly answers: readonly ItemAnswer[];
  readonly method: SharingMethodCode;
  readonly answeredBy: Addressee;
  readonly recordedBy: Party;
}>;

/** The time that was asked for passed without a full answer: a fact that can be counted. Recorded once. */
export type RequestOverdue = DomainEvent<'RequestOverdue', {
  readonly requestId: RequestId;
  readonly due: Instant;
  readonly unanswered: readonly ItemId[];
}>;

/** The addressee disputes a statutory request; the duty stays open (1.R8). */
export type RequestDisputed = DomainEvent<'RequestDisputed', {
  readonly requestId: RequestId;
  readonly reason: DisputeReasonCode;
  readonly words: Personal<string>;
}>;

/** A worker of the addressee took the request on, or it was handed over. */
export type RequestAllocated = DomainEvent<'RequestAllocated', {
  readonly requestId: RequestId;
  readonly worker: PractitionerId;
  readonly handedOverFrom: PractitionerId | null;
}>;

export type RequestEvent = InformationRequested | ItemsAnswered | RequestOverdue | RequestDisputed | RequestAllocated;

export * from './event-types.js';
export * from './facts.js';
