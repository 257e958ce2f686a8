import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone. */
export const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Whatever ends the test run ends them too. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** How one process of the product is started. */
export interface ChildPlan {
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** A process of the product under test. */
export interface Child {
  readonly name: string;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Starts a built script with nothing but the environment given; what it says goes to a file. */
export function startChild({ name, script, args = [], environment }: ChildPlan, logFolder: string): Child {
  const child: ChildProcess = spawn(process.execPath, ['--enable-source-maps', join(root, script), ...args], {
    cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const log = createWriteStream(join(logFolder, `${name}.log`), { flags: 'a' });
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  const ended = new Promise<number | null>((resolve) => void child.once('exit', resolve));
  return {
    name, ended,
    kill: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
    },
  };
}

/** Waits until an address answers 200. @throws Error naming what did not come up */
export async function answers(name: string, url: string, milliseconds = 60_000): Promise<void> {
  for (const until = Date.now() + milliseconds; Date.now() < until;) {
    const ok = await fetch(url).then((response) => response.ok, () => false);
    if (ok) return;
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  throw new Error(`${name} did not come up at ${url}.`);
}

/** Waits until something accepts connections at a port. */
export async function listens(name: string, port: number, milliseconds = 60_000): Promise<void> {
  const { connect } = await import('node:net');
  for (const until = Date.now() + milliseconds; Date.now() < until;) {
    const ok = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket.end() !== undefined));
      socket.once('error', () => resolve(false));
    });
    if (ok) return;
    await new Promise((resolve) => void setTimeout(resolve, 100));
  }
  throw new Error(`${name} did not come up at port ${port}.`);
}
