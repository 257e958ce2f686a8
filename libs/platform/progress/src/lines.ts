import type { Drawing, Output } from './drawing.js';
import { saidOf } from './step.js';

/** A plain line now and then, so that a log file stays readable. */
export function lines(what: string, output: Output): Drawing {
  return {
    every: 10_000,
    atOnce: false,
    draw: (step) => {
      const { events, percent, speed } = saidOf(step);
      output.write(`${what}: ${[events, percent, speed].filter((each) => each !== null).join(', ')}\n`);
    },
    end: () => undefined,
  };
}
