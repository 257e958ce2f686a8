import type { Account, Configuration, Provider } from 'oidc-provider';
import type { Pool } from 'pg';
import type { Realm } from '../realm/realm-file.js';
import { postLogoutUris } from '../realm/realm-file.js';
import { messagePage } from '../sign-in/pages.js';
import type { SampleUser, SampleUsers } from '../sign-in/sample-users.js';
import { RecordAdapter } from '../store/record-adapter.js';
import type { Secrets } from '../store/secrets.js';
import { lifetimes } from './lifetimes.js';
import { grantForOurClient, resourceIndicators } from './resource.js';
import { signedOut, signOut } from './sign-out.js';
import { bearerClaims, idClaims } from './token-claims.js';

const CONNECT = '/protocol/openid-connect';

const ROUTES: Configuration['routes'] = {
  authorization: `${CONNECT}/auth`,
  token: `${CONNECT}/token`,
  jwks: `${CONNECT}/certs`,
  userinfo: `${CONNECT}/userinfo`,
  end_session: `${CONNECT}/logout`,
  revocation: `${CONNECT}/revoke`,
  introspection: `${CONNECT}/token/introspect`,
};

export interface ProviderParts {
  readonly realm: Realm;
  readonly users: SampleUsers;
  readonly pool: Pool;
  readonly secrets: Secrets;
  readonly provider: () => Provider;
}

function account(user: SampleUser, realm: Realm): Account {
  return {
    accountId: user.id,
    claims: (use) => ({ sub: user.id, ...idClaims(user, realm, use === 'userinfo' ? 'userinfo' : 'id_token') }),
  };
}

function features(parts: ProviderParts): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    introspection: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
    revocation: { enabled: true, allowedPolicy: (_context, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: signOut(parts.provider),
      postLogoutSuccessSource: signedOut,
    },
    resourceIndicators: resourceIndicators(parts.realm),
  };
}

function clients({ client }: Realm): Configuration['clients'] {
  return [
    {
      client_id: client.clientId,
      client_secret: client.secret,
      redirect_uris: [...new Set(client.redirectUris)],
      post_logout_redirect_uris: [...new Set(postLogoutUris(client))],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
  ];
}

function asKeycloakWritesIt(_context: unknown, _token: unknown, jwt: { header?: object | undefined }): void {
  Object.assign((jwt.header ??= {}), { typ: 'JWT' });
}

/** The provider set up to look like the realm does in Keycloak. */
export function configuration(parts: ProviderParts): Configuration {
  const { realm, users, pool, secrets } = parts;
  const cookies = { httpOnly: true, sameSite: 'lax', path: `/realms/${realm.realm}/`, signed: true } as const;
  return {
    adapter: (model: string) => new RecordAdapter(model, pool, { idleSeconds: realm.ssoSessionIdleTimeout }),
    clients: clients(realm),
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    clientBasedCORS: () => false,
    jwks: { keys: [secrets.signingKey] },
    cookies: {
      keys: secrets.cookieKeys,
      names: { session: 'mash_issuer', interaction: 'mash_issuer_sign_in', resume: 'mash_issuer_resume' },
      long: cookies,
      short: cookies,
    },
    claims: { openid: ['sub', 'sid', 'acr', 'agency'], profile: ['name', 'given_name', 'family_name', 'preferred_username'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    acrValues: ['0', '1'],
    features: features(parts),
    findAccount: (_context, id) => {
      const user = users.find(id);
      return user === undefined ? undefined : account(user, realm);
    },
    extraTokenClaims: (_context, token) => {
      const user = 'accountId' in token ? users.find(token.accountId) : undefined;
      return user === undefined ? undefined : bearerClaims(user, realm, 'sid' in token ? token.sid : undefined);
    },
    formats: { customizers: { jwt: asKeycloakWritesIt } },
    interactions: {
      url: (_context, interaction) => `/realms/${realm.realm}/login-actions/authenticate?execution=${interaction.uid}`,
    },
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: () => true,
    rotateRefreshToken: true,
    loadExistingGrant: grantForOurClient(parts.provider),
    pkce: { required: () => true },
    responseTypes: ['code'],
    routes: ROUTES,
    scopes: ['openid', 'profile', 'email'],
    ttl: lifetimes(realm),
    renderError: (context) => {
      context.type = 'html';
      context.body = messagePage('You cannot sign in this way', 'Go back to the hub and start again.');
    },
  };
}
