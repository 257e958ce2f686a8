import type { DomainEvent, Instant, MandateId, OrganisationId, Personal, PractitionerId } from '@mash/kernel';
import type { SharingPurposeCode } from '@mash/law';

/** Why somebody reads: FIND_WORK opens no content, AUDIT is an auditor's under a mandate. */
export type ReadingPurpose = SharingPurposeCode | 'FIND_WORK' | 'AUDIT';

/** One row that was shown, and what of it was held back by which rule. */
export interface RowRead {
  readonly view: string;
  readonly key: string;
  readonly withheld: readonly { readonly field: string; readonly rule: string }[];
}

/** Personal data was read, by one operation of one person. Appended before the answer goes out: no event, no data (11.R17). */
export type RecordsRead = DomainEvent<'RecordsRead', {
  readonly operation: string;
  readonly reader: PractitionerId;
  readonly agency: OrganisationId;
  readonly purpose: ReadingPurpose;
  readonly rows: readonly RowRead[];
  /** How much of the log the views held: the id of the last event they had taken in. */
  readonly viewsAt: string | null;
}>;

/** An agency let an auditor open its content, for a period and a purpose (11.R18). */
export type MandateGiven = DomainEvent<'MandateGiven', {
  readonly mandateId: MandateId;
  readonly auditor: PractitionerId;
  readonly auditorAgency: OrganisationId;
  /** The agency whose content it opens: each gives its own. */
  readonly agency: OrganisationId;
  readonly givenBy: PractitionerId;
  readonly from: Instant;
  readonly until: Instant;
  readonly purpose: Personal<string>;
}>;

export type MandateEnded = DomainEvent<'MandateEnded', {
  readonly mandateId: MandateId;
  readonly at: Instant;
}>;

/** An auditor replayed or opened something: auditing the audit (11.R18). */
export type AuditPerformed = DomainEvent<'AuditPerformed', {
  readonly operation: string;
  readonly auditor: PractitionerId;
  readonly agency: OrganisationId;
  readonly purpose: Personal<string> | null;
  /** Ids of the events whose content was opened, or `view:key` of the rows. */
  readonly opened: readonly string[];
  /** Whose sight was replayed, and up to which event. */
  readonly practitioner: PractitionerId | null;
  readonly through: string | null;
}>;

export type AccessEvent = RecordsRead | MandateGiven | MandateEnded | AuditPerformed;

export * from './event-types.js';
