import { describe, expect, it } from '@jest/globals';

import { FairShare } from './fair-share.js';

describe('a fair share of the time', () => {
  it('gives everybody else a turn when it is spent, again and again', async () => {
    let turns = 0;
    let going = true;
    const others = (): void => {
      turns += 1;
      if (going) setImmediate(others);
    };
    setImmediate(others);
    const share = new FairShare();
    const until = performance.now() + 100;
    while (performance.now() < until) {
      const spent = share.spent();
      if (spent !== undefined) await spent;
    }
    going = false;
    expect(turns).toBeGreaterThan(3);
  });

  it('costs no turn before it is spent', () => {
    expect(new FairShare().spent()).toBeUndefined();
  });
});
