import { execFileSync, spawnSync } from 'node:child_process';
import { userInfo } from 'node:os';

/** The account that PostgreSQL runs under: our own, or a system account when we are root. */
export interface ServerUser {
  readonly name: string;
  /** Set only when the account is not our own. */
  readonly ids?: { readonly uid: number; readonly gid: number };
}

// The first two come with a PostgreSQL of the machine's own, or with macOS; the last we make.
const SYSTEM_ACCOUNTS = ['postgres', '_postgres', 'mash-postgres'] as const;

/**
 * Chooses the account. PostgreSQL refuses to run as root and wants an account that has a name,
 * so for root a system account without password or shell is made where none is there.
 * `ownerOfData` keeps an existing data folder with the account that made it.
 */
export function chooseServerUser(ownerOfData: number | undefined, log: (line: string) => void): ServerUser {
  if (process.getuid?.() !== 0) return { name: userInfo().username };
  const kept = ownerOfData === undefined || ownerOfData === 0 ? undefined : lookUp(String(ownerOfData));
  const found = kept ?? SYSTEM_ACCOUNTS.map(lookUp).find((user) => user !== undefined);
  return found ?? createAccount('mash-postgres', log);
}

/** Whether the account can do to the path what a shell test says: -r read, -w write, -x enter or run. */
export function accountCan(user: ServerUser, test: '-r' | '-w' | '-x', path: string): boolean {
  return spawnSync('/bin/sh', ['-c', `[ ${test} "$0" ]`, path], { ...user.ids, cwd: '/', stdio: 'ignore' }).status === 0;
}

function lookUp(account: string): ServerUser | undefined {
  try {
    const ask = (...flags: string[]): string => execFileSync('id', [...flags, account], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return { name: ask('-un'), ids: { uid: Number(ask('-u')), gid: Number(ask('-g')) } };
  } catch {
    return undefined;
  }
}

function createAccount(name: string, log: (line: string) => void): ServerUser {
  log(`PostgreSQL does not run as root: making the system account "${name}" for it`);
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', name]);
  const user = lookUp(name);
  if (user === undefined) {
    throw new Error(
      `PostgreSQL does not run as root, and the system account "${name}" for it could not be made` +
        ` (${made.error?.message ?? String(made.stderr).trim()}). Make it, or start as an ordinary user.`,
    );
  }
  return user;
}
