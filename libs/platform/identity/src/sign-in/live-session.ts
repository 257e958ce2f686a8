import * as client from 'openid-client';
import { NotSignedIn } from '../token/not-signed-in.js';
import type { SessionStore, SessionTokens } from './session-store.js';

/** A token is renewed while it still has this long, so that no request carries one that dies on the way. */
const RENEW_BEFORE_MS = 60_000;

/** Reads the tokens out of an answer of the issuer's token endpoint. */
export function tokensFrom(
  answer: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  now: number,
  old?: SessionTokens,
): SessionTokens {
  const refreshToken = answer.refresh_token ?? old?.refreshToken;
  const idToken = answer.id_token ?? old?.idToken;
  if (refreshToken === undefined || idToken === undefined) throw new NotSignedIn('UNAVAILABLE');
  return {
    accessToken: answer.access_token,
    accessExpiresAt: now + (answer.expiresIn() ?? 0) * 1000,
    refreshToken,
    idToken,
  };
}

/** The issuer says that the session is over, which is not the same as the issuer being away. */
function ended(error: unknown): boolean {
  return error instanceof client.ResponseBodyError && error.error === 'invalid_grant';
}

export interface LiveSessionOptions {
  readonly store: SessionStore;
  readonly issuer: () => Promise<client.Configuration>;
  readonly now: () => number;
}

/** Makes the reader of a session's access token, which renews it before it runs out. */
export function liveSession({ store, issuer, now }: LiveSessionOptions): (id: string) => Promise<string | undefined> {
  const renewals = new Map<string, Promise<string | undefined>>();
  const fresh = (tokens: SessionTokens): boolean => tokens.accessExpiresAt - now() > RENEW_BEFORE_MS;

  const renew = async (id: string, kept: SessionTokens): Promise<string | undefined> => {
    try {
      const renewed = await store.renew(id, async (old) =>
        fresh(old) ? old : tokensFrom(await client.refreshTokenGrant(await issuer(), old.refreshToken), now(), old),
      );
      return renewed?.accessToken;
    } catch (error) {
      if (ended(error)) {
        await store.end(id);
        return undefined;
      }
      if (kept.accessExpiresAt > now()) return kept.accessToken;
      throw new NotSignedIn('UNAVAILABLE');
    }
  };

  return async (id) => {
    const kept = await store.use(id);
    if (kept === undefined || fresh(kept)) return kept?.accessToken;
    const renewal = renewals.get(id) ?? renew(id, kept).finally(() => renewals.delete(id));
    renewals.set(id, renewal);
    return renewal;
  };
}
