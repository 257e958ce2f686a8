import type { OrganisationId } from './ids.js';

/** A controller that holds a copy, and the file it keeps it in: an enquiry, or a person outside any enquiry. */
export interface Holder {
  readonly controller: OrganisationId;
  readonly file: string;
}

/**
 * A value about a person, or free text: sealed before it reaches the log.
 * `record` names the key (one key per record, so that one item can be disposed of and its neighbour kept);
 * `holders` are the controllers for whom the key is wrapped. `value` is null once the key is gone, or
 * where the reader's keys do not open it.
 */
export interface Personal<T> {
  readonly $personal: true;
  readonly record: string;
  readonly holders: readonly Holder[];
  readonly value: T | null;
}

/** Marks a value as personal, so that the vault seals it before the append. */
export const personal = <T>(record: string, holders: readonly Holder[], value: T): Personal<T> => ({
  $personal: true, record, holders, value,
});

/** True for a value that the vault must seal, or has opened. */
export const isPersonal = (value: unknown): value is Personal<unknown> =>
  typeof value === 'object' && value !== null && '$personal' in value && value.$personal === true;

/** The file in which a controller keeps what belongs to an enquiry. */
export const enquiryFile = (enquiryId: string): string => `enquiry:${enquiryId}`;

/** The file for what a controller knows of a person outside any enquiry. */
export const personFile = (personId: string): string => `person:${personId}`;

/** The file for an organisation's own staff records. */
export const staffFile = (organisationId: string): string => `staff:${organisationId}`;

/** The same file at several controllers. */
export const heldBy = (file: string, ...controllers: readonly OrganisationId[]): Holder[] =>
  [...new Set(controllers)].map((controller) => ({ controller, file }));
