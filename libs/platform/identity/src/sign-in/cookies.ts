import type { CookieOptions } from 'express';

/** The names and flags of our cookies for one public address. */
export interface CookieRules {
  readonly session: string;
  readonly pending: (state: string) => string;
  readonly sessionFlags: CookieOptions;
  readonly pendingFlags: CookieOptions;
}

/** `__Host-` and `Secure` need https; a hub on loopback has neither. */
export function cookieRules(publicUrl: string): CookieRules {
  const secure = publicUrl.startsWith('https:');
  const flags: CookieOptions = { httpOnly: true, sameSite: 'lax', secure };
  return {
    session: secure ? '__Host-mash_session' : 'mash_session',
    // One per sign-in under way, so that two tabs do not spoil each other.
    pending: (state) => `${secure ? '__Secure-' : ''}mash_sign_in_${state.slice(0, 12)}`,
    sessionFlags: { ...flags, path: '/' },
    pendingFlags: { ...flags, path: '/auth/callback' },
  };
}

/** The value of one cookie of a Cookie header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
