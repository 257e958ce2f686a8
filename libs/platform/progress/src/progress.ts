import { bar } from './bar.js';
import type { Output } from './drawing.js';
import { lines } from './lines.js';
import { stepper } from './step.js';
import type { Step } from './step.js';

/** Where progress is shown, and by which clock. */
export interface Display {
  readonly output: Output;
  /** Milliseconds, growing. */
  now(): number;
}

/** What work reports to. */
export interface Progress {
  /** @param part how much is done, from 0 to 1; null where nobody knows how much there is */
  at(events: number, part: number | null): void;
}

/**
 * Runs work with a display that ends with it, come what may: a bar on a terminal, elsewhere a plain line every ten seconds and
 * one of where it ended. Work that reports nothing shows nothing.
 * @param what is being done, as the display says it: "Copying"
 */
export async function withProgress<T>(what: string, display: Display, work: (progress: Progress) => Promise<T>): Promise<T> {
  const shown = show(what, display);
  try {
    return await work(shown);
  } finally {
    shown.end();
  }
}

function show(what: string, { output, now }: Display): Progress & { end(): void } {
  const drawing = output.isTTY === true ? bar(what, output) : lines(what, output);
  const stepAt = stepper();
  let drawn = drawing.atOnce ? Number.NEGATIVE_INFINITY : now();
  let undrawn: Step | null = null;
  let ended = false;
  return {
    at: (events, part) => {
      // A part of the work that outlives it has nowhere to say so.
      if (ended) return;
      const time = now();
      undrawn = stepAt(time, events, part);
      if (time - drawn < drawing.every) return;
      drawn = time;
      drawing.draw(undrawn);
      undrawn = null;
    },
    end: () => {
      ended = true;
      if (undrawn !== null) drawing.draw(undrawn);
      drawing.end();
    },
  };
}
