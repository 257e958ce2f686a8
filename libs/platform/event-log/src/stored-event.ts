/** An event as bytes know it: JSON in, JSON out. What it means is the journal's business. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** A stored event with its place: stream and revision are for ever, position is this server's own. */
export interface PlacedEvent extends StoredEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
}

/** The revision a stream must have for an append to go through. There is deliberately no "any". */
export type ExpectedRevision = bigint | 'none';

/** Where an append ended up: the last event's revision, and its position on this server. */
export interface Appended {
  readonly revision: bigint;
  readonly position: bigint;
}

/** Somebody else appended first: read again, decide again. */
export class WrongRevision extends Error {
  override readonly name = 'WrongRevision';
}

/** The log cannot be reached, or an append's outcome stayed unknown. Nothing may be answered as done. */
export class LogUnavailable extends Error {
  override readonly name = 'LogUnavailable';
}

/** The log answered no, and would again: too large, not permitted, deleted. Nothing was appended. */
export class LogRefused extends Error {
  override readonly name = 'LogRefused';
}

/** A stream holds more events than one read may gather in memory. */
export class StreamTooLong extends Error {
  override readonly name = 'StreamTooLong';
}
