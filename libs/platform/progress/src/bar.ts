import cliProgress from 'cli-progress';
import type { Drawing, Output } from './drawing.js';
import { saidOf } from './step.js';
import type { Step } from './step.js';

/** One line that is drawn over on a terminal: a bar, or counts alone where nobody knows how much there is. */
export function bar(what: string, output: Output): Drawing {
  let latest: Step = { events: 0, part: null, perSecond: null };
  const drawn = new cliProgress.SingleBar({
    stream: output,
    // Leaves room for millions of events in 80 columns.
    barsize: 20,
    // Cut at the terminal's width by the library: a terminal that was told not to wrap would stay so after a kill.
    linewrap: true,
    format: (options, { progress }) => {
      const { events, percent, speed } = saidOf(latest);
      const left = percent === null ? null : `[${cliProgress.Format.BarFormat(progress, options)}] ${percent.padStart(5)}`;
      return `${what} ${[left, events, speed].filter((each) => each !== null).join(' | ')}`;
    },
  }, cliProgress.Presets.legacy);
  return {
    every: 100,
    atOnce: true,
    draw: (step) => {
      latest = step;
      if (drawn.isActive) drawn.update(step.part ?? 0);
      else drawn.start(1, step.part ?? 0);
    },
    end: () => drawn.stop(),
  };
}
