import { describe, expect, it } from '@jest/globals';
import { keepRunning } from './run-service.js';

/** Runs work that fails as often as told, in time that passes only while somebody pauses. */
async function pausesOf(failures: number, random: number, lasting = 0): Promise<number[]> {
  const stopping = new AbortController();
  const pauses: number[] = [];
  let time = 0;
  await keepRunning(() => undefined, 'following', stopping.signal, async () => {
    if (pauses.length === failures) stopping.abort();
    time += lasting;
    throw new Error('lost');
  }, { now: () => time, random: () => random, pause: async (milliseconds) => void pauses.push(milliseconds) });
  return pauses;
}

describe('work that is kept running', () => {
  it('begins again after pauses that grow up to two seconds', async () =>
    expect((await pausesOf(8, 0.999_999)).map(Math.round)).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000]));
  it('is spread by chance, so that followers of one log do not come back together', async () =>
    expect((await pausesOf(3, 0)).map(Math.round)).toEqual([25, 25, 25]));
  it('counts from the beginning after it had recovered', async () =>
    expect((await pausesOf(4, 0.999_999, 31_000)).map(Math.round)).toEqual([100, 100, 100, 100]));
  it('ends at once when it is told to during a pause', async () => {
    const stopping = new AbortController();
    let runs = 0;
    const running = keepRunning(() => undefined, 'following', stopping.signal, async () => {
      runs += 1;
      queueMicrotask(() => stopping.abort());
      throw new Error('lost');
    });
    await running;
    expect(runs).toBe(1);
  });
});
