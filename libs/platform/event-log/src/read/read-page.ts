import type { EventStoreDBClient, StreamingRead } from '@eventstore/db-client';
import { StreamNotFoundError } from '@eventstore/db-client';
import type { Line } from '../connection/line.js';
import { causeOf, isRefusal, isSilence } from '../connection/causes.js';
import type { Verdict } from '../connection/patience.js';
import { persevere, TookTooLong } from '../connection/patience.js';
import { LogRefused, LogUnavailable } from '../stored-event.js';
import { Arrivals } from './arrivals.js';
import type { Resolved } from './placed-event.js';

/** Opens one read on the client given. */
export type OpenRead = (client: EventStoreDBClient) => StreamingRead<Resolved>;

/** How many events a read may have ready for us: enough that taking them costs little, few enough to hold in memory. */
export const runs = { highWaterMark: 64 } as const;

/** Everything that one bounded read answers; null when there is no such stream. Tries again until the budget is spent. */
export async function readPage(line: Line, open: OpenRead): Promise<Resolved[] | null> {
  const began = line.patience.now();
  const told = (result: 'done' | 'refused' | 'unavailable', tries: number): void =>
    line.observe({ what: 'read', result, tries, milliseconds: line.patience.now() - began });
  let tries = 1;
  try {
    const page = await persevere(line.patience, line.connection.turns, {
      attempt: (silence, left) => readOnce(line, open, silence, left),
      judge: judgeRead,
      retrying: (cause) => {
        tries += 1;
        line.observe({ what: 'retried', of: 'read', cause });
      },
      exhausted: (cause) => new LogUnavailable('The event log did not answer a read.', { cause }),
    });
    told('done', tries);
    return page;
  } catch (error) {
    if (error instanceof StreamNotFoundError) {
      told('done', tries);
      return null;
    }
    told(error instanceof LogRefused ? 'refused' : 'unavailable', tries);
    throw error;
  }
}

export function judgeRead(error: unknown): Verdict {
  if (error instanceof StreamNotFoundError) return { final: error };
  if (isRefusal(error)) return { final: new LogRefused(`The event log refused a read: ${causeOf(error)}.`, { cause: error }) };
  return { again: causeOf(error) };
}

/**
 * One try at a page. It goes on while events arrive: to begin again because the machine is slow would make it slower.
 * @param silence milliseconds without news after which it is given up
 * @param left milliseconds for all of it
 */
async function readOnce(line: Line, open: OpenRead, silence: number, left: number): Promise<Resolved[]> {
  const { now } = line.patience;
  const end = now() + left;
  let lastNews = now();
  const found: Resolved[] = [];
  for await (const some of reading(line, open, () => Math.min(lastNews + silence, end) - now())) {
    found.push(...some);
    lastNews = now();
  }
  return found;
}

/** One read as it comes in, in runs of what has arrived together; `patience` says how many milliseconds of silence are left before it is given up. */
export async function* reading(line: Line, open: OpenRead, patience: () => number): AsyncGenerator<readonly Resolved[]> {
  const { connection } = line;
  const { client } = connection;
  const began = performance.now();
  const source = open(client);
  const arrivals = new Arrivals<Resolved>(source, () => source.cancel());
  let whole = false;
  try {
    for (;;) {
      for (let some = arrivals.takeAll(); some.length > 0; some = arrivals.takeAll()) yield some;
      const left = patience();
      const pause = left > 0 ? await arrivals.wait(left) : 'silent';
      if (pause === 'silent') throw new TookTooLong('The event log went silent during a read.');
      connection.heard();
      whole = pause === 'ended';
      if (whole) return;
    }
  } catch (error) {
    if (isSilence(error)) connection.renew(client, began);
    throw error;
  } finally {
    if (!whole) arrivals.leave();
  }
}
