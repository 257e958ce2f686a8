import { isCarried } from './carried.js';
import { TransferRefused } from './errors.js';
import { eventsIn, requireWholeFile } from './log-file-reading.js';
import type { EventName, RawEvent } from './raw-event.js';
import type { RawLog } from './raw-log.js';

/** Where events come from. */
export interface Source {
  /** For messages. */
  readonly name: string;
  /**
   * Every event in order, from after the one named.
   * @throws TransferRefused when the source does not hold it
   */
  events(after: EventName | null): AsyncIterable<RawEvent>;
  /** How much of the source lies before an event it just gave, from 0 to 1. */
  progress(): number;
}

/** A server's log up to an event that was its newest at some moment, so that a log that goes on growing has an end. */
export function serverSource(log: RawLog, until: bigint): Source {
  let reached = 0n;
  return {
    name: log.place,
    async *events(after) {
      const place = after === null ? null : await log.find(after);
      if (after !== null && place === null) throw notHeld(log.place, after);
      for await (const event of log.all(place?.position ?? null, until)) {
        reached = event.position;
        yield event;
      }
    },
    progress: () => (until === 0n ? 1 : Number(reached) / Number(until)),
  };
}

/** An export file; it is read through once before its first event is given, so that nothing of a damaged one is used. */
export async function fileSource(path: string): Promise<Source> {
  const total = await requireWholeFile(path);
  let reached = 0;
  return {
    name: path,
    async *events(after) {
      let found = after === null;
      reached = 0;
      for await (const event of eventsIn(path)) {
        reached += 1;
        if (found) yield event;
        else found = after !== null && event.stream === after.stream && event.revision === after.revision && event.id === after.id;
      }
      if (!found && after !== null) throw notHeld(path, after);
    },
    progress: () => (total === 0 ? 1 : reached / total),
  };
}

const notHeld = (place: string, { stream, revision }: EventName): TransferRefused => new TransferRefused(
  `${place} does not hold the event that the checkpoint names (revision ${revision} of ${stream}): the checkpoint belongs to another log. ` +
    'Name the right one, or remove it to begin from the first event; what is in place already is found and left.');

/** How many events were left out, by category of their stream. */
export type LeftOut = Map<string, number>;

/** Only the events that go along, the others counted. */
export async function* carriedOf(events: AsyncIterable<RawEvent>, leftOut: LeftOut): AsyncGenerator<RawEvent> {
  for await (const event of events) {
    if (isCarried(event.stream)) yield event;
    else {
      const kind = event.stream.split('-', 1)[0] ?? event.stream;
      leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1);
    }
  }
}
