import type { Call } from '../history/lines.js';

/** The figures of one phase. Times are milliseconds. */
export interface Figures {
  /** Times that something was killed, stopped, paused, filled, cut or set wrong. */
  readonly faults: number;
  readonly operations: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly unknown: number;
  readonly events: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly gaps: number;
  readonly otherViolations: number;
  /** Calls that never settled although their client lived. */
  readonly unsettled: number;
  /** Calls that settled later than their deadline allows, by more than 250 ms. */
  readonly late: number;
  readonly slowestSettle: number;
  /** From each kill to the first append acknowledged after it. */
  readonly recoveries: readonly number[];
}

export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** How long after each moment (of the monotonic clock, ns) the next append was acknowledged. */
export function recoveriesAfter(moments: readonly number[], calls: readonly Call[]): number[] {
  const acknowledged = calls.flatMap(({ ending, sentAt, took }) => (ending === 'acknowledged' && took !== null ? [{ sentAt, at: sentAt + took * 1e6 }] : []))
    .sort((a, b) => a.at - b.at);
  let from = 0;
  return [...moments].sort((a, b) => a - b).flatMap((moment) => {
    while (from < acknowledged.length && (acknowledged[from]?.at ?? 0) <= moment) from += 1;
    const next = acknowledged[from];
    return next === undefined ? [] : [(next.at - moment) / 1e6];
  });
}
