import type { DomainEvent, Instant, OrganisationId, Personal, PostId, PractitionerId, UnitId } from '@mash/kernel';

/** What a post may do. Roles belong to posts, never to people or tokens, so that the past can be replayed. */
export const roles = [
  'referrer', 'request-handler', 'disclosing-officer', 'social-worker', 'hub-worker', 'hub-decision-maker',
  'signatory', 'reviewer', 'information-governance', 'auditor', 'directory-administrator', 'staff',
] as const;
export type Role = (typeof roles)[number];

/** The proof of identity that a token carries: who, never what they may do. */
export interface Account {
  readonly issuer: string;
  readonly subject: string;
}

/** A named person who works for an organisation; the account is optional (13.8). */
export type PractitionerRegistered = DomainEvent<'PractitionerRegistered', {
  readonly practitionerId: PractitionerId;
  readonly organisationId: OrganisationId;
  readonly name: Personal<string>;
  readonly account: Account | null;
}>;

/** A person took up a post in a unit. */
export type PostTaken = DomainEvent<'PostTaken', {
  readonly practitionerId: PractitionerId;
  readonly postId: PostId;
  readonly organisationId: OrganisationId;
  readonly unitId: UnitId;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly from: Instant;
}>;

export type PostLeft = DomainEvent<'PostLeft', {
  readonly practitionerId: PractitionerId;
  readonly postId: PostId;
  readonly at: Instant;
}>;

/** Away: until they return their work shows to whoever covers for them. */
export type AbsenceRecorded = DomainEvent<'AbsenceRecorded', {
  readonly practitionerId: PractitionerId;
  readonly from: Instant;
  readonly until: Instant;
  readonly coveredBy: PractitionerId;
}>;

export type AbsenceEnded = DomainEvent<'AbsenceEnded', {
  readonly practitionerId: PractitionerId;
  readonly at: Instant;
}>;

export type PractitionerEvent = PractitionerRegistered | PostTaken | PostLeft | AbsenceRecorded | AbsenceEnded;

/** A claim, in the account's own stream: this account signs in as this practitioner, and as nobody else. */
export type AccountClaimed = DomainEvent<'AccountClaimed', {
  readonly account: Account;
  readonly practitionerId: PractitionerId;
}>;
