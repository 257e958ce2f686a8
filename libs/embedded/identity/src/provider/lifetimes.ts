import type { Configuration } from 'oidc-provider';
import type { Realm } from '../realm/realm-file.js';

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000);
}

function remaining(since: number | undefined, lifespan: number): number {
  return Math.max(1, (since ?? nowSeconds()) + lifespan - nowSeconds());
}

/** The realm's lifetimes: nothing outlives the session's longest life, counted from sign-in. */
export function lifetimes(realm: Realm): NonNullable<Configuration['ttl']> {
  const longest = realm.ssoSessionMaxLifespan;
  return {
    AccessToken: realm.accessTokenLifespan,
    IdToken: realm.accessTokenLifespan,
    AuthorizationCode: realm.accessCodeLifespan,
    Interaction: realm.accessCodeLifespanLogin,
    Grant: longest,
    RefreshToken: (_context, token) => Math.min(realm.ssoSessionIdleTimeout, remaining(token.iiat, longest)),
    Session: (_context, session) =>
      session.accountId === undefined ? realm.accessCodeLifespanLogin : remaining(session.loginTs, longest),
  };
}
