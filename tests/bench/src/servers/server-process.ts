import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/** Whether processes can be pinned to cores here, so that load and server do not take turns on one. */
export const canPin = spawnSync('taskset', ['-V'], { stdio: 'ignore' }).status === 0;
const SERVER_CORE = '0';
const LOAD_CORE = '1';

/** Starts one server in a process of its own and waits for its first line, the connection string. */
export async function startServer(name: 'ours' | 'stub'): Promise<ServerProcess> {
  const entry = fileURLToPath(new URL(`./${name}.js`, import.meta.url));
  const [command, before] = canPin ? ['taskset', ['-c', SERVER_CORE, process.execPath]] : [process.execPath, []];
  const child = spawn(command, [...before, entry], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connectionString = await firstLine(child);
  return {
    connectionString,
    stop: async () => {
      const exited = once(child, 'exit');
      // The end of its input tells it to leave: it does so too when this process dies.
      child.stdin?.end();
      await exited;
    },
  };
}

export function pinLoad(): void {
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', LOAD_CORE, String(process.pid)], { stdio: 'ignore' });
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The server process has no output.');
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error('The server process ended before it was ready.');
}
