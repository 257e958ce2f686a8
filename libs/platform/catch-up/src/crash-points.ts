/**
 * Where a runner waits, and a process can therefore die between two steps. A suite that kills followers passes a
 * function that is called at each; services pass none.
 */
export const runnerPoints = [
  'checkpoint-read', 'checkpoint-confirmed', 'position-corrected', 'batch-received', 'batch-prepared',
  'transaction-begun', 'checkpoint-moved', 'rows-written', 'committed', 'told',
] as const;

export type RunnerPoint = typeof runnerPoints[number];

/** Called at a point before work goes on; `P` is whichever points the caller has. */
export type CrashPoint<P extends string = string> = (point: P) => void | Promise<void>;

/** What services pass. */
export const noCrash: CrashPoint = () => undefined;
