/** How to see from outside that a child serves. */
export type ReadyCheck = { readonly kind: 'http'; readonly url: string } | { readonly kind: 'port'; readonly port: number };

/** One child process. */
export interface ChildSpec {
  /** Names its log file. */
  readonly name: string;
  /** As the user reads it: "the projector". */
  readonly label: string;
  /** A built script, by its path. */
  readonly script: string;
  readonly args?: readonly string[];
  /** All that the child is told, besides where to find programs. */
  readonly env: Readonly<Record<string, string>>;
}

/** A child that is to run for as long as the whole does. */
export interface ServiceSpec extends ChildSpec {
  readonly ready: ReadyCheck;
}
