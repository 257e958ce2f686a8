import type { DomainEvent, Recorded } from './event.js';
import type { EnquiryId, OrganisationId, PractitionerId, UnitId } from './ids.js';

/** Which row an event touches: by its own key, or every row that declared this secondary key. */
export type RowKey = { readonly key: string } | { readonly lookup: string };

/**
 * One row of a view: who may see it, then what it says.
 * Visibility is columns, not content, so that the database removes the row before sorting, paging and counting.
 */
export interface Row<Body> {
  /** The agency whose view this row belongs to; null for the directory, which every signed-in user may read. */
  readonly agency: OrganisationId | null;
  /** Units of that agency whose members may see it. */
  readonly units: readonly UnitId[];
  /** People who may see it though they are in none of the units, for example the worker it is assigned to. */
  readonly people: readonly PractitionerId[];
  /** When not empty, nobody else may see it (NAMED_RECIPIENTS). */
  readonly only: readonly PractitionerId[];
  /** Never these people (conflict of interest). */
  readonly excluded: readonly PractitionerId[];
  readonly enquiryId: EnquiryId | null;
  /** Secondary keys under which later events find this row. */
  readonly lookups: readonly string[];
  /** Normalised words and numbers that a search may match. */
  readonly terms: readonly string[];
  /** A coarse state to filter by. */
  readonly status: string;
  /** Rows are listed by this text, then by key. */
  readonly sort: string;
  readonly body: Body;
}

/**
 * A view as a fold, driven on SQL by the projector and on a map by the auditor: the same two pure functions,
 * so that "what could she see then" cannot drift from what she sees now.
 */
export interface View<Event extends DomainEvent = DomainEvent, Body = unknown> {
  readonly name: string;
  /** A new number means: build beside the old table, catch up, swap. */
  readonly version: number;
  readonly handles: readonly Event['type'][];
  keys(recorded: Recorded<Event>): readonly RowKey[];
  /** The row after the event; null removes it. `row` is null where there is none yet. */
  apply(row: Row<Body> | null, recorded: Recorded<Event>, key: string): Row<Body> | null;
}

/** A row with nothing said about it yet: views fill in what they need. */
export const emptyRow = <Body>(body: Body): Row<Body> => ({
  agency: null, units: [], people: [], only: [], excluded: [], enquiryId: null,
  lookups: [], terms: [], status: '', sort: '', body,
});

/** A view whose event and body types are its own business: for whoever drives many views alike. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- views are contravariant in their events; a list of different views has no other common type
export type AnyView = View<any, any>;
