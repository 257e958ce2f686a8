import type { ChildProcess } from 'node:child_process';
import type { ChildSpec } from './child-spec.js';
import { lastWords, spawnChild } from './spawn-child.js';

/** How a process ended. */
export function ended(child: ChildProcess): Promise<string | 0> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code === 0 ? 0 : code === null ? `ended by ${String(signal)}` : `exit code ${code}`));
  });
}

/** Runs a child to its end; throws its last words when it fails. A stop ends it early. `hear` is given what it sends us. */
export async function runOnce(spec: ChildSpec, logDir: string, stopping: AbortSignal, hear: (message: unknown) => void = () => undefined): Promise<void> {
  const child = spawnChild(spec, logDir);
  child.on('message', hear);
  const end = (): boolean => child.kill('SIGTERM');
  stopping.addEventListener('abort', end, { once: true });
  const outcome = await ended(child);
  stopping.removeEventListener('abort', end);
  if (stopping.aborted) return;
  if (outcome !== 0) throw new Error(`${spec.label} failed (${outcome}). It said last:\n${lastWords(spec, logDir)}`);
}
