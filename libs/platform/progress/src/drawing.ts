import type { Step } from './step.js';

/** A stream, and whether it is a terminal, as `process.stdout` and `process.stderr` say it of themselves. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean };

/** One way to show steps. */
export interface Drawing {
  /** Milliseconds between two drawings. */
  readonly every: number;
  /** Whether the very first step is drawn, or only one that came after the first pause. */
  readonly atOnce: boolean;
  draw(step: Step): void;
  /** Leaves the output so that what is written next stands on a line of its own. */
  end(): void;
}
