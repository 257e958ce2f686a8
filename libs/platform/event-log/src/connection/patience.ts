import type { Turns } from './turns.js';

/** How long to try, and how to wait in between. Time and chance are given, so that a test can hold them still. */
export interface Patience {
  /** Milliseconds after which one try is given up. */
  readonly deadline: number;
  /** Milliseconds after which there are no more tries. */
  readonly budget: number;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  /** From 0 up to, but not including, 1. */
  readonly random: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

const shortest = 25;
const longest = 2_000;

/**
 * How long to wait before the next try: doubling, capped, and spread by chance, so that clients that were cut off
 * together do not come back together.
 */
export function backOff(failures: number, random: () => number): number {
  const span = Math.min(longest, shortest * 2 ** failures);
  return shortest + random() * (span - shortest);
}

/** What a try that failed comes to: try again, or throw what the error says. */
export type Verdict = { readonly again: string } | { readonly final: Error };

/**
 * One piece of work with its tries. `attempt` is given the milliseconds after which nothing having come back ends it, and
 * those that are left of the budget, for work that comes back in parts.
 */
export interface Perseverance<T> {
  attempt(milliseconds: number, left: number): Promise<T>;
  judge(error: unknown): Verdict;
  /** Told before each further try. */
  retrying(cause: string): void;
  /** What is thrown when the budget is spent. */
  exhausted(cause: unknown): Error;
}

/** Waits for its turn, then tries until one try settles it or the budget, which both share, is spent. */
export async function persevere<T>(patience: Patience, turns: Turns, work: Perseverance<T>): Promise<T> {
  const end = patience.now() + patience.budget;
  if (!await turns.take(patience.budget)) throw work.exhausted(new TookTooLong('Too many others were waiting.'));
  try {
    return await keepTrying(patience, end, work);
  } finally {
    turns.end();
  }
}

async function keepTrying<T>(patience: Patience, end: number, work: Perseverance<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      const left = Math.max(1, end - patience.now());
      return await work.attempt(Math.min(patience.deadline, left), left);
    } catch (error) {
      const verdict = work.judge(error);
      if ('final' in verdict) throw verdict.final;
      const wait = backOff(tries, patience.random);
      if (patience.now() + wait >= end) throw work.exhausted(error);
      await patience.pause(wait);
      work.retrying(verdict.again);
    }
  }
}

/** Did not settle in time. What it was waiting for may still happen. */
export class TookTooLong extends Error {
  override readonly name = 'TookTooLong';
}

/** @throws TookTooLong when the work has not settled after so many milliseconds; the work itself cannot be stopped */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong('Nothing came back in time.')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
