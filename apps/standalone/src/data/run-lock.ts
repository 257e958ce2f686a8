import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateFile, writePrivateFile } from './private-file.js';

const runSchema = z.object({ pid: z.number().int(), born: z.string() });

/** Takes the data folder for this run; refuses while another run that is alive has it. */
export function takeRunLock(dataDir: string): { release(): void } {
  const path = join(dataDir, 'run.json');
  const found = runSchema.safeParse(readPrivateFile(path));
  if (found.success && birthOf(found.data.pid) === found.data.born && found.data.pid !== process.pid) {
    throw new Error(`The data folder ${dataDir} is already in use by a run (process ${found.data.pid}). Stop that run first, or choose another folder with --data.`);
  }
  writePrivateFile(path, { pid: process.pid, born: birthOf(process.pid) ?? '' });
  return { release: () => rmSync(path, { force: true }) };
}

/** When a process was born. Its number is used again, above all in containers; both together are not. */
export function birthOf(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return state === 'Z' ? undefined : `${boot}/${rest[18] ?? ''}`;
  } catch {
    return undefined;
  }
}
