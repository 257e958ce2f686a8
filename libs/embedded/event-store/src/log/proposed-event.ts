/**
 * A tombstone sits at the largest signed 64-bit event number on the wire. Revisions are held as
 * JavaScript numbers, so the largest exact one stands for it here.
 */
export const TOMBSTONE_REVISION = Number.MAX_SAFE_INTEGER;

/** What is known of an event before it has a place in the log. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** Where and when an event was recorded. */
export interface Placing {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly createdMs: number;
}

/** Bytes that count against the limit of one append. */
export function sizeOf(event: ProposedEvent): number {
  return event.data.length + event.metadata.length + 2 * event.type.length;
}
