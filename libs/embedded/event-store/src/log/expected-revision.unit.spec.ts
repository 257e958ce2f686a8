import { describe, expect, it } from '@jest/globals';

import type { ExpectedRevision, StreamState } from './expected-revision.js';
import { compareIds, judgeExpectedRevision } from './expected-revision.js';
import { TOMBSTONE_REVISION } from './recorded-event.js';

const ANY: ExpectedRevision = { kind: 'any' };
const NO_STREAM: ExpectedRevision = { kind: 'no-stream' };
const EXISTS: ExpectedRevision = { kind: 'stream-exists' };
const at = (revision: number): ExpectedRevision => ({ kind: 'revision', revision });
const NEW: StreamState = { last: -1, hasMetadata: false, metadata: {} };
const MADE_BY_METADATA: StreamState = { ...NEW, hasMetadata: true };
const AT_FOUR: StreamState = { last: 4, hasMetadata: false, metadata: {} };
const HIDDEN: StreamState = { last: 4, hasMetadata: true, metadata: { truncateBefore: Number('9223372036854775807') } };
const ENTOMBED: StreamState = { last: TOMBSTONE_REVISION, hasMetadata: false, metadata: {} };

describe('the expected revision', () => {
  it.each([
    ['any', ANY, 'a new stream', NEW, 'accept'],
    ['no stream', NO_STREAM, 'a new stream', NEW, 'accept'],
    ['an existing stream', EXISTS, 'a new stream', NEW, 'wrong-version'],
    ['revision 0', at(0), 'a new stream', NEW, 'wrong-version'],
    ['an existing stream', EXISTS, 'a stream with metadata only', MADE_BY_METADATA, 'accept'],
    ['any', ANY, 'a tombstoned stream', ENTOMBED, 'deleted'],
    ['revision 4', at(4), 'a tombstoned stream', ENTOMBED, 'deleted'],
    ['an existing stream', EXISTS, 'a soft-deleted stream', HIDDEN, 'deleted'],
    ['revision 4', at(4), 'a soft-deleted stream', HIDDEN, 'accept'],
    ['any', ANY, 'a stream at 4', AT_FOUR, 'compare-recent-ids'],
    ['an existing stream', EXISTS, 'a stream at 4', AT_FOUR, 'compare-recent-ids'],
    ['revision 4', at(4), 'a stream at 4', AT_FOUR, 'accept'],
    ['revision 5', at(5), 'a stream at 4', AT_FOUR, 'wrong-version'],
  ] as const)('%s of %3$s is judged "%5$s"', (_e, expected, _s, stream, verdict) => {
    expect(judgeExpectedRevision(expected, stream)).toEqual({ kind: verdict });
  });

  it('below the current one may be a retry, to be compared right after it', () => {
    expect(judgeExpectedRevision(at(2), AT_FOUR)).toEqual({ kind: 'compare-ids-at', revision: 3, unlessSame: 'wrong-version' });
    expect(judgeExpectedRevision(NO_STREAM, AT_FOUR)).toEqual({ kind: 'compare-ids-at', revision: 0, unlessSame: 'wrong-version' });
  });

  it('"no stream" re-creates a soft-deleted stream', () => {
    expect(judgeExpectedRevision(NO_STREAM, HIDDEN)).toEqual({ kind: 'compare-ids-at', revision: 0, unlessSame: 'accept' });
  });
});

describe('comparing the ids of a retry', () => {
  it.each([
    [['a', 'b'], ['a', 'b'], 'all'],
    [['a', 'b'], ['a', 'c'], 'some'],
    [['a', 'b'], ['a'], 'some'],
    [['a', 'b'], ['b', 'a'], 'none'],
    [['a'], [], 'none'],
    [[], [], 'all'],
  ] as const)('%j against %j finds %s', (proposed, found, expected) => {
    expect(compareIds(proposed, found)).toBe(expected);
  });
});
