import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceSpec } from './child-spec.js';
import { isReady } from './is-ready.js';
import { ended } from './run-once.js';
import { lastWords, spawnChild } from './spawn-child.js';

/** How patient the supervisor is; tests are less so. */
export interface Patience {
  readonly firstRestartAfter: number;
  readonly longestRestartAfter: number;
  /** A child that lasted this long has recovered, and its next fall starts a new count. */
  readonly steadyAfter: number;
  /** Falls in a row before a child that never served is given up. */
  readonly attemptsToStart: number;
  readonly startWithin: number;
  readonly stopWithin: number;
}

export const PATIENCE: Patience = {
  firstRestartAfter: 500,
  longestRestartAfter: 30_000,
  steadyAfter: 60_000,
  attemptsToStart: 3,
  startWithin: 120_000,
  stopWithin: 15_000,
};

export interface SupervisedService {
  readonly spec: ServiceSpec;
  /** Resolves when it serves for the first time; rejects when it cannot be brought to serve. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** Runs a child until it is told to stop: one that falls over is started again, ever more slowly. */
export function supervise(spec: ServiceSpec, logDir: string, say: (line: string) => void, patience: Patience = PATIENCE): SupervisedService {
  const run: Run = { spec, logDir, say, patience, stopping: new AbortController(), child: undefined, served: false };
  let loop: Promise<void> = Promise.resolve();
  const ready = new Promise<void>((resolve, reject) => {
    loop = keepRunning(run, reject);
    becomeReady(run).then(resolve, reject);
  });
  // Whoever waits for it hears of a failure; a failure that nobody waits for must not end us.
  ready.catch(() => undefined);

  const stop = async (): Promise<void> => {
    run.stopping.abort();
    run.child?.kill('SIGTERM');
    const impatient = setTimeout(() => run.child?.kill('SIGKILL'), patience.stopWithin);
    await loop;
    clearTimeout(impatient);
  };
  return { spec, ready, stop };
}

interface Run {
  readonly spec: ServiceSpec;
  readonly logDir: string;
  readonly say: (line: string) => void;
  readonly patience: Patience;
  readonly stopping: AbortController;
  child: ChildProcess | undefined;
  served: boolean;
}

async function keepRunning(run: Run, giveUp: (error: Error) => void): Promise<void> {
  const { spec, logDir, say, patience, stopping } = run;
  let wait = patience.firstRestartAfter;
  for (let attempt = 1; !stopping.signal.aborted; attempt += 1) {
    const startedAt = performance.now();
    run.child = spawnChild(spec, logDir);
    const outcome = await ended(run.child);
    if (stopping.signal.aborted) return;
    if (!run.served && attempt >= patience.attemptsToStart) {
      giveUp(new Error(`${spec.label} does not start (${describe(outcome)}). It said last:\n${lastWords(spec, logDir)}`));
      return;
    }
    if (performance.now() - startedAt > patience.steadyAfter) wait = patience.firstRestartAfter;
    say(`${spec.label} fell over (${describe(outcome)}) and is started again in ${wait / 1000} s`);
    await pause(wait, undefined, { signal: stopping.signal }).catch(() => undefined);
    wait = Math.min(2 * wait, patience.longestRestartAfter);
  }
}

async function becomeReady(run: Run): Promise<void> {
  const { spec, logDir, patience, stopping } = run;
  const from = performance.now();
  while (!stopping.signal.aborted) {
    // Both: an answer at the port could come from somebody else while our child has fallen.
    if ((await isReady(spec.ready)) && run.child?.exitCode === null) break;
    if (performance.now() - from > patience.startWithin) throw new Error(`${spec.label} does not answer. It said last:\n${lastWords(spec, logDir)}`);
    await pause(50);
  }
  run.served = true;
}

function describe(outcome: string | 0): string {
  return outcome === 0 ? 'it ended by itself' : outcome;
}
