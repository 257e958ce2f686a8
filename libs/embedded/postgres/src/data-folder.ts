import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { accountCan, chooseServerUser } from './server-user.js';
import type { ServerUser } from './server-user.js';

/** Where things lie in the data folder that the caller named. */
export interface DataFolder {
  readonly path: string;
  /** PostgreSQL's own folder. */
  readonly cluster: string;
  /** Where a new cluster grows until it is complete, so that a killed first run leaves no half of one. */
  readonly unfinishedCluster: string;
  /** The server's own messages, written by itself so that it does not depend on its parent's pipes. */
  readonly serverLog: string;
  readonly starter: string;
}

export function dataFolder(path: string): DataFolder {
  const absolute = withoutLinks(resolve(path));
  return {
    path: absolute,
    cluster: join(absolute, 'cluster'),
    unfinishedCluster: join(absolute, 'cluster.unfinished'),
    serverLog: join(absolute, 'server.log'),
    starter: join(absolute, 'starter.json'),
  };
}

// One folder must have one name: a running server is recognised by the name it was started with.
function withoutLinks(path: string): string {
  const parent = dirname(path);
  if (existsSync(path)) return realpathSync(path);
  return parent === path ? path : join(withoutLinks(parent), basename(path));
}

/** The account that owns the cluster, when there is one. */
export function ownerOfCluster(folder: DataFolder): number | undefined {
  return existsSync(folder.cluster) ? statSync(folder.cluster).uid : undefined;
}

/**
 * Makes a folder, and lets the account pass through it without letting it list what is there.
 * Folders that were there before are opened only when they are the very one asked for, belong
 * to us and are nobody's home.
 */
export function makeReachable(path: string, user: ServerUser): void {
  const first = makeFolder(path);
  if (user.ids === undefined) return;
  for (let made = path; first !== undefined && made.length >= first.length; made = dirname(made)) chmodSync(made, 0o711);
  if (accountCan(user, '-x', path)) return;
  const { uid, mode } = statSync(path);
  if (uid === process.getuid?.() && path !== homedir() && path !== '/') chmodSync(path, mode | 0o111);
  if (accountCan(user, '-x', path)) return;
  throw new Error(
    `PostgreSQL does not run as root but as the account "${user.name}", which cannot reach ${path}.` +
      ' Choose a data folder outside of private folders, such as --data /var/lib/mash/data, or start as an ordinary user.',
  );
}

/**
 * Makes a folder in which an embedded PostgreSQL can keep its data, one folder further down.
 * Throws a sentence for the user when the folder cannot serve.
 */
export function prepareDataFolder(path: string, log: (line: string) => void = () => undefined): void {
  makeReachable(withoutLinks(resolve(path)), chooseServerUser(undefined, log));
}

/** Refuses a cluster that this PostgreSQL cannot open, and says what to do. */
export function checkCluster(folder: DataFolder, major: string): 'missing' | 'present' {
  if (!existsSync(folder.cluster)) return 'missing';
  let found: string;
  try {
    found = readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8').trim();
  } catch (cause) {
    throw new Error(
      `The folder ${folder.cluster} is no PostgreSQL data folder, or it belongs to another account. Choose another data folder, or start as the user who made it.`,
      { cause },
    );
  }
  if (found === major) return 'present';
  throw new Error(
    `The data in ${folder.cluster} was written by PostgreSQL ${found}, and this is PostgreSQL ${major}.` +
      ' Start with the version that wrote it, or choose another data folder.',
  );
}

/** Makes an empty folder that belongs to the account alone. */
export function makePrivate(path: string, user: ServerUser): void {
  mkdirSync(path, { mode: 0o700 });
  if (user.ids !== undefined) chownSync(path, user.ids.uid, user.ids.gid);
}

function makeFolder(path: string): string | undefined {
  try {
    const first = mkdirSync(path, { recursive: true });
    if (!statSync(path).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    return first;
  } catch (cause) {
    throw new Error(`The data folder ${path} cannot be used: ${explain(cause)}. Choose another data folder.`, { cause });
  }
}

function explain(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EEXIST':
    case 'ENOTDIR':
      return 'a file is in the way';
    case 'EACCES':
    case 'EPERM':
      return 'there is no permission to make it';
    case 'EROFS':
      return 'it lies on a disk that can only be read';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
