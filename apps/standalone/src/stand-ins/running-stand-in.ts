export interface RunningStandIn {
  /** One line that tells the address. */
  readonly readyLine: string;
  stop(): Promise<void>;
}
