import type { ExpectedRevision } from './expected-revision.js';
import type { ProposedEvent } from './recorded-event.js';

export type AppendIntent = 'append' | 'soft-delete' | 'tombstone';

export interface AppendRequest {
  readonly intent: AppendIntent;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly ProposedEvent[];
}

export type AppendOutcome =
  /** `revision` is -1 when the stream holds nothing (an empty append); an empty append has no position. */
  | { readonly kind: 'appended'; readonly revision: number; readonly position: number | undefined }
  | { readonly kind: 'wrong-version'; readonly current: number }
  | { readonly kind: 'deleted' }
  /** The append may or may not happen. */
  | { readonly kind: 'timeout' }
  /** The append may or may not have happened. */
  | { readonly kind: 'unavailable' };

export interface QueuedAppend extends AppendRequest {
  readonly giveUpAt: number;
  readonly answer: (outcome: AppendOutcome) => void;
}
