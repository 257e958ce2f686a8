import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Word } from '../processes/told.js';

/** The clone. */
export const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** Whatever ends the run ends them too. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export interface Plan {
  readonly script: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What it says goes here. */
  readonly said: string;
  /** Whether it hears words from us. */
  readonly hears?: boolean;
}

export interface Child {
  readonly pid: number;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly alive: () => boolean;
  signal(signal: NodeJS.Signals): void;
  /** Kills and waits until it is gone. */
  kill(): Promise<void>;
  tell(word: Word): void;
  /** The first word from it. */
  heard(): Promise<unknown>;
}

/** Starts a built script in a process group of its own, so that Ctrl-C reaches the conductor alone and it can tidy up. */
export function startChild({ script, args = [], environment = {}, said, hears = false }: Plan): Child {
  const output = openSync(said, 'a');
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, script), ...args], {
    cwd: root, detached: true, stdio: ['ignore', output, output, ...hears ? ['ipc' as const] : []],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
  });
  closeSync(output);
  running.add(child);
  const ended = new Promise<number | null>((resolve) => void child.once('exit', (code) => {
    running.delete(child);
    resolve(code);
  }));
  child.on('error', () => undefined);
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid ?? 0, ended, alive,
    signal: (signal) => void (alive() && child.kill(signal)),
    kill: async () => {
      if (alive()) child.kill('SIGKILL');
      await ended;
    },
    tell: (word) => void (child.connected && child.send(word, () => undefined)),
    heard: () => Promise.race([new Promise((resolve) => child.once('message', resolve)), ended.then(() => null)]),
  };
}

/** Waits until something accepts connections; false when `given` says that waiting is over. */
export async function listens(port: number, given: () => boolean): Promise<boolean> {
  while (given()) {
    const ok = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (ok) return true;
    await pause(15);
  }
  return false;
}

/** Memory that a process holds, in MiB; null when it is gone. */
export function residentMiB(pid: number): number | null {
  try {
    const kib = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kib === undefined ? null : Number(kib) / 1024;
  } catch {
    return null;
  }
}
