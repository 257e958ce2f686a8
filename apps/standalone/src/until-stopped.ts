// One stop often arrives twice: from the terminal and from the program that started us.
const SAME_REQUEST_WITHIN = 1_000;

/**
 * Resolves when we are asked to stop, by a signal or because whoever started us is gone.
 * Pressing Ctrl-C again later ends the process at once.
 */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    // A waiting signal handler alone does not keep a program running.
    const staying = setInterval(() => undefined, 60_000);
    let askedAt: number | undefined;
    const stop = (): void => {
      if (askedAt !== undefined) return;
      askedAt = performance.now();
      clearInterval(staying);
      resolve();
    };
    const insist = (): void => {
      if (askedAt !== undefined && performance.now() - askedAt > SAME_REQUEST_WITHIN) process.exit(130);
      stop();
    };
    process.on('SIGINT', insist);
    for (const event of ['SIGTERM', 'SIGHUP'] as const) process.on(event, stop);
    if (process.connected) process.on('disconnect', stop);
  });
}
