/** Identifiers are branded strings, so that a request's id cannot be passed where a person's is meant. */
export type Id<Brand extends string> = string & { readonly __id: Brand };

export type OrganisationId = Id<'organisation'>;
export type UnitId = Id<'unit'>;
export type PractitionerId = Id<'practitioner'>;
export type PostId = Id<'post'>;
export type ArrangementId = Id<'arrangement'>;
export type PersonId = Id<'person'>;
export type PlaceId = Id<'place'>;
export type SearchId = Id<'search'>;
export type EnquiryId = Id<'enquiry'>;
export type RequestId = Id<'request'>;
export type DecisionId = Id<'decision'>;
export type DisclosureId = Id<'disclosure'>;
export type ConsentId = Id<'consent'>;
export type ItemId = Id<'item'>;
export type ApprovalId = Id<'approval'>;
export type MandateId = Id<'mandate'>;
export type CommandId = Id<'command'>;
export type EventId = Id<'event'>;

/** A moment, ISO 8601 in UTC with milliseconds (0.R1). */
export type Instant = string & { readonly __instant: true };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** True for a canonical lower-case UUID, the only form an identifier takes in this system. */
export const isId = (value: string): boolean => uuid.test(value);

/**
 * Brands a UUID that came from outside.
 * @throws RangeError when the text is not a canonical lower-case UUID.
 */
export function asId<I extends Id<string>>(value: string): I {
  if (!isId(value)) throw new RangeError('An identifier must be a lower-case UUID, for example 3f2b0c1e-9f0a-4c55-8a51-0d6d1c2e7a90.');
  return value as I;
}

/**
 * Brands an instant that came from outside and puts it into canonical form.
 * @throws RangeError when the text is not an ISO 8601 instant with a zone.
 */
export function asInstant(value: string): Instant {
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw new RangeError('A time must be an ISO 8601 instant with its zone, for example 2026-11-21T09:30:00Z.');
  return new Date(time).toISOString() as Instant;
}
