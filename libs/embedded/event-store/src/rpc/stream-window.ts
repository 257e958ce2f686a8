import type { RecordedEvent } from '../log/recorded-event.js';
import { describedStreamOf } from '../log/recorded-event.js';
import { isSoftDeleted } from '../log/stream-metadata.js';
import type { StreamHead } from '../storage/event-reader.js';

/** What the metadata of a stream leaves visible of it. */
export interface StreamWindow {
  /** Nothing before this is visible; at most one past the last event. */
  readonly firstRevision: number;
  /** Whether an event from `firstRevision` on is visible. */
  shows(event: RecordedEvent): boolean;
}

export function windowOf(stream: string, head: StreamHead, now: number): StreamWindow {
  const { truncateBefore, maxAgeSeconds } = head.metadata;
  // A metadata stream shows its last event only, whatever is asked.
  const maxCount = describedStreamOf(stream) === undefined ? head.metadata.maxCount : 1;
  const next = head.last + 1;
  const kept = Math.max(0, truncateBefore ?? 0, maxCount === undefined ? 0 : next - maxCount);
  const firstRevision = isSoftDeleted(head.metadata) ? next : Math.min(kept, next);
  if (maxAgeSeconds === undefined) return { firstRevision, shows: () => true };
  const oldest = now - maxAgeSeconds * 1000;
  return { firstRevision, shows: (event) => event.createdMs >= oldest };
}
