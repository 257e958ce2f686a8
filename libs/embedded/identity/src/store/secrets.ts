import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import { z } from 'zod';

const secrets = z.object({
  signingKey: z.record(z.string(), z.string()),
  cookieKeys: z.array(z.string()).min(1),
});

export type Secrets = z.infer<typeof secrets>;

async function makeSecrets(): Promise<Secrets> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const jwk = z.record(z.string(), z.string()).parse(privateKey.export({ format: 'jwk' }));
  return {
    signingKey: { ...jwk, kid: randomUUID(), use: 'sig', alg: 'RS256' },
    cookieKeys: [randomBytes(32).toString('base64url')],
  };
}

/** The signing key and cookie keys, made once and kept, so that a restart signs nobody out. */
export async function loadSecrets(pool: Pool): Promise<Secrets> {
  const read = async (): Promise<unknown> =>
    (await pool.query<{ value: unknown }>(`SELECT value FROM identity_secret WHERE name = 'keys'`)).rows[0]?.value;
  const kept = await read();
  if (kept !== undefined) return secrets.parse(kept);
  const made = await makeSecrets();
  await pool.query(`INSERT INTO identity_secret (name, value) VALUES ('keys', $1) ON CONFLICT DO NOTHING`, [made]);
  return secrets.parse(await read());
}
