import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  readonly connectionString: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Whether processes can be pinned to cores here, so that load and server do not take turns on one. */
export const canPin = spawnSync('taskset', ['-V'], { stdio: 'ignore' }).status === 0;
const CORES = { server: '0', load: '1' } as const;

/** Starts a script in a process of its own on the core of its part. */
export function startPinned(part: keyof typeof CORES, args: readonly string[], environment: NodeJS.ProcessEnv = process.env): ChildProcess {
  const [command, before] = canPin ? ['taskset', ['-c', CORES[part], process.execPath]] : [process.execPath, []];
  return spawn(command, [...before, ...args], { stdio: ['pipe', 'pipe', 'inherit'], env: environment });
}

/** The built script of this name in this folder. */
export const scriptOf = (name: 'ours' | 'stub' | 'bare-apollo' | 'load' | 'idle-subscribers'): string => fileURLToPath(new URL(`./${name}.js`, import.meta.url));

/** Starts one server in a process of its own and waits for its first line, the connection string. */
export async function startServer(name: 'ours' | 'stub' | 'bare-apollo', environment?: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = startPinned('server', [scriptOf(name)], environment);
  const connectionString = await firstLine(child);
  return {
    connectionString, pid: child.pid ?? 0,
    stop: async () => {
      const exited = once(child, 'exit');
      // The end of its input tells it to leave: it does so too when this process dies.
      child.stdin?.end();
      await exited;
    },
  };
}

export function pinLoad(): void {
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', CORES.load, String(process.pid)], { stdio: 'ignore' });
}

/** What a script says when it is ready. */
export async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The server process has no output.');
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error('The server process ended before it was ready.');
}
