import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@mash/postgres';
import type { Role, RolePasswords } from '@mash/postgres';
import { z } from 'zod';
import { readPrivateFile, writePrivateFile } from './private-file.js';

const secretsSchema = z.object({
  postgres: z.string(),
  roles: z.record(z.string(), z.string()),
  rootKey: z.string(),
  sessionKey: z.string(),
  clientSecret: z.string(),
});

/** What one data folder keeps to itself. Whoever loses it loses the data that it seals. */
export interface Secrets {
  /** Of the database superuser. */
  readonly postgres: string;
  readonly roles: RolePasswords;
  /** 32 bytes, base64: wraps every file key. */
  readonly rootKey: string;
  /** 32 bytes, base64: encrypts sessions. */
  readonly sessionKey: string;
  readonly clientSecret: string;
}

/** Reads the data folder's secrets, or makes them on its first run. */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, 'secrets.json');
  const found = readPrivateFile(path);
  if (found === undefined) return makeSecrets(dataDir, path);
  const parsed = secretsSchema.safeParse(found);
  if (!parsed.success) throw new Error(`The file ${path} is damaged. Bring it back from a copy, or choose another data folder.`);
  // A role that a newer version added has no password yet.
  const complete = { ...parsed.data, roles: withEveryRole(parsed.data.roles) };
  if (ROLES.some((role) => parsed.data.roles[role] === undefined)) writePrivateFile(path, complete);
  return complete;
}

function makeSecrets(dataDir: string, path: string): Secrets {
  if (existsSync(join(dataDir, 'postgres/cluster'))) {
    // New secrets would open nothing of what is there, and would hide that the old ones are missing.
    throw new Error(`The data folder ${dataDir} holds data but its secrets.json is missing. Bring the file back from a copy, or choose another data folder.`);
  }
  const secrets: Secrets = {
    postgres: password(),
    roles: withEveryRole({}),
    rootKey: randomBytes(32).toString('base64'),
    sessionKey: randomBytes(32).toString('base64'),
    clientSecret: password(),
  };
  writePrivateFile(path, secrets);
  return secrets;
}

function withEveryRole(known: Readonly<Record<string, string>>): RolePasswords {
  return Object.fromEntries(ROLES.map((role) => [role, known[role] ?? password()])) as Record<Role, string>;
}

function password(): string {
  return randomBytes(24).toString('base64url');
}
