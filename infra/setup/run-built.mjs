import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { ROOT } from './prepare.mjs';

/**
 * Runs a built program with the user's arguments and ends as it ends. The channel between the
 * two tells the program to stop when this process is killed.
 */
export function runBuilt(script) {
  const child = spawn(process.execPath, [join(ROOT, script), ...process.argv.slice(2)], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWithNpm(() => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('exit', (code) => {
      process.exitCode = code ?? 1;
      resolve();
    });
  });
}

// npm passes a terminal's Ctrl-C on, but one who kills npm kills only npm and its shell: we would run on with nobody to stop us.
function stopWithNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const startedBy = process.ppid;
  setInterval(() => {
    if (process.ppid !== startedBy) stop();
  }, 1_000).unref();
}
