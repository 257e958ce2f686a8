import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { PasswordHash } from './password.js';
import { hashPassword, passwordMatches } from './password.js';

const sampleUser = z.object({
  id: z.uuid(),
  username: z.string().min(3),
  password: z.string().min(1),
  firstName: z.string(),
  lastName: z.string(),
  email: z.email(),
  agency: z.uuid(),
  realmRoles: z.array(z.string()),
});

/** A sample person without the password, which is hashed as the file is read and then forgotten. */
export type SampleUser = Omit<z.infer<typeof sampleUser>, 'password'>;

interface KeptUser {
  readonly user: SampleUser;
  readonly hash: Promise<PasswordHash>;
}

/** The people of the users file: found by id for tokens, by name and password for sign-in. */
export class SampleUsers {
  readonly #byName: ReadonlyMap<string, KeptUser>;
  readonly #byId: ReadonlyMap<string, SampleUser>;
  readonly #nobody = hashPassword('a name that nobody has is checked as slowly as any other');

  constructor(kept: readonly KeptUser[]) {
    this.#byName = new Map(kept.map((one) => [one.user.username.toLowerCase(), one]));
    this.#byId = new Map(kept.map((one) => [one.user.id, one.user]));
  }

  find(id: string): SampleUser | undefined {
    return this.#byId.get(id);
  }

  async signIn(username: string, password: string): Promise<SampleUser | undefined> {
    const kept = this.#byName.get(username.toLowerCase());
    const matches = await passwordMatches(password, await (kept?.hash ?? this.#nobody));
    return matches ? kept?.user : undefined;
  }
}

/** Reads the users file; a role that the realm does not define stops the start. */
export async function readSampleUsers(path: string, roleNames: ReadonlySet<string>): Promise<SampleUsers> {
  const users = z.array(sampleUser).parse(JSON.parse(await readFile(path, 'utf8')));
  for (const user of users) {
    const unknown = user.realmRoles.find((role) => !roleNames.has(role));
    if (unknown !== undefined) throw new Error(`The users file names a role that the realm does not define: ${unknown}`);
  }
  return new SampleUsers(users.map(({ password, ...user }) => ({ user, hash: hashPassword(password) })));
}
