import type { Clock } from '@mash/kernel';
import { checkClaims } from './check-claims.js';
import { CheckedTokens } from './checked-tokens.js';
import type { Identity } from './identity.js';
import { REALM_ROLES } from './identity.js';
import { IssuerKeys, KeysUnavailable } from './issuer-keys.js';
import { keycloakGrants } from './keycloak-grants.js';
import { NotSignedIn } from './not-signed-in.js';
import type { TokenPayload } from './read-token.js';
import { readToken } from './read-token.js';

export interface TokenCheckOptions {
  /** `<base>/realms/<realm>`, compared as text with the token's. */
  readonly issuer: string;
  /** The audience that a token must name. */
  readonly clientId: string;
  readonly clock?: Clock;
  /** How long a check may wait for the issuer. */
  readonly timeoutMs?: number;
}

export type TokenCheck = (accessToken: string | undefined) => Promise<Identity>;

const TIMEOUT_MS = 3_000;

function identityFrom(token: TokenPayload): Identity {
  const roles = new Set(token.realm_access?.roles);
  return {
    issuer: token.iss,
    subject: token.sub,
    sessionId: token.sid ?? null,
    acr: token.acr ?? null,
    realmRoles: REALM_ROLES.filter((role) => roles.has(role)),
    agencyClaim: token.agency ?? null,
    displayName: token.name ?? token.preferred_username ?? '',
    expiresAt: token.exp * 1000,
  };
}

/**
 * Makes the one check that every access token passes.
 * Shape, algorithm, issuer, audience and times are read first, so that each refusal has its own code;
 * then keycloak-connect verifies, and whatever it still refuses is somebody else's token.
 */
export function createTokenCheck(options: TokenCheckOptions): TokenCheck {
  const { issuer, clientId, clock, timeoutMs = TIMEOUT_MS } = options;
  const now = clock === undefined ? () => Date.now() : () => Date.parse(clock.now());
  const keys = new IssuerKeys({ url: `${issuer}/protocol/openid-connect/certs`, now, timeoutMs });
  const verify = keycloakGrants({ issuer, clientId, key: (kid) => keys.get(kid) });
  const checked = new CheckedTokens();

  return async (accessToken = '') => {
    const known = checked.get(accessToken, now());
    if (known !== undefined) return known;
    const { kid, payload } = readToken(accessToken);
    checkClaims(payload, { issuer, audience: clientId }, now());
    try {
      await keys.get(kid);
      await verify(accessToken);
    } catch (error) {
      throw new NotSignedIn(error instanceof KeysUnavailable ? 'UNAVAILABLE' : 'FOREIGN');
    }
    const identity = identityFrom(payload);
    checked.keep(accessToken, identity, now());
    return identity;
  };
}
