/** An event as the server keeps it: data and metadata are its bytes, neither parsed nor written anew. */
export interface RawEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  /** Two content types exist on the server: JSON, and everything else. */
  readonly isJson: boolean;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

/** A raw event with what one server says of it: neither the position nor `created` goes with it to another. */
export interface RecordedRawEvent extends RawEvent {
  readonly position: bigint;
  /** The server's clock at the append, ISO UTC. */
  readonly created: string;
}

/** Names one event on every server that holds it. */
export interface EventName {
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
}

/** Bytes that count against a server's limit for one append. */
export const sizeOf = (event: RawEvent): number => event.data.length + event.metadata.length + 2 * event.type.length;

/** What two servers must agree on. Null when they do, else the first thing in which they differ. */
export function differenceOf(one: RawEvent, other: RawEvent): string | null {
  if (one.id !== other.id) return 'event id';
  if (one.type !== other.type) return 'type';
  if (one.isJson !== other.isJson) return 'content type';
  if (!one.data.equals(other.data)) return 'data';
  if (!one.metadata.equals(other.metadata)) return 'metadata';
  return null;
}
