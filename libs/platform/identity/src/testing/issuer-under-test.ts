import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startIdentity } from '@mash/embedded-identity';
import { z } from 'zod';

const folder = new URL('../../../../../infra/keycloak/', import.meta.url);
const realmFile = fileURLToPath(new URL('mash-realm.json', folder));
const usersFile = fileURLToPath(new URL('sample-users.json', folder));

const people = z.array(
  z.object({
    id: z.string(),
    username: z.string(),
    password: z.string(),
    agency: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    realmRoles: z.array(z.string()),
  }),
);

export type Person = z.infer<typeof people>[number];

/** The client secret that the realm file falls back to. */
export const SAMPLE_SECRET = 'sample-hub-secret-change-me';

/** The first person of the sample users. */
export async function samplePerson(): Promise<Person> {
  const [first] = people.parse(JSON.parse(await readFile(usersFile, 'utf8')));
  if (first === undefined) throw new Error('The users file is empty');
  return first;
}

export interface IssuerUnderTest {
  readonly issuer: string;
  /** Undefined when the issuer is somebody else's process. */
  readonly restart?: () => Promise<void>;
  stop(): Promise<void>;
}

/** The stand-in on a free port, or the issuer that MASH_TEST_ISSUER names: the same tests for both. */
export async function issuerUnderTest(databaseUrl: string): Promise<IssuerUnderTest> {
  const named = process.env['MASH_TEST_ISSUER'];
  if (named !== undefined) return { issuer: named, stop: () => Promise.resolve() };
  let running = await startIdentity({ port: 0, databaseUrl, realmFile, usersFile });
  return {
    issuer: running.issuer,
    restart: async () => {
      const { port } = running;
      await running.stop();
      running = await startIdentity({ port, databaseUrl, realmFile, usersFile });
    },
    stop: () => running.stop(),
  };
}
