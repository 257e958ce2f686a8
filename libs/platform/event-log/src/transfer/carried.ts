import { Uncarriable } from './errors.js';
import type { RawEvent } from './raw-event.js';

const metadataPrefix = '$$';

/** Whether a stream holds another's metadata. The server shows only its last event to who reads it on its own. */
export const isMetadata = (stream: string): boolean => stream.startsWith(metadataPrefix);

/** The stream that holds a stream's metadata. */
export const metadataOf = (stream: string): string => `${metadataPrefix}${stream}`;

/**
 * Whether a stream goes along: the domain's streams, and the metadata streams (`$$name`) of those. What else begins with
 * `$` is the server's own: statistics, settings, users, streams that a projection made of events that go along anyway.
 */
export function isCarried(stream: string): boolean {
  return isMetadata(stream) ? !stream.startsWith('$', metadataPrefix.length) : !stream.startsWith('$');
}

/** The part of a stream's name before its first dash: `enquiry` for `enquiry-…`, `$$enquiry` for its metadata stream. */
export const categoryOf = (stream: string): string => stream.split('-', 1)[0] ?? stream;

const tombstone = '$streamDeleted';

/** A tombstone closes a stream for ever; it is written by the server alone, so it cannot be appended anywhere. */
export const isTombstone = (event: RawEvent): boolean => event.type === tombstone;

/** @throws Uncarriable when the event is a tombstone */
export function requireNoTombstone(event: RawEvent): void {
  if (!isTombstone(event)) return;
  throw new Uncarriable(`Stream ${event.stream} was deleted for ever on the source. Only a server can write that mark, so this log cannot be carried over as it is.`);
}
