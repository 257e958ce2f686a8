import type {
  ArrangementId, DisclosureId, DomainEvent, EnquiryId, Instant, Party, Personal, PersonId, PractitionerId,
} from '@mash/kernel';
import type { EnquiryCapacityCode, EnquiryGroundCode, UrgencyCode } from '@mash/law';
import type { PersonDetails } from '@mash/person-events';

/** A concern that reached the hub became an enquiry with somebody accountable for its decisions (1.8). */
export type EnquiryOpened = DomainEvent<'EnquiryOpened', {
  readonly enquiryId: EnquiryId;
  readonly lead: Party;
  readonly arrangementId: ArrangementId;
  readonly area: string;
  readonly accountable: PractitionerId;
  /** The concern as it was disclosed to the hub, when it came through the hub. */
  readonly concern: DisclosureId | null;
  readonly receivedAt: Instant;
  readonly summary: Personal<string>;
  readonly urgency: UrgencyCode;
  readonly immediateDanger: boolean;
}>;

/** Why the hub may act at all: a ground in law, with reasons. No request is made without one (1.R13). */
export type GroundsRecorded = DomainEvent<'GroundsRecorded', {
  readonly enquiryId: EnquiryId;
  readonly ground: EnquiryGroundCode;
  readonly reasons: Personal<string>;
  readonly by: PractitionerId;
}>;

/** A person has this capacity in this enquiry, from this date; in another enquiry they may have another (13.8). */
export type PersonAddedToEnquiry = DomainEvent<'PersonAddedToEnquiry', {
  readonly enquiryId: EnquiryId;
  /** The enquiry's lead: whose file the person is now in. */
  readonly lead: Party;
  readonly personId: PersonId;
  readonly capacity: EnquiryCapacityCode;
  readonly from: Instant;
  /** Who they are, as the lead agency knows them: its own copy. */
  readonly identification: Personal<PersonDetails>;
}>;

export type WorkerAssigned = DomainEvent<'WorkerAssigned', {
  readonly enquiryId: EnquiryId;
  readonly worker: PractitionerId;
  readonly handedOverFrom: PractitionerId | null;
  readonly note: Personal<string> | null;
}>;

/** A person concerned was told what was shared or why, or what will happen (2.R9, 2.R16). */
export type PersonInformed = DomainEvent<'PersonInformed', {
  readonly enquiryId: EnquiryId;
  readonly personId: PersonId;
  readonly at: Instant;
  readonly by: PractitionerId;
  readonly told: Personal<string>;
}>;

export type EnquiryEvent = EnquiryOpened | GroundsRecorded | PersonAddedToEnquiry | WorkerAssigned | PersonInformed;
