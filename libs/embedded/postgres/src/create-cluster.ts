import { spawn } from 'node:child_process';
import { chownSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries.js';
import { makePrivate } from './data-folder.js';
import type { DataFolder } from './data-folder.js';
import type { ServerUser } from './server-user.js';

// The built-in collation sorts the same way on every machine, whatever its system libraries.
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Makes a new cluster whose only superuser is `postgres`, with a password on every way in. */
export async function createCluster(binaries: Binaries, folder: DataFolder, user: ServerUser, password: string): Promise<void> {
  rmSync(folder.unfinishedCluster, { recursive: true, force: true });
  makePrivate(folder.unfinishedCluster, user);
  const growing = join(folder.unfinishedCluster, 'data');
  const passwordFile = join(folder.unfinishedCluster, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.ids !== undefined) chownSync(passwordFile, user.ids.uid, user.ids.gid);

  const flags = [`--pgdata=${growing}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', ...LOCALE];
  await run(join(binaries.folder, 'bin/initdb'), flags, user);
  renameSync(growing, folder.cluster);
  rmSync(folder.unfinishedCluster, { recursive: true, force: true });
}

function run(program: string, flags: readonly string[], user: ServerUser): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, { ...user.ids, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }, stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`PostgreSQL could not make its data folder: ${complaint.trim()}`))));
  });
}
