import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import type { DataFolder } from './data-folder.js';
import { readPostmaster } from './postmaster.js';
import type { ServerUser } from './server-user.js';

const LOG_KEPT_UP_TO = 10_000_000;

// A crash may leave much to recover; what is acknowledged is durable, so waiting is all it takes.
const PATIENCE = 300_000;

/** Starts the server and waits until it takes connections. */
export async function launch(binaries: Binaries, folder: DataFolder, user: ServerUser, port: number, log: (line: string) => void): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const from = prepareServerLog(folder.serverLog);
    const child = spawnServer(binaries, folder, user, port);
    if (await becomesReady(child, folder.cluster, log)) return child;
    const complaint = readFileSync(folder.serverLog, 'utf8').slice(from).trim();
    // Sessions of a killed server notice within moments that it is gone, and then let go.
    if (attempt >= 20 || !complaint.includes('pre-existing shared memory block')) throw new Error(`PostgreSQL did not start: ${complaint}`);
    await pause(500);
  }
}

function spawnServer(binaries: Binaries, folder: DataFolder, user: ServerUser, port: number): ChildProcess {
  const output = openSync(folder.serverLog, 'a', 0o600);
  try {
    // In a process group of its own, so that Ctrl-C in the terminal does not stop it before those it serves.
    return spawn(join(binaries.folder, 'bin/postgres'), ['-D', folder.cluster, ...settings(port)], {
      ...user.ids,
      cwd: '/',
      detached: true,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', output, output],
    });
  } finally {
    closeSync(output);
  }
}

function settings(port: number): string[] {
  const values = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Errors of statements, their text and details can hold names and numbers: the client has
    // them already, and the server's log must hold none.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function becomesReady(child: ChildProcess, cluster: string, log: (line: string) => void): Promise<boolean> {
  let failure: unknown;
  child.once('error', (error) => (failure = error));
  for (let waited = 0; waited < PATIENCE; waited += 25) {
    if (failure !== undefined) throw failure;
    if (child.exitCode !== null || child.signalCode !== null) return false;
    const postmaster = readPostmaster(cluster);
    if (postmaster?.pid === child.pid && postmaster?.ready === true) return true;
    if (waited > 0 && waited % 5_000 === 0) log('PostgreSQL is still recovering from its log');
    await pause(25);
  }
  throw new Error('PostgreSQL did not become ready in five minutes; its data folder holds server.log with its own words.');
}

/** Keeps the log from growing for ever; returns where this run's part begins. */
function prepareServerLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_KEPT_UP_TO) return size;
  truncateSync(path);
  return 0;
}
