/**
 * What the log's client notices about itself, for metrics and log lines. Holds kinds, counts and times only: a stream
 * name or an id would make one time series for each record.
 */
export type LogSignal =
  /** An append has settled. `tries` above 1 means that it was sent again. */
  | { readonly what: 'append'; readonly result: AppendResult; readonly tries: number; readonly milliseconds: number }
  /** A try of an append ended without an answer that says what became of it; the same bytes follow. */
  | { readonly what: 'outcome unknown'; readonly cause: string }
  /** A read has settled, or one page of a longer one. */
  | { readonly what: 'read'; readonly result: 'done' | 'refused' | 'unavailable'; readonly tries: number; readonly milliseconds: number }
  | { readonly what: 'retried'; readonly of: 'append' | 'read'; readonly cause: string }
  /** A connection on which nothing came back was given up for a fresh one. */
  | { readonly what: 'connection renewed'; readonly connection: ConnectionKind }
  | { readonly what: 'subscribed'; readonly milliseconds: number }
  /** The caller of `follow` starts again from its checkpoint. `silent` is the watchdog's word. */
  | { readonly what: 'subscription lost'; readonly why: SubscriptionLoss };

export type AppendResult = 'done' | 'conflict' | 'refused' | 'unavailable';
export type ConnectionKind = 'appends' | 'reads' | 'subscriptions';
export type SubscriptionLoss = 'ended' | 'failed' | 'unconfirmed' | 'silent';

/** Told every signal. What it throws is ignored: watching must not change what is watched. */
export type Observe = (signal: LogSignal) => void;

/** An observer that cannot hurt. */
export const harmless = (observe: Observe | undefined): Observe => (signal) => {
  try {
    observe?.(signal);
  } catch {
    // Nobody is left to tell.
  }
};
