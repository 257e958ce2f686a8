import type { DomainEvent, Instant, OrganisationId, UnitId } from '@mash/kernel';
import type { OrganisationKindCode, OrganisationCapacityCode } from '@mash/law';

/** An identifier given by a scheme, for example the ODS code of a trust; validated before it is recorded. */
export interface OrganisationCode {
  readonly scheme: 'GSS' | 'ODS' | 'POLICE_FORCE' | 'URN' | 'CHARITY';
  readonly value: string;
}

/** An organisation of a real kind became known to the hub. Nothing in it is about a person. */
export type OrganisationRegistered = DomainEvent<'OrganisationRegistered', {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly kind: OrganisationKindCode;
  readonly codes: readonly OrganisationCode[];
  /** The published switchboard number: the only number a call-back may use (6.R1). */
  readonly publishedNumber: string;
  /** False for a body that answers only by telephone, post or e-mail. */
  readonly usesHub: boolean;
}>;

/** A team of an organisation that asks, holds or receives. */
export type UnitOpened = DomainEvent<'UnitOpened', {
  readonly organisationId: OrganisationId;
  readonly unitId: UnitId;
  readonly name: string;
  readonly telephone: string;
  /** Requests to the organisation arrive here unless they name another unit. */
  readonly receivesRequests: boolean;
}>;

/** A legal capacity held from a date: what the organisation may do under which law depends on it. */
export type OrganisationCapacityGranted = DomainEvent<'OrganisationCapacityGranted', {
  readonly organisationId: OrganisationId;
  readonly capacity: OrganisationCapacityCode;
  readonly from: Instant;
}>;

export type OrganisationCapacityEnded = DomainEvent<'OrganisationCapacityEnded', {
  readonly organisationId: OrganisationId;
  readonly capacity: OrganisationCapacityCode;
  readonly at: Instant;
}>;

export type OrganisationEvent =
  | OrganisationRegistered | UnitOpened | OrganisationCapacityGranted | OrganisationCapacityEnded;
