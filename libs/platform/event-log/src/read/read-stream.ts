import { FORWARDS } from '@eventstore/db-client';
import type { Line } from '../connection/line.js';
import type { PlacedEvent } from '../stored-event.js';
import { StreamTooLong } from '../stored-event.js';
import { placedEvent } from './placed-event.js';
import type { Resolved } from './placed-event.js';
import { readPage, runs } from './read-page.js';

/** Nearly every stream comes in one call; a page bounds what one answer puts into memory. */
const pageSize = 4_000;

/** A stream is one aggregate or one run of the hub, rotated at 100,000 events: more than this is a mistake, not a stream. */
const longest = 200_000;

/** Events of a stream from a revision on, oldest first, at most so many; empty when there is no such stream. */
export async function readSome(line: Line, stream: string, from: bigint, most: number): Promise<PlacedEvent[]> {
  return (await pageOf(line, stream, from, most)).flatMap((resolved) => placedEvent(resolved) ?? []);
}

/** A whole stream from a revision on. @throws StreamTooLong rather than fill the memory */
export async function readStream(line: Line, stream: string, from: bigint): Promise<PlacedEvent[]> {
  const events: PlacedEvent[] = [];
  for (let next = from; ;) {
    const page = await pageOf(line, stream, next, pageSize);
    for (const resolved of page) {
      const event = placedEvent(resolved);
      if (event) events.push(event);
    }
    if (events.length > longest) throw new StreamTooLong(`A stream holds more than ${longest} events: it cannot be read as one.`);
    const last = page.at(-1)?.event ?? page.at(-1)?.link;
    if (page.length < pageSize || !last) return events;
    next = last.revision + 1n;
  }
}

async function pageOf(line: Line, stream: string, from: bigint, most: number): Promise<Resolved[]> {
  return await readPage(line, (client) => client.readStream(stream, {
    direction: FORWARDS, fromRevision: from, maxCount: most, credentials: line.credentials, requiresLeader: true,
  }, runs)) ?? [];
}
