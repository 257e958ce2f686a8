import { randomUUID } from 'node:crypto';
import type { LogSignal } from '../log-signal.js';
import type { PlacedEvent, StoredEvent } from '../stored-event.js';

/** What a promise came to, or "unsettled" when it hung. A quiet machine needs 250 ms beyond the budget; a loaded one gets more. */
export async function outcomeOf(work: Promise<unknown>, budget: number): Promise<string> {
  const slack = 2_500;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, budget + slack, 'unsettled');
  });
  const name = (error: unknown): string => (error instanceof Error ? error.name : String(error));
  const outcome = await Promise.race([work.then(() => 'done', name), late]);
  clearTimeout(timer);
  return outcome;
}

/** New events with ids of their own. */
export const notes = (count: number): StoredEvent[] =>
  Array.from({ length: count }, (_, index) => ({ id: randomUUID(), type: 'Noted', data: { index }, metadata: { schema: 1 } }));

/** Follows until so many events have come or the following ends; answers with what came and the name of the error. */
export async function gather(batches: AsyncIterable<readonly PlacedEvent[]>, most: number, stop: AbortController): Promise<{ readonly events: PlacedEvent[]; readonly error: string | null }> {
  const events: PlacedEvent[] = [];
  try {
    for await (const batch of batches) {
      events.push(...batch);
      if (events.length >= most) stop.abort();
    }
    return { events, error: null };
  } catch (error) {
    return { events, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

/** Keeps the signals of one kind that a log gave. */
export class Heard {
  private readonly signals: LogSignal[] = [];

  readonly observe = (signal: LogSignal): void => void this.signals.push(signal);

  of<W extends LogSignal['what']>(what: W): Extract<LogSignal, { readonly what: W }>[] {
    return this.signals.filter((signal): signal is Extract<LogSignal, { readonly what: W }> => signal.what === what);
  }
}
