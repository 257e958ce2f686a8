import type { StreamMetadata } from './stream-metadata.js';
import { isSoftDeleted } from './stream-metadata.js';
import { TOMBSTONE_REVISION } from './recorded-event.js';

export type ExpectedRevision =
  | { readonly kind: 'any' }
  | { readonly kind: 'no-stream' }
  | { readonly kind: 'stream-exists' }
  | { readonly kind: 'revision'; readonly revision: number };

/** What the decision needs to know about the stream, pending writes included. */
export interface StreamState {
  /** -1 when the stream holds no event. */
  readonly last: number;
  readonly hasMetadata: boolean;
  readonly metadata: StreamMetadata;
}

export type Verdict =
  | { readonly kind: 'accept' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'wrong-version' }
  /** Accept unless every id was written to this stream before. */
  | { readonly kind: 'compare-recent-ids' }
  /** A retry if the ids found from this revision on are the same; otherwise `unlessSame` decides. */
  | { readonly kind: 'compare-ids-at'; readonly revision: number; readonly unlessSame: 'accept' | 'wrong-version' };

/** Decides in the order of a real server: the first rule that applies wins. */
export function judgeExpectedRevision(expected: ExpectedRevision, stream: StreamState): Verdict {
  if (stream.last === TOMBSTONE_REVISION) return { kind: 'deleted' };
  if (expected.kind === 'stream-exists' && isSoftDeleted(stream.metadata)) return { kind: 'deleted' };
  if (stream.last < 0) return judgeNewStream(expected, stream);
  switch (expected.kind) {
    case 'any':
    case 'stream-exists':
      return { kind: 'compare-recent-ids' };
    case 'no-stream':
      return {
        kind: 'compare-ids-at',
        revision: 0,
        unlessSame: isSoftDeleted(stream.metadata) ? 'accept' : 'wrong-version',
      };
    case 'revision':
      if (expected.revision > stream.last) return { kind: 'wrong-version' };
      if (expected.revision === stream.last) return { kind: 'accept' };
      return { kind: 'compare-ids-at', revision: expected.revision + 1, unlessSame: 'wrong-version' };
  }
}

function judgeNewStream(expected: ExpectedRevision, stream: StreamState): Verdict {
  switch (expected.kind) {
    case 'any':
    case 'no-stream':
      return { kind: 'accept' };
    case 'stream-exists':
      return { kind: stream.hasMetadata ? 'accept' : 'wrong-version' };
    case 'revision':
      return { kind: 'wrong-version' };
  }
}

export type IdComparison = 'none' | 'some' | 'all';

/** How many of the proposed ids stand, in order, where they would stand if this append were a retry. */
export function compareIds(proposed: readonly string[], found: readonly (string | undefined)[]): IdComparison {
  const first = proposed[0];
  if (first === undefined) return 'all';
  if (found[0] !== first) return 'none';
  return proposed.every((id, index) => found[index] === id) ? 'all' : 'some';
}
