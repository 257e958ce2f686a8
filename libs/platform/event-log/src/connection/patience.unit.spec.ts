import { describe, expect, it } from '@jest/globals';
import type { Patience } from './patience.js';
import { backOff, persevere } from './patience.js';
import { Turns } from './turns.js';

const chance = (value: number) => (): number => value;

/** Time that passes only while somebody pauses. */
function still(random = 0.5): { readonly patience: Patience; readonly pauses: number[] } {
  let time = 0;
  const pauses: number[] = [];
  return {
    pauses,
    patience: {
      deadline: 1_000, budget: 4_000, random: chance(random), now: () => time, pause: async (milliseconds) => {
        pauses.push(milliseconds);
        time += milliseconds;
      },
    },
  };
}

describe('the pause before the next try', () => {
  it('doubles with each failure up to two seconds', () =>
    expect([1, 2, 3, 4, 5, 6, 7, 20].map((failures) => Math.ceil(backOff(failures, chance(1 - 1e-9))))).toEqual([50, 100, 200, 400, 800, 1_600, 2_000, 2_000]));
  it('is spread by chance over the whole span, so that many who were cut off together do not come back together', () =>
    expect([0, 0.25, 0.5, 0.75].map((random) => backOff(5, chance(random)))).toEqual([25, 218.75, 412.5, 606.25]));
  it('is never nothing', () => expect(backOff(0, chance(0))).toBe(25));
});

describe('persevering', () => {
  const failing = (told: string[] = []) => ({
    attempt: (milliseconds: number) => Promise.reject(new Error(String(milliseconds))), judge: () => ({ again: 'down' }),
    retrying: (cause: string) => void told.push(cause), exhausted: (cause: unknown) => new Error('spent', { cause }),
  });

  it('answers with the first try that succeeds', async () => {
    const { patience, pauses } = still();
    const told: string[] = [];
    let tries = 0;
    const attempt = async (): Promise<string> => {
      tries += 1;
      if (tries < 4) throw new Error('not yet');
      return 'done';
    };
    expect(await persevere(patience, new Turns(1), { ...failing(told), attempt })).toBe('done');
    expect(pauses).toEqual([37.5, 62.5, 112.5]);
    expect(told).toEqual(['down', 'down', 'down']);
  });

  it('ends when the next pause would go beyond the budget', async () => {
    const { patience, pauses } = still(0.999);
    await expect(persevere(patience, new Turns(1), failing())).rejects.toThrow('spent');
    const spent = pauses.reduce((sum, each) => sum + each, 0);
    expect(spent).toBeLessThan(4_000);
    expect(spent).toBeGreaterThan(2_000);
  });

  it('gives a late try no more time than is left', async () => {
    const { patience } = still();
    const given: number[] = [];
    const attempt = async (milliseconds: number): Promise<never> => {
      given.push(milliseconds);
      await patience.pause(milliseconds);
      throw new Error('silent');
    };
    await expect(persevere(patience, new Turns(1), { ...failing(), attempt })).rejects.toThrow('spent');
    expect(given.slice(0, 3)).toEqual([1_000, 1_000, 1_000]);
    expect(given.at(-1)).toBeLessThan(1_000);
    expect(patience.now()).toBeLessThanOrEqual(4_000);
  });

  it('throws at once what another try cannot change', async () => {
    const { patience, pauses } = still();
    await expect(persevere(patience, new Turns(1), { ...failing(), judge: () => ({ final: new Error('no') }) })).rejects.toThrow('no');
    expect(pauses).toEqual([]);
  });

  it('gives its turn back, whatever happens', async () => {
    const turns = new Turns(1);
    await expect(persevere(still().patience, turns, failing())).rejects.toThrow('spent');
    expect(await turns.take(0)).toBe(true);
  });
});

describe('turns', () => {
  it('come in the order in which they were asked for', async () => {
    const turns = new Turns(1);
    const order: number[] = [];
    await turns.take(0);
    const waiting = [1, 2, 3].map(async (each) => {
      await turns.take(10_000);
      order.push(each);
      turns.end();
    });
    turns.end();
    await Promise.all(waiting);
    expect(order).toEqual([1, 2, 3]);
  });

  it('are not kept for who stopped waiting', async () => {
    const turns = new Turns(1);
    await turns.take(0);
    expect(await turns.take(1)).toBe(false);
    turns.end();
    expect(await turns.take(1)).toBe(true);
  });
});
