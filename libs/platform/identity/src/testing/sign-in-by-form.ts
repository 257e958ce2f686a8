import { CookieJar } from './cookie-jar.js';
import { formAction, walk } from './walk.js';

export interface SignInByForm {
  readonly hubUrl: string;
  readonly username: string;
  readonly password: string;
}

const SESSION_COOKIE = /^(__Host-)?mash_session$/;

/**
 * Signs a person in by HTTP, through the form of Keycloak or of its stand-in.
 * Answers the Cookie header of the hub's session; throws when the form comes back.
 */
export async function signInByForm({ hubUrl, username, password }: SignInByForm): Promise<string> {
  const hub = new URL(hubUrl);
  const jar = new CookieJar();
  const options = { jar, stopAt: (url: URL) => url.origin === hub.origin && !url.pathname.startsWith('/auth/') };
  const page = await walk(options, new URL('/auth/sign-in', hub));
  const action = formAction(page);
  if (action === undefined) throw new Error(`No sign-in form at ${page.url.pathname} (status ${page.status})`);
  const after = await walk(options, action, new URLSearchParams({ username, password, credentialId: '' }));
  const cookie = jar.named(SESSION_COOKIE);
  if (cookie === '') throw new Error(`The sign-in was refused at ${after.url.pathname} (status ${after.status})`);
  return cookie;
}

/** The headers that the hub's own pages send with a write. */
export function asOwnPage(hubUrl: string, cookie: string): Record<string, string> {
  return { cookie, origin: new URL(hubUrl).origin, 'x-mash-csrf': '1' };
}
