import type { OrganisationFacts } from '@mash/directory-events';
import type { EnquiryFacts } from '@mash/enquiry-events';
import type { EnquiryId, Instant, ItemId, OrganisationId, PersonId, PractitionerId, RequestId, UnitId } from '@mash/kernel';
import type { ConsentPositionCode, LawfulBasisSet, NotSoughtReasonCode, SharingPurposeCode, UrgencyCode } from '@mash/law';

/** What of somebody's identity the request may carry; nothing else of it ever travels with a request. */
export const identifiers = ['NAME', 'BIRTH', 'NHS_NUMBER'] as const;
export type Identifier = (typeof identifiers)[number];

export interface AskedItem {
  readonly itemId: ItemId;
  readonly about: readonly PersonId[];
  readonly question: string;
  readonly why: string;
  readonly period: string | null;
}

/** What every request says, with a statutory power or without. */
export interface Asking {
  readonly requestId: RequestId;
  readonly enquiryId: EnquiryId;
  /** The asking agency, and who asks for it. */
  readonly asker: OrganisationId;
  readonly by: PractitionerId;
  /** `unit` null means: wherever that organisation receives requests. */
  readonly to: { readonly organisation: OrganisationId; readonly unit: UnitId | null };
  readonly items: readonly AskedItem[];
  readonly people: readonly { readonly personId: PersonId; readonly identifyBy: readonly Identifier[] }[];
  readonly purpose: SharingPurposeCode;
  readonly reasons: string;
  readonly basis: LawfulBasisSet;
  readonly publicTask: string | null;
  readonly whatAskingReveals: string;
  readonly consentPosition: ConsentPositionCode;
  readonly notSoughtReason: NotSoughtReasonCode | null;
  readonly specialCategory: boolean;
  readonly criminalOffence: boolean;
  readonly urgency: UrgencyCode;
  /** Null: worked out from the urgency. */
  readonly due: Instant | null;
}

export interface AskingFacts {
  readonly now: Instant;
  /** Null when there is none that the actor's unit leads: another's enquiry is no different from a missing one. */
  readonly enquiry: EnquiryFacts | null;
  readonly asker: OrganisationFacts | null;
  /** Null when the directory does not know it. */
  readonly addressee: OrganisationFacts | null;
}
