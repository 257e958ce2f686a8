/** How far work has come at one moment. */
export interface Step {
  readonly events: number;
  /** From 0 to 1; null where nobody knows how much there is. */
  readonly part: number | null;
  /** Null until there is something to divide by. */
  readonly perSecond: number | null;
}

/** Makes steps of what work reports, and when (in milliseconds). */
export function stepper(): (at: number, events: number, part: number | null) => Step {
  let first: { readonly events: number; readonly at: number } | null = null;
  return (at, events, part) => {
    // Speed counts from the first report: work that goes on where it was stopped did the former part in another run.
    first ??= { events, at };
    const passed = at - first.at;
    return { events, part: part === null ? null : atMostAll(part), perSecond: passed > 0 ? ((events - first.events) * 1_000) / passed : null };
  };
}

/** More may have come in than was counted at the start. Nothing of nothing (not a number) is all of it. */
const atMostAll = (part: number): number => (Number.isNaN(part) ? 1 : Math.max(0, Math.min(1, part)));

const inWords = (count: number): string => Math.round(count).toLocaleString('en-GB');

/** What a step has to say, in the order in which it is shown. */
export function saidOf({ events, part, perSecond }: Step): { readonly percent: string | null; readonly events: string; readonly speed: string | null } {
  return {
    // Rounded down: what is nearly done is not done.
    percent: part === null ? null : `${Math.floor(part * 100)} %`,
    events: `${inWords(events)} events`,
    speed: perSecond === null ? null : `${inWords(perSecond)} a second`,
  };
}
