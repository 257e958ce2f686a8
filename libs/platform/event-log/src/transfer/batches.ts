import type { RawEvent } from './raw-event.js';
import { sizeOf } from './raw-event.js';

/** Events of one stream that follow each other in the log. */
export type Batch = readonly [RawEvent, ...RawEvent[]];

const mostEvents = 500;
/** Below a server's usual limit of one mebibyte for an append. */
const mostBytes = 900_000;

/**
 * Joins neighbours of one stream into appends. Only neighbours: appended one after another, the batches give the target the
 * source's order across streams too, which followers of the whole log rely on.
 */
export async function* batchesOf(events: AsyncIterable<RawEvent>): AsyncGenerator<Batch> {
  let batch: [RawEvent, ...RawEvent[]] | null = null;
  let bytes = 0;
  for await (const event of events) {
    const size = sizeOf(event);
    if (batch !== null && batch[0].stream === event.stream && batch.length < mostEvents && bytes + size <= mostBytes) {
      batch.push(event);
      bytes += size;
      continue;
    }
    if (batch !== null) yield batch;
    batch = [event];
    bytes = size;
  }
  if (batch !== null) yield batch;
}
