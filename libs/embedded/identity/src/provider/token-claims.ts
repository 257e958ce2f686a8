import type { ProtocolMapper, Realm } from '../realm/realm-file.js';
import type { SampleUser } from '../sign-in/sample-users.js';

type Claims = Record<string, unknown>;

const AUDIENCE_MAPPER = 'oidc-audience-mapper';
const ATTRIBUTE_MAPPER = 'oidc-usermodel-attribute-mapper';

function attribute(user: SampleUser, name: string | undefined): string | undefined {
  return name === 'agency' ? user.agency : undefined;
}

function mapped(user: SampleUser, mappers: readonly ProtocolMapper[], into: string): Claims {
  const claims: Claims = {};
  for (const { protocolMapper, config } of mappers) {
    const name = config['claim.name'];
    if (protocolMapper !== ATTRIBUTE_MAPPER || name === undefined || config[into] !== 'true') continue;
    claims[name] = attribute(user, config['user.attribute']);
  }
  return claims;
}

/** The audience of access tokens: none unless the realm file has a mapper for it, exactly as in Keycloak. */
export function audienceOf(realm: Realm): string | undefined {
  return realm.client.protocolMappers.find(
    ({ protocolMapper, config }) => protocolMapper === AUDIENCE_MAPPER && config['access.token.claim'] === 'true',
  )?.config['included.client.audience'];
}

/** What a person's profile says, in the claims that Keycloak uses. */
export function profileClaims(user: SampleUser): Claims {
  return {
    preferred_username: user.username,
    name: `${user.firstName} ${user.lastName}`,
    given_name: user.firstName,
    family_name: user.lastName,
    email: user.email,
    email_verified: true,
  };
}

/** The claims of an ID token or of the user-info answer. */
export function idClaims(user: SampleUser, realm: Realm, use: 'id_token' | 'userinfo'): Claims {
  const into = use === 'userinfo' ? 'userinfo.token.claim' : 'id.token.claim';
  return { ...profileClaims(user), ...mapped(user, realm.client.protocolMappers, into) };
}

/** What a Keycloak bearer token holds beyond the standard claims. */
export function bearerClaims(user: SampleUser, realm: Realm, sessionId: string | undefined): Claims {
  return {
    typ: 'Bearer',
    azp: realm.client.clientId,
    sid: sessionId,
    acr: '1',
    realm_access: { roles: user.realmRoles },
    ...profileClaims(user),
    ...mapped(user, realm.client.protocolMappers, 'access.token.claim'),
  };
}
