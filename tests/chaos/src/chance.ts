import { createHash } from 'node:crypto';

/** Chance that a seed decides, so that a run can be repeated. */
export interface Chance {
  /** From 0 to under 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/**
 * Chance for one purpose. Naming the purpose keeps draws apart: one more draw in one phase, or by one worker, moves
 * nothing in another.
 */
export function chanceOf(seed: number, purpose: string): Chance {
  let state = createHash('sha256').update(`${seed}\n${purpose}`).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { next, between, pick: (from) => from[between(0, from.length - 1)] ?? from[0] };
}
