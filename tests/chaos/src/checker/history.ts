/** How an append ended for the one who asked for it. Moments are nanoseconds of the machine's monotonic clock. */
export type Ending =
  | { readonly kind: 'acknowledged'; readonly at: number; readonly revision: number }
  /** Somebody else had moved the stream on: certain, and nothing may be in the log. */
  | { readonly kind: 'refused' }
  /** Nobody knows: the client said so, or was killed before it could say anything. */
  | { readonly kind: 'unknown' };

/** One append as its client saw it, however often it was sent. */
export interface Append {
  readonly name: string;
  readonly stream: string;
  /** The exact revision that the stream had to have; -1 when it had to be new. */
  readonly expected: number;
  readonly ids: readonly string[];
  /** When it was first sent. */
  readonly invokedAt: number;
  readonly ending: Ending;
}

/** One event as it was read back, in the order of the whole log. */
export interface Entry {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly position: number;
}
