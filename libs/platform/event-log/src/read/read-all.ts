import type { AllStreamResolvedEvent, StreamingRead } from '@eventstore/db-client';
import { BACKWARDS, END, FORWARDS, START } from '@eventstore/db-client';
import type { Line } from '../connection/line.js';
import { backOff } from '../connection/patience.js';
import type { PlacedEvent } from '../stored-event.js';
import { LogUnavailable } from '../stored-event.js';
import { placedEvent, positionOf } from './placed-event.js';
import type { Resolved } from './placed-event.js';
import { judgeRead, reading, readPage, runs } from './read-page.js';

const everything = Number.MAX_SAFE_INTEGER;

/** A read of the whole log forwards; the server begins with the event *at* the position. */
export const readAllFrom = (line: Line, position: bigint | null, most = everything) =>
  (client: Line['connection']['client']): StreamingRead<AllStreamResolvedEvent> => client.readAll({
    direction: FORWARDS, fromPosition: position === null ? START : { commit: position, prepare: position }, maxCount: most,
    credentials: line.credentials, requiresLeader: true,
  }, runs);

export const isSystem = (stream: string): boolean => stream.startsWith('$');

/**
 * Everything in order from after `position` to the end as it is then. A read that breaks off goes on from where it was,
 * so the caller sees each event once; only when nothing arrives for the whole budget does it fail. The time that the
 * caller takes over an event does not count.
 */
export async function* readAll(line: Line, position: bigint | null): AsyncGenerator<PlacedEvent> {
  const { patience } = line;
  let at = position;
  let failures = 0;
  let lastNews = patience.now();
  const news = (): void => {
    failures = 0;
    lastNews = patience.now();
  };
  /** The event, unless it was given before the read broke off, or is the server's own. */
  const unseen = (resolved: Resolved): PlacedEvent | null => {
    if (at !== null && positionOf(resolved) <= at) return null;
    at = positionOf(resolved);
    const event = placedEvent(resolved);
    return event && !isSystem(event.stream) ? event : null;
  };
  const timeLeft = (): number => Math.min(patience.deadline, lastNews + patience.budget - patience.now());
  for (;;) {
    try {
      for await (const some of reading(line, readAllFrom(line, at), timeLeft)) {
        yield* some.flatMap((resolved) => unseen(resolved) ?? []);
        news();
      }
      return;
    } catch (error) {
      const verdict = judgeRead(error);
      if ('final' in verdict) throw verdict.final;
      failures += 1;
      const wait = backOff(failures, patience.random);
      if (patience.now() + wait >= lastNews + patience.budget) throw new LogUnavailable('The event log broke off a read.', { cause: error });
      await patience.pause(wait);
      line.observe({ what: 'retried', of: 'read', cause: verdict.again });
    }
  }
}

/** Sizes of the reads for the newest event: nearly always the first will do, unless the server has just written of itself. */
const looks = [1, 50, 1_000] as const;

/** The newest event of all that is not the server's own, or null in an empty log. */
export async function head(line: Line): Promise<PlacedEvent | null> {
  for (const most of looks) {
    const newest: readonly Resolved[] = await readPage(line, (client) => client.readAll({
      direction: BACKWARDS, fromPosition: END, maxCount: most, credentials: line.credentials, requiresLeader: true,
    })) ?? [];
    const found = newest.map(placedEvent).find((event) => event !== null && !isSystem(event.stream));
    if (found || newest.length < most) return found ?? null;
  }
  return null;
}
