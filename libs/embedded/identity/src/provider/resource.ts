import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { Provider } from 'oidc-provider';
import type { Realm } from '../realm/realm-file.js';
import { audienceOf } from './token-claims.js';

/** Keycloak has no resource indicators; this one only makes the provider issue JWT bearer tokens. */
const HUB_RESOURCE = 'urn:mash:hub';
const SCOPES = 'openid profile email';

/** JWT bearer tokens signed RS256, with the audience that the realm's mapper names. */
export function resourceIndicators(realm: Realm): NonNullable<Configuration['features']>['resourceIndicators'] {
  const audience = audienceOf(realm);
  return {
    enabled: true,
    defaultResource: () => HUB_RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: () => ({
      scope: SCOPES,
      audience: audience ?? 'account',
      accessTokenFormat: 'jwt',
      accessTokenTTL: realm.accessTokenLifespan,
      jwt: { sign: { alg: 'RS256' } },
    }),
  };
}

/**
 * The realm's one client is ours, so nobody is asked for consent: the grant is made at sign-in.
 */
export function grantForOurClient(provider: () => Provider) {
  return async (context: KoaContextWithOIDC) => {
    const { session, client, account } = context.oidc;
    if (session === undefined || client === undefined) return undefined;
    const { Grant } = provider();
    const kept = session.grantIdFor(client.clientId);
    const found = kept === undefined ? undefined : await Grant.find(kept);
    if (found !== undefined) return found;
    const accountId = account?.accountId ?? session.accountId;
    if (accountId === undefined) return undefined;
    const grant = new Grant({ clientId: client.clientId, accountId });
    grant.addOIDCScope(SCOPES);
    grant.addResourceScope(HUB_RESOURCE, SCOPES);
    await grant.save();
    return grant;
  };
}
