import { describe, expect, it } from '@jest/globals';
import { GuessThrottle } from './guess-throttle.js';

const rule = { failureFactor: 3, waitIncrementSeconds: 60, maxFailureWaitSeconds: 100 };

function throttle() {
  const clock = { now: 0 };
  const guesses = new GuessThrottle(rule, () => clock.now);
  const fail = (times: number): void => {
    for (let time = 0; time < times; time += 1) guesses.failed('amara');
  };
  return { clock, guesses, fail };
}

describe('the throttle of guesses', () => {
  it('lets a person mistype a few times', () => {
    const { guesses, fail } = throttle();
    fail(2);
    expect(guesses.blocked('amara')).toBe(false);
  });

  it('makes a name wait after too many guesses, and no other name', () => {
    const { guesses, fail } = throttle();
    fail(3);
    expect([guesses.blocked('amara'), guesses.blocked('noor')]).toEqual([true, false]);
  });

  it('ends the wait with time', () => {
    const { clock, guesses, fail } = throttle();
    fail(3);
    clock.now = 60_000;
    expect(guesses.blocked('amara')).toBe(false);
  });

  it('waits longer for the next round, up to the longest wait', () => {
    const { clock, guesses, fail } = throttle();
    fail(30);
    clock.now = 99_999;
    expect(guesses.blocked('amara')).toBe(true);
    clock.now = 100_000;
    expect(guesses.blocked('amara')).toBe(false);
  });

  it('forgets the count after the right password', () => {
    const { guesses, fail } = throttle();
    fail(2);
    guesses.succeeded('amara');
    fail(1);
    expect(guesses.blocked('amara')).toBe(false);
  });
});
