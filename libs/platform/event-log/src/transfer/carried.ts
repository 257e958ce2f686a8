import type { RawEvent } from './raw-event.js';

const metadataOf = '$$';

/**
 * Whether a stream goes along: the domain's streams, and the metadata streams (`$$name`) of those. What else begins with
 * `$` is the server's own: statistics, settings, users, streams that a projection made of events that go along anyway.
 */
export function isCarried(stream: string): boolean {
  return stream.startsWith(metadataOf) ? !stream.startsWith('$', metadataOf.length) : !stream.startsWith('$');
}

/** The part of a stream's name before its first dash: `enquiry` for `enquiry-…`, `$$enquiry` for its metadata stream. */
export const categoryOf = (stream: string): string => stream.split('-', 1)[0] ?? stream;

const tombstone = '$streamDeleted';

/** A tombstone closes a stream for ever; it is written by the server alone, so it cannot be appended anywhere. */
export const isTombstone = (event: RawEvent): boolean => event.type === tombstone;
