import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LogDigest, RevisionGap, differencesOf } from './log-digest.js';
import type { RawEvent } from './raw-event.js';

const event = (stream: string, revision: number, change: Partial<RawEvent> = {}): RawEvent => ({
  stream, revision: BigInt(revision), id: `${stream}/${revision}`, type: 'Noted', isJson: true, data: Buffer.from('{}'), metadata: Buffer.from('{"a":1}'), ...change,
});
const digestOf = (events: readonly RawEvent[]): LogDigest => {
  const digest = new LogDigest();
  for (const each of events) digest.add(each);
  return digest;
};

describe('the digest of a log', () => {
  it('does not depend on how streams lie between each other', () => {
    const streams = fc.array(fc.constantFrom('enquiry-1', 'enquiry-2', 'person-1'), { minLength: 1, maxLength: 60 });
    fc.assert(fc.property(streams, (order) => {
      const counts = new Map<string, number>();
      const events = order.map((stream) => {
        const revision = counts.get(stream) ?? 0;
        counts.set(stream, revision + 1);
        return event(stream, revision);
      });
      const byStream = [...events].sort((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : 0));
      expect(digestOf(byStream).total()).toBe(digestOf(events).total());
    }));
  });

  it.each<[string, Partial<RawEvent>]>([
    ['id', { id: 'x' }], ['type', { type: 'x' }], ['content type', { isJson: false }], ['data', { data: Buffer.from('{ }') }],
    ['metadata', { metadata: Buffer.from('{"a":2}') }], ['bytes moved from data to metadata', { data: Buffer.from(''), metadata: Buffer.from('{}{"a":1}') }],
  ])('sees another %s', (_what, change) => {
    const [one, other] = [digestOf([event('a', 0), event('a', 1)]), digestOf([event('a', 0), event('a', 1, change)])];
    expect(one.total()).not.toBe(other.total());
    expect(differencesOf(one, other).map((each) => each.stream)).toEqual(['a']);
  });

  it('sees a stream or an event too few', () => {
    expect(differencesOf(digestOf([event('a', 0)]), digestOf([event('a', 0), event('b', 0)]))).toMatchObject([{ stream: 'b', one: null, other: { count: 1 } }]);
    expect(differencesOf(digestOf([event('a', 0), event('a', 1)]), digestOf([event('a', 0)]))).toHaveLength(1);
  });

  it('sees two events that changed places', () => {
    const [first, second] = [event('a', 0, { id: 'x' }), event('a', 1, { id: 'y' })];
    const swapped = [{ ...second, revision: 0n }, { ...first, revision: 1n }];
    expect(digestOf([first, second]).total()).not.toBe(digestOf(swapped).total());
  });

  it('refuses a stream with a gap', () => expect(() => digestOf([event('a', 0), event('a', 2)])).toThrow(RevisionGap));
});
