import type { RecordedEvent } from '../log/recorded-event.js';
import { describedStreamOf } from '../log/recorded-event.js';
import type { StreamHead } from '../storage/event-reader.js';

/** What the metadata of a stream leaves visible of it. */
export interface StreamWindow {
  readonly firstRevision: number;
  shows(event: RecordedEvent): boolean;
}

export function windowOf(stream: string, head: StreamHead, now: number): StreamWindow {
  const { truncateBefore, maxAgeSeconds } = head.metadata;
  // A metadata stream shows its last event only, whatever is asked.
  const maxCount = describedStreamOf(stream) === undefined ? head.metadata.maxCount : 1;
  const firstRevision = Math.max(0, truncateBefore ?? 0, maxCount === undefined ? 0 : head.last - maxCount + 1);
  const oldest = maxAgeSeconds === undefined ? 0 : now - maxAgeSeconds * 1000;
  return {
    firstRevision,
    shows: (event) => event.revision >= firstRevision && event.createdMs >= oldest,
  };
}
