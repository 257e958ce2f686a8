import * as client from 'openid-client';
import { CookieJar } from './cookie-jar.js';
import { formAction, walk } from './walk.js';

export interface TokensByForm {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly username: string;
  readonly password: string;
}

export interface IssuedTokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
}

/** Nothing listens there: the walk stops before it and reads the code from the address. */
const CALLBACK = 'http://127.0.0.1:9/auth/callback';

/** Signs a person in by HTTP and keeps the raw tokens, for tests that need a bearer token. */
export async function tokensByForm(options: TokensByForm): Promise<IssuedTokens> {
  const { issuer, clientId, clientSecret, username, password } = options;
  const secret = client.ClientSecretBasic(clientSecret);
  const at = await client.discovery(new URL(issuer), clientId, undefined, secret, {
    execute: [client.allowInsecureRequests],
  });
  const verifier = client.randomPKCECodeVerifier();
  const address = client.buildAuthorizationUrl(at, {
    redirect_uri: CALLBACK,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const walking = { jar: new CookieJar(), stopAt: (url: URL) => url.href.startsWith(CALLBACK) };
  const action = formAction(await walk(walking, address));
  if (action === undefined) throw new Error('The issuer shows no sign-in form');
  const end = await walk(walking, action, new URLSearchParams({ username, password, credentialId: '' }));
  const answer = await client.authorizationCodeGrant(at, end.url, { pkceCodeVerifier: verifier, idTokenExpected: true });
  return {
    accessToken: answer.access_token,
    idToken: answer.id_token ?? '',
    refreshToken: answer.refresh_token ?? '',
  };
}
