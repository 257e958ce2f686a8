import type { CommandId, EnquiryId, EventId, Instant, OrganisationId, PersonId, PractitionerId, UnitId } from './ids.js';

/** A fact. `type` is past tense and is never renamed or reused; a change that is not additive takes a new `schema`. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly schema: number;
  readonly data: Data;
}

/** An organisation acting through one of its units: the smallest body that can ask, hold or receive. */
export interface Party {
  readonly organisation: OrganisationId;
  readonly unit: UnitId;
}

/** Who did it. The steward and the set-up tools act as a named process, never as a person. */
export type EventActor =
  | { readonly kind: 'practitioner'; readonly practitioner: PractitionerId; readonly agency: OrganisationId }
  | { readonly kind: 'process'; readonly process: string; readonly agency: OrganisationId | null };

/** What every event carries beside its data. Holds ids and codes only: it is not sealed. */
export interface EventMetadata {
  readonly commandId: CommandId;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly actor: EventActor;
  /** When it happened, which may be long before it was recorded. */
  readonly occurredAt: Instant;
  /** When the hub recorded it: our clock, so that a move to another server changes nothing. */
  readonly recordedAt: Instant;
  readonly policyVersion: string;
  readonly ruleSet: string;
  /** 128 random bits: without them whoever holds a digest could confirm a guess about a short event. */
  readonly salt: string;
  readonly enquiryId: EnquiryId | null;
  readonly subjects: readonly PersonId[];
}

/** An event as the log returned it: `stream` and `revision` name it for ever; `position` is opaque and this server's own. */
export interface Recorded<E extends DomainEvent = DomainEvent> {
  readonly event: E;
  readonly id: EventId;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly metadata: EventMetadata;
}
