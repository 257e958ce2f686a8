import Keycloak from 'keycloak-connect';
import type { KeyObject } from 'node:crypto';

/** What we use of keycloak-connect's grant manager; its own types are older than its code. */
interface GrantManager {
  createGrant(grant: { access_token: string }): Promise<unknown>;
  rotation: { getJWK(kid: string): Promise<KeyObject> };
}

export interface KeycloakGrantsOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly key: (kid: string) => Promise<KeyObject>;
}

const ISSUER = /^(https?:\/\/.+)\/realms\/([^/]+)$/;

function isGrantManager(value: unknown): value is GrantManager {
  return typeof value === 'object' && value !== null && 'createGrant' in value && 'rotation' in value;
}

/**
 * The grant manager of keycloak-connect, checking bearer tokens only.
 * Its reader of keys is replaced: it parses the answer inside an event callback, so that an HTML page
 * from a proxy would end the process, it waits without limit, and it turns the key to PEM at every check.
 */
export function keycloakGrants(options: KeycloakGrantsOptions): (accessToken: string) => Promise<void> {
  const [, server, realm] = ISSUER.exec(options.issuer) ?? [];
  if (server === undefined || realm === undefined) {
    throw new Error('The issuer must be an address that ends in /realms/<realm>');
  }
  const settings = {
    realm,
    'auth-server-url': server,
    resource: options.clientId,
    'bearer-only': true,
    'verify-token-audience': true,
    'ssl-required': 'external',
    'confidential-port': 0,
  };
  const manager: unknown = new Keycloak({}, settings).grantManager;
  if (!isGrantManager(manager)) throw new Error('keycloak-connect has no grant manager where it is expected');
  manager.rotation.getJWK = options.key;
  return async (accessToken) => {
    await manager.createGrant({ access_token: accessToken });
  };
}
