import type { DomainEvent, Instant, Party, Personal, PersonId, PlaceId, PractitionerId, SearchId } from '@mash/kernel';

/** A birth that is known, estimated, still to come, or not known: the record says which (13.8). */
export type Birth =
  | { readonly kind: 'EXACT' | 'ESTIMATED' | 'EXPECTED'; readonly on: string }
  | { readonly kind: 'UNKNOWN' };

/** Who somebody is, as one agency knows them. Every part may be unknown. */
export interface PersonDetails {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly alsoKnownAs: readonly string[];
  readonly birth: Birth;
  readonly sex: 'FEMALE' | 'MALE' | 'OTHER' | 'UNKNOWN';
  /** Canonical, ten digits. */
  readonly nhsNumber: string | null;
  readonly address: string | null;
}

/** What was searched for; kept sealed, so that a reviewer can see what a nil return meant. */
export interface SearchCriteria {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly dateOfBirth: string | null;
  readonly nhsNumber: string | null;
}

/** Somebody searched before registering (13.R3). `matches` are the people whom the searcher was shown. */
export type PeopleSearched = DomainEvent<'PeopleSearched', {
  readonly searchId: SearchId;
  readonly by: Party;
  readonly searcher: PractitionerId;
  readonly criteria: Personal<SearchCriteria>;
  readonly matches: readonly PersonId[];
}>;

export type PersonRegistered = DomainEvent<'PersonRegistered', {
  readonly personId: PersonId;
  readonly by: Party;
  readonly searchId: SearchId;
  readonly details: Personal<PersonDetails>;
  /** The registering agency lets hub workers learn that it knows this person, and whom to ring (5.R9). */
  readonly existenceMarker: boolean;
  /** The hubs whose workers the marker is for, as the arrangements stood that day; empty without a marker. */
  readonly markerFor: readonly Party[];
  /** Near matches that were considered and are somebody else (13.R3). */
  readonly notTheSameAs: readonly { readonly personId: PersonId; readonly why: Personal<string> }[];
}>;

export const relations = ['PARENT_OF', 'CHILD_OF', 'SIBLING_OF', 'PARTNER_OF', 'GRANDPARENT_OF', 'CARER_OF', 'OTHER'] as const;
export type Relation = (typeof relations)[number];

/** This person is related so to another. Recorded from one side; views show both. */
export type PersonRelated = DomainEvent<'PersonRelated', {
  readonly personId: PersonId;
  readonly by: Party;
  readonly to: PersonId;
  readonly relation: Relation;
}>;

export type AddressRecorded = DomainEvent<'AddressRecorded', {
  readonly personId: PersonId;
  readonly by: Party;
  readonly placeId: PlaceId;
  readonly kind: 'HOME' | 'PLACEMENT' | 'SCHOOL' | 'OTHER';
  /** GSS code of the council area that the address lies in: a child may be placed outside the council's own. */
  readonly area: string;
  readonly from: Instant;
  readonly isProtected: boolean;
  readonly address: Personal<string>;
}>;

export type PersonEvent = PeopleSearched | PersonRegistered | PersonRelated | AddressRecorded;

export * from './event-types.js';
export * from './facts.js';
