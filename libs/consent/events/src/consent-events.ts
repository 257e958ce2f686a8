import type { ConsentId, DisclosureId, DomainEvent, EnquiryId, Instant, ItemId, OrganisationId, Party, Personal, PersonId } from '@mash/kernel';
import type {
  ConsentFormCode, ConsentKindCode, ConsentUseCode, GiverBasisCode, InformedItemCode, NotSoughtReasonCode, PrEvidenceCode, SharingPurposeCode,
} from '@mash/law';

/** The kinds of record a consent can reach. */
export const dataCategories = ['HEALTH', 'SOCIAL_CARE', 'EDUCATION', 'POLICE', 'HOUSING', 'OTHER'] as const;
export type DataCategory = (typeof dataCategories)[number];

/** What shows that this giver can give it: about a person, so sealed. */
export interface GiverEvidence {
  readonly ageAtTime: number | null;
  readonly parentalResponsibility: { readonly type: PrEvidenceCode; readonly date: string } | null;
  readonly authority: string | null;
  readonly assessment: { readonly by: string; readonly at: Instant; readonly why: string; readonly canDecide: boolean } | null;
}

/** What was agreed to. The three meanings of consent stay apart in `uses` (section 3). */
export type ConsentRecorded = DomainEvent<'ConsentRecorded', {
  readonly consentId: ConsentId;
  readonly enquiryId: EnquiryId;
  readonly giver: PersonId;
  readonly giverName: Personal<string>;
  readonly giverBasis: GiverBasisCode;
  readonly giverEvidence: Personal<GiverEvidence>;
  readonly uses: readonly ConsentUseCode[];
  readonly about: readonly PersonId[];
  readonly obtainedBy: Party;
  readonly mayBeReliedOnBy: readonly Party[];
  readonly kind: ConsentKindCode;
  readonly form: ConsentFormCode;
  readonly purposes: readonly SharingPurposeCode[];
  readonly categories: readonly DataCategory[];
  readonly recipients: readonly OrganisationId[];
  readonly informed: readonly InformedItemCode[];
  /** Which version of the privacy notice the person was given. */
  readonly noticeVersion: string;
  readonly givenAt: Instant;
  readonly reviewDue: Instant;
  readonly expires: Instant | null;
  readonly words: Personal<string>;
  /** Rule numbers that make it invalid; a consent with any is kept, and nobody may rely on it (3.R5). */
  readonly invalidBecause: readonly string[];
}>;

export type ConsentRefused = DomainEvent<'ConsentRefused', {
  readonly consentId: ConsentId;
  readonly enquiryId: EnquiryId;
  readonly giver: PersonId;
  readonly giverName: Personal<string>;
  readonly about: readonly PersonId[];
  readonly obtainedBy: Party;
  readonly at: Instant;
  readonly words: Personal<string>;
}>;

/** Consent was not asked for, for one of the listed reasons (3.5). */
export type ConsentNotSought = DomainEvent<'ConsentNotSought', {
  readonly consentId: ConsentId;
  readonly enquiryId: EnquiryId;
  readonly giver: PersonId;
  readonly giverName: Personal<string>;
  readonly about: readonly PersonId[];
  readonly obtainedBy: Party;
  readonly reason: NotSoughtReasonCode;
  readonly words: Personal<string>;
}>;

/** A claim: this disclosure rests on this consent. Appended before the disclosure, so that a withdrawal knows by itself who relied. */
export type ConsentReliedUpon = DomainEvent<'ConsentReliedUpon', {
  readonly consentId: ConsentId;
  readonly disclosureId: DisclosureId;
  readonly items: readonly ItemId[];
  readonly sender: Party;
  readonly recipient: OrganisationId;
}>;

/** The disclosure was never made; the claim no longer counts. */
export type RelianceReleased = DomainEvent<'RelianceReleased', {
  readonly consentId: ConsentId;
  readonly disclosureId: DisclosureId;
}>;

export interface Reliance {
  readonly disclosureId: DisclosureId;
  readonly items: readonly ItemId[];
  readonly sender: Party;
  readonly recipient: OrganisationId;
}

/** From this instant nobody may rely on it. Lists whom to notify and what must be reassessed, in the same event (3.R8). */
export type ConsentWithdrawn = DomainEvent<'ConsentWithdrawn', {
  readonly consentId: ConsentId;
  readonly at: Instant;
  readonly reportedBy: Party;
  readonly words: Personal<string> | null;
  readonly underReview: readonly Reliance[];
}>;

export type ConsentEvent =
  | ConsentRecorded | ConsentRefused | ConsentNotSought | ConsentReliedUpon | RelianceReleased | ConsentWithdrawn;
