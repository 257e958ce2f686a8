import { setTimeout as pause } from 'node:timers/promises';
import { backOff } from '@mash/event-log';
import type { Log } from '@mash/telemetry';
import { createLog, errorName } from '@mash/telemetry';
import { EnvironmentMistakes } from './environment.js';

/** What a started service gives back. */
export interface RunningService {
  stop(): Promise<void>;
}

/** Time for work under way to end before the process does. */
const graceful = 10_000;

/**
 * A process that has met what nobody foresaw does not go on: a promise that nobody waits for may have been the one that
 * mattered, and a follower that stopped inside a living process looks well. All state is durable, so the end is safe and
 * whoever supervises the process starts it again.
 */
function endOnTheUnforeseen(log: Log): void {
  const end = (what: string) => (error: unknown): void => {
    log('error', what, { error: errorName(error) });
    process.exit(1);
  };
  process.on('unhandledRejection', end('unhandled rejection'));
  process.on('uncaughtException', end('uncaught exception'));
}

/**
 * Starts a service, keeps its last-resort handlers, and stops it cleanly on a signal. A mistake in the environment
 * ends the process with words that help; any other failure with the name of the error.
 */
export async function runService(name: string, start: (log: Log) => Promise<RunningService>): Promise<void> {
  const log = createLog(name, (line) => void process.stdout.write(line));
  endOnTheUnforeseen(log);
  try {
    const service = await start(log);
    const stop = (): void => {
      setTimeout(() => process.exit(1), graceful).unref();
      void service.stop().then(() => process.exit(0), () => process.exit(1));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
    log('info', 'started');
  } catch (error) {
    if (error instanceof EnvironmentMistakes) process.stderr.write(`${name} did not start. ${error.message}\n`);
    else {
      process.stderr.write(`${name} did not start: ${error instanceof Error ? error.stack ?? error.name : errorName(error)}\n`);
      log('error', 'did not start', { error: errorName(error) });
    }
    process.exit(1);
  }
}

/** Work that lasted so long had recovered: what interrupts it then is a new failure. */
const recovered = 30_000;

/** How `keepRunning` waits and measures, given so that a test can hold time and chance still. */
export interface Rhythm {
  readonly now: () => number;
  readonly random: () => number;
  /** Ends early when the signal aborts. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const natural: Rhythm = {
  now: () => performance.now(), random: Math.random,
  pause: (milliseconds, signal) => pause(milliseconds, undefined, { signal }).catch(() => undefined),
};

/**
 * Runs work again and again until the signal aborts, with a pause after each failure that grows and is spread by
 * chance: a log that comes back is not met by all its followers at once.
 */
export async function keepRunning(log: Log, what: string, signal: AbortSignal, work: () => Promise<void>, rhythm = natural): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const began = rhythm.now();
    try {
      await work();
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      failures = rhythm.now() - began > recovered ? 1 : failures + 1;
      log('warn', 'interrupted, going on', { what, error: errorName(error), failures });
    }
    await rhythm.pause(backOff(failures + 1, rhythm.random), signal);
  }
}
