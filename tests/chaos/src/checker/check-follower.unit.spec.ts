import { describe, expect, it } from '@jest/globals';
import { checkFollower } from './check-follower.js';
import type { Entry } from './history.js';

const log: readonly Entry[] = Array.from({ length: 6 }, (_, n) => ({ stream: `enquiry-${n % 2}`, revision: n >> 1, id: `id-${n}`, position: 5 * n }));
const kindsOf = (received: readonly Entry[]): string[] => checkFollower('follower 1', received, log).map(({ kind }) => kind);
const [a, b, c, d, e, f] = log as [Entry, Entry, Entry, Entry, Entry, Entry];

describe('the checker of a follower', () => {
  it('passes the very sequence of the log', () => {
    expect(kindsOf(log)).toEqual([]);
  });

  it('refuses an event that was skipped', () => {
    expect(kindsOf([a, b, d, e, f])).toEqual(['follower-missed']);
  });

  it('refuses an end before the log\'s', () => {
    expect(kindsOf([a, b, c])).toEqual(['follower-missed']);
  });

  it('refuses an event that came twice', () => {
    expect(kindsOf([a, b, b, c, d, e, f])).toEqual(['follower-repeated']);
  });

  it('refuses another order', () => {
    expect(kindsOf([b, a, c, d, e, f])).toEqual(['follower-missed']);
  });

  it('refuses an event that is not in the log', () => {
    expect(kindsOf([...log, { stream: 'enquiry-9', revision: 0, id: 'id-9', position: 99 }])).toEqual(['follower-differs']);
  });
});
