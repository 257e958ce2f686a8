import { isFollowed } from '@mash/event-log';
import type { Journal, PlacedEvent } from '@mash/event-log';
import type { AnyView, DomainEvent, EventId, Instant, Recorded } from '@mash/kernel';
import { ViewMap } from '@mash/kernel';

/** Every view as it stood after a prefix of the log. */
export interface Replayed {
  readonly maps: ReadonlyMap<string, ViewMap<DomainEvent, unknown>>;
  /** The last event of the prefix; null when nothing was folded. */
  readonly last: { readonly id: EventId; readonly recordedAt: Instant } | null;
  readonly events: number;
  /** False when the log ended before the event that should have ended the prefix. */
  readonly complete: boolean;
}

/**
 * Folds a prefix of the log into views held in memory, with the same pure functions that the projector drives on SQL.
 * @param through the event that ends the prefix, itself included; null for everything there is
 */
export async function replayViews(
  events: AsyncIterable<Recorded> | Iterable<Recorded>, views: readonly AnyView[], through: EventId | null,
): Promise<Replayed> {
  const maps = new Map<string, ViewMap<DomainEvent, unknown>>(views.map((view) => [view.name, new ViewMap<DomainEvent, unknown>(view)]));
  let last: Replayed['last'] = null;
  let count = 0;
  for await (const recorded of events) {
    for (const map of maps.values()) map.apply(recorded);
    last = { id: recorded.id, recordedAt: recorded.metadata.recordedAt };
    count += 1;
    if (recorded.id === through) return { maps, last, events: count, complete: true };
  }
  return { maps, last, events: count, complete: through === null };
}

/** What opens a batch of sealed events, with whichever keys its journal may use. */
export type Opens = Pick<Journal, 'opened'>;

const batchSize = 1_000;

/** The domain's events, opened batch by batch; records of reads are left out, as followers leave them out. */
export async function* opened(events: AsyncIterable<PlacedEvent>, journal: Opens): AsyncGenerator<Recorded> {
  let batch: PlacedEvent[] = [];
  for await (const event of events) {
    if (!isFollowed(event.stream)) continue;
    batch.push(event);
    if (batch.length < batchSize) continue;
    yield* await journal.opened(batch);
    batch = [];
  }
  yield* await journal.opened(batch);
}
