import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** What a running PostgreSQL writes into its data folder about itself. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads postmaster.pid; the file is written line by line, so early on some lines are missing. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' };
}

/**
 * The PostgreSQL that is alive on this folder, if any. A process number alone proves nothing
 * after a crash, since another program may have it by now; its command line must name the folder.
 */
export function findAlive(cluster: string): Postmaster | undefined {
  const postmaster = readPostmaster(cluster);
  return postmaster !== undefined && isPostgresOn(cluster, postmaster.pid) ? postmaster : undefined;
}

/**
 * Removes the lock file of a dead server when PostgreSQL would take it for alive: its number has
 * passed to another program, or is still listed as defunct. A lock file whose process is simply
 * gone is left to PostgreSQL, which also makes sure that no session of it is still writing.
 */
export function forgetDeadPostmaster(cluster: string): void {
  const pid = readPostmaster(cluster)?.pid;
  if (pid === undefined || !isListed(pid) || commandLine(pid).includes('postgres')) return;
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** The parent of a process, or undefined when it is gone. */
export function parentOf(pid: number): number | undefined {
  try {
    if (process.platform === 'linux') return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }));
  } catch {
    return undefined;
  }
}

/**
 * Stops the server: politely first (sessions are ended, all is written), at once if that takes
 * too long (it recovers from its log at the next start).
 */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitUntilGone(cluster, pid, 30_000)) return;
  signal(pid, 'SIGQUIT');
  if (await waitUntilGone(cluster, pid, 10_000)) return;
  throw new Error(`PostgreSQL (process ${pid}) on ${cluster} does not stop. Stop it by hand, then start again.`);
}

// The lock file goes last in an orderly stop. The process itself may stay listed as defunct for
// as long as nobody above it asks for its exit code, which in a container may be for ever.
async function waitUntilGone(cluster: string, pid: number, within: number): Promise<boolean> {
  for (let waited = 0; waited < within; waited += 25) {
    if (!existsSync(join(cluster, 'postmaster.pid')) || !isPostgresOn(cluster, pid)) return true;
    await pause(25);
  }
  return false;
}

function isPostgresOn(cluster: string, pid: number): boolean {
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(cluster);
}

/** Empty for a process that is gone or defunct. */
function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

function isListed(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ESRCH') return;
    throw new Error(`PostgreSQL (process ${pid}) was started by another user and cannot be stopped from here. Stop it as that user.`, { cause });
  }
}
