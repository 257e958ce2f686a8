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
 * Starts a service, keeps its last-resort handlers, and stops it cleanly on a signal. A mistake in the environment
 * ends the process with words that help; any other failure with the name of the error.
 */
export async function runService(name: string, start: (log: Log) => Promise<RunningService>): Promise<void> {
  const log = createLog(name, (line) => void process.stdout.write(line));
  process.on('unhandledRejection', (error) => log('error', 'unhandled rejection', { error: errorName(error) }));
  process.on('uncaughtException', (error) => {
    log('error', 'uncaught exception', { error: errorName(error) });
    process.exit(1);
  });
  try {
    const service = await start(log);
    log('info', 'started');
    const stop = (): void => {
      setTimeout(() => process.exit(1), graceful).unref();
      void service.stop().then(() => process.exit(0), () => process.exit(1));
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  } catch (error) {
    if (error instanceof EnvironmentMistakes) process.stderr.write(`${name} did not start. ${error.message}\n`);
    else {
      process.stderr.write(`${name} did not start: ${error instanceof Error ? error.stack ?? error.name : errorName(error)}\n`);
      log('error', 'did not start', { error: errorName(error) });
    }
    process.exit(1);
  }
}

/** Runs work again and again until the signal aborts, with a growing pause after each failure. */
export async function keepRunning(log: Log, what: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const began = performance.now();
    try {
      await work();
    } catch (error) {
      if (signal.aborted) return;
      failures = performance.now() - began > 30_000 ? 1 : failures + 1;
      log('warn', 'interrupted, going on', { what, error: errorName(error), failures });
    }
    if (!signal.aborted) await new Promise((resolve) => void setTimeout(resolve, Math.min(5_000, 100 * 2 ** failures)));
  }
}
