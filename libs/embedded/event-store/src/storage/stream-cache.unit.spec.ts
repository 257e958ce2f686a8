import { describe, expect, it } from '@jest/globals';

import { RecordedEvent } from '../log/recorded-event.js';
import { StreamCache } from './stream-cache.js';

/** Events of which nothing but the size matters here: 600 bytes of data weigh a little under 1,000 in the cache. */
const events = (stream: string, from: number, count: number, bytes = 10): RecordedEvent[] =>
  Array.from({ length: count }, (_, index) =>
    RecordedEvent.record(
      { id: '6f1c1f4e-0000-4000-8000-000000000001', type: 't', isJson: true, data: Buffer.alloc(bytes), metadata: Buffer.alloc(0) },
      { position: from + index + 1, stream, revision: from + index, createdMs: 0 },
    ),
  );
const revisions = (page: readonly RecordedEvent[] | undefined): number[] | undefined => page?.map((event) => event.revision);

describe('the cache of stream beginnings', () => {
  it('gives a page only when all of it is known', () => {
    const cache = new StreamCache();
    cache.learn('a', 0, events('a', 0, 5));
    expect(revisions(cache.page('a', 1, 3))).toEqual([1, 2, 3]);
    expect(cache.page('a', 3, 3)).toBeUndefined();
    expect(cache.page('b', 0, 1)).toBeUndefined();
  });

  it('grows by pages that continue what it knows and ignores those that leave a gap', () => {
    const cache = new StreamCache();
    cache.learn('a', 0, events('a', 0, 3));
    cache.learn('a', 7, events('a', 7, 2));
    expect(cache.page('a', 0, 4)).toBeUndefined();
    cache.learn('a', 2, events('a', 2, 4));
    expect(revisions(cache.page('a', 0, 6))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('does not begin in the middle of a stream', () => {
    const cache = new StreamCache();
    cache.learn('a', 5, events('a', 5, 3));
    expect(cache.page('a', 5, 1)).toBeUndefined();
  });

  it('drops the stream read longest ago when it is full', () => {
    const cache = new StreamCache(10_000);
    for (const stream of ['a', 'b', 'c']) cache.learn(stream, 0, events(stream, 0, 3, 600));
    expect(revisions(cache.page('a', 0, 1))).toEqual([0]);
    cache.learn('d', 0, events('d', 0, 3, 600));
    expect(cache.page('b', 0, 1)).toBeUndefined();
    expect(revisions(cache.page('a', 0, 1))).toEqual([0]);
    expect(revisions(cache.page('d', 0, 3))).toEqual([0, 1, 2]);
  });

  it('keeps at most half of its room for one stream', () => {
    const cache = new StreamCache(10_000);
    cache.learn('a', 0, events('a', 0, 20, 600));
    expect(revisions(cache.page('a', 0, 5))).toEqual([0, 1, 2, 3, 4]);
    expect(cache.page('a', 0, 6)).toBeUndefined();
  });
});
