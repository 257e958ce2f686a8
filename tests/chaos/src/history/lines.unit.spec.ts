import { describe, expect, it } from '@jest/globals';
import { recoveriesAfter } from '../report/figures.js';
import { understand } from './lines.js';
import type { Line } from './lines.js';

const sends = (append: string, at: number, count = 2): Line => ({ does: 'sends', append, at, stream: 'enquiry-a', expected: -1, count });

describe('a writer\'s history', () => {
  it('dates an append from its first sending, however often it was sent', () => {
    const { appends, calls } = understand('1', [
      sends('w.0.0', 1e6), { does: 'unknown', append: 'w.0.0', at: 3e6, because: 'LogUnavailable' },
      sends('w.0.0', 4e6), { does: 'acknowledged', append: 'w.0.0', at: 9e6, revision: 1 },
    ]);
    expect(appends).toMatchObject([{ invokedAt: 1e6, ending: { kind: 'acknowledged', at: 9e6, revision: 1 } }]);
    expect(calls.map(({ ending, took }) => [ending, took])).toEqual([['unknown', 2], ['acknowledged', 5]]);
  });

  it('leaves an append open that was never answered: neither acknowledged nor settled', () => {
    const { appends, calls } = understand('1', [sends('w.0.0', 1)]);
    expect(appends).toMatchObject([{ ending: { kind: 'unknown' } }]);
    expect(calls).toMatchObject([{ ending: 'open', took: null }]);
  });

  it('counts a call as open that a killed writer sent, beside the one that the next life sent again', () => {
    const { calls } = understand('1', [sends('w.0.0', 1), sends('w.0.0', 2), { does: 'acknowledged', append: 'w.0.0', at: 3, revision: 1 }]);
    expect(calls.map(({ ending }) => ending)).toEqual(['open', 'acknowledged']);
  });

  it('gives an append the same ids in every life', () => {
    const [once] = understand('1', [sends('w.0.0', 1)]).appends;
    const [again] = understand('1', [sends('w.0.0', 5)]).appends;
    const [other] = understand('1', [sends('w.0.1', 1)]).appends;
    expect(once?.ids).toHaveLength(2);
    expect(again?.ids).toEqual(once?.ids);
    expect(other?.ids).not.toEqual(once?.ids);
  });

  it('tells the time from each kill to the next acknowledged append', () => {
    const calls = [2e6, 8e6].map((sentAt) => ({ append: 'a', sentAt, took: 1, ending: 'acknowledged' as const }));
    expect(recoveriesAfter([1e6, 5e6, 20e6], calls)).toEqual([2, 4]);
  });
});
