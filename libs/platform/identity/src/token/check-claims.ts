import { NotSignedIn } from './not-signed-in.js';
import type { TokenPayload } from './read-token.js';

/** How far the issuer's clock may run ahead of ours. */
const SKEW_SECONDS = 30;

export interface ExpectedToken {
  readonly issuer: string;
  readonly audience: string;
}

/** Issuer, audience and time; the times include `nbf` and a future `iat`, which keycloak-connect leaves out. */
export function checkClaims(token: TokenPayload, expected: ExpectedToken, nowMs: number): void {
  const now = nowMs / 1000;
  if (token.iss !== expected.issuer) throw new NotSignedIn('FOREIGN');
  const audiences = typeof token.aud === 'string' ? [token.aud] : (token.aud ?? []);
  if (!audiences.includes(expected.audience)) throw new NotSignedIn('WRONG_AUDIENCE');
  if (token.exp <= now) throw new NotSignedIn('EXPIRED');
  if ((token.nbf ?? 0) > now + SKEW_SECONDS || token.iat > now + SKEW_SECONDS) throw new NotSignedIn('EXPIRED');
}
