/** The ways in which a log can break its word. */
export const kinds = [
  'lost', 'misplaced', 'duplicated', 'gap', 'split', 'foreign', 'refused-but-written', 'misreported', 'positions-not-rising', 'out-of-time-order',
  'follower-missed', 'follower-repeated', 'follower-differs',
] as const;
export type Kind = (typeof kinds)[number];

export interface Violation {
  readonly kind: Kind;
  /** What was found, in a sentence that names the stream and the append. */
  readonly detail: string;
}
