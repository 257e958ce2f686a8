import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { Arrivals } from './arrivals.js';

/** A call that sends what it is told to, and says once only that something is there. */
function call(): { readonly source: Readable; readonly arrivals: Arrivals<number> } {
  const source = new Readable({ objectMode: true, read: () => undefined });
  return { source, arrivals: new Arrivals<number>(source, () => Promise.resolve()) };
}
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(() => setImmediate(resolve)));

describe('what a call sends', () => {
  it('is waited for, and then taken in one go', async () => {
    const { source, arrivals } = call();
    expect(arrivals.takeAll()).toEqual([]);
    const waiting = arrivals.wait(10_000);
    for (const each of [1, 2, 3]) source.push(each);
    expect(await waiting).toBe('more');
    expect(arrivals.takeAll()).toEqual([1, 2, 3]);
  });

  it('is not missed when it comes between two waits', async () => {
    const { source, arrivals } = call();
    expect(arrivals.take()).toBeNull();
    expect(await arrivals.wait(1)).toBe('silent');
    source.push(1);
    await turn();
    expect(await arrivals.wait(50)).toBe('more');
    expect(arrivals.take()).toBe(1);
  });

  it('ends a wait by its end and by its failure, each at once', async () => {
    const ending = call();
    ending.source.push(null);
    ending.arrivals.take();
    expect(await ending.arrivals.wait(10_000)).toBe('ended');
    const failing = call();
    const waiting = failing.arrivals.wait(10_000);
    failing.source.destroy(new Error('broken'));
    await expect(waiting).rejects.toThrow('broken');
  });
});
