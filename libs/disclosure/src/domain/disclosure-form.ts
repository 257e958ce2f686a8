import type { Restriction } from '@mash/disclosure-events';
import type { DisclosureId, Instant, ItemId, OrganisationId, Party, PersonId, PractitionerId, UnitId } from '@mash/kernel';
import type { EnquiryCapacityCode, ItemNatureCode, MethodEvidence, SharingMethodCode, SharingPurposeCode } from '@mash/law';
import type { PersonDetails } from '@mash/person-events';

/** One statement as it is written down to be disclosed. */
export interface StatementForm {
  readonly itemId: ItemId;
  readonly about: readonly { readonly personId: PersonId; readonly capacity: EnquiryCapacityCode }[];
  readonly nature: ItemNatureCode;
  readonly statement: string;
  readonly opinionHolder: string | null;
  readonly source: string | null;
  readonly asOf: string | null;
  readonly historical: boolean;
  readonly historicalNote: string | null;
  readonly restrictions: readonly Restriction[];
}

/** To whom it goes: a practitioner with an account, or a person known by name. */
export interface RecipientForm {
  readonly organisation: OrganisationId;
  readonly unit: UnitId | null;
  readonly practitioner: PractitionerId | null;
  readonly name: string | null;
}

/** What every disclosure says, whoever made it and however it travelled. */
export interface DisclosureForm {
  readonly disclosureId: DisclosureId;
  readonly sender: { readonly organisation: OrganisationId; readonly unit: UnitId | null };
  readonly recipient: RecipientForm;
  readonly madeBy: { readonly practitioner: PractitionerId | null; readonly name: string | null };
  readonly recordedBy: Party;
  readonly occurredAt: Instant;
  readonly method: SharingMethodCode;
  readonly evidence: MethodEvidence;
  readonly purpose: SharingPurposeCode;
  readonly people: readonly { readonly personId: PersonId; readonly identification: Partial<PersonDetails> }[];
  readonly reaches: readonly PersonId[];
  /** `withheldReason` comes from outside and is judged here. */
  readonly advisory: { readonly given: boolean; readonly withheldReason: string | null; readonly words: string | null };
  readonly onwardIntention: string | null;
}
