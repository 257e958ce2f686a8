import type { ArrangementId, DomainEvent, Instant, OrganisationId, Party, PractitionerId } from '@mash/kernel';
import type { PartnerKindCode } from '@mash/law';

/** A local safeguarding arrangement (Children Act 2004 s16E): its areas, its partners and its hub. */
export type ArrangementMade = DomainEvent<'ArrangementMade', {
  readonly arrangementId: ArrangementId;
  readonly name: string;
  /** GSS codes of the local authority areas it covers; areas can combine (s16I–16L). */
  readonly areas: readonly string[];
  readonly partners: readonly { readonly organisationId: OrganisationId; readonly kind: PartnerKindCode }[];
  readonly relevantAgencies: readonly OrganisationId[];
  /** The unit that receives concerns for these areas. */
  readonly hub: Party;
  readonly from: Instant;
}>;

/** A partner delegated its power to issue statutory requests to a named person. */
export type SignatoryDelegated = DomainEvent<'SignatoryDelegated', {
  readonly arrangementId: ArrangementId;
  readonly organisationId: OrganisationId;
  readonly practitionerId: PractitionerId;
  /** Where the delegation is written down. */
  readonly reference: string;
  readonly from: Instant;
}>;

export type ArrangementEvent = ArrangementMade | SignatoryDelegated;
