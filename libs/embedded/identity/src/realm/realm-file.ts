import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { fillPlaceholders } from './placeholders.js';

const mapper = z.object({
  name: z.string(),
  protocolMapper: z.string(),
  config: z.record(z.string(), z.string()),
});

const client = z.object({
  clientId: z.string(),
  enabled: z.boolean(),
  publicClient: z.literal(false),
  secret: z.string().min(1),
  standardFlowEnabled: z.literal(true),
  redirectUris: z.array(z.url()).min(1),
  attributes: z.record(z.string(), z.string()),
  protocolMappers: z.array(mapper).default([]),
});

const realm = z.object({
  realm: z.string().regex(/^[a-z0-9-]+$/),
  displayName: z.string(),
  accessTokenLifespan: z.number().int().positive(),
  accessCodeLifespan: z.number().int().positive(),
  accessCodeLifespanLogin: z.number().int().positive(),
  ssoSessionIdleTimeout: z.number().int().positive(),
  ssoSessionMaxLifespan: z.number().int().positive(),
  failureFactor: z.number().int().positive(),
  waitIncrementSeconds: z.number().int().positive(),
  maxFailureWaitSeconds: z.number().int().positive(),
  roles: z.object({ realm: z.array(z.object({ name: z.string() })) }),
  clients: z.array(client).length(1),
});

export type RealmClient = z.infer<typeof client>;
export type ProtocolMapper = z.infer<typeof mapper>;
export type Realm = Omit<z.infer<typeof realm>, 'clients' | 'roles'> & {
  readonly client: RealmClient;
  readonly roleNames: ReadonlySet<string>;
};

/** Reads the realm from the very file that a real Keycloak imports. */
export async function readRealm(
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Realm> {
  const filled = fillPlaceholders(await readFile(path, 'utf8'), environment);
  const { clients, roles, ...settings } = realm.parse(JSON.parse(filled));
  const [only] = clients;
  if (only === undefined) throw new Error('The realm file names no client');
  return { ...settings, client: only, roleNames: new Set(roles.realm.map((role) => role.name)) };
}

/** The addresses a signed-out browser may return to, from Keycloak's `##`-joined attribute. */
export function postLogoutUris(of: RealmClient): readonly string[] {
  return (of.attributes['post.logout.redirect.uris'] ?? '').split('##').filter((uri) => uri !== '');
}
