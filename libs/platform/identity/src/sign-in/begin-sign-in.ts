import type { Request, Response } from 'express';
import * as client from 'openid-client';
import { z } from 'zod';
import { localPath } from './return-path.js';
import { seal, unseal } from './seal.js';
import type { SignInParts } from './sign-in-parts.js';

const LONGEST_SIGN_IN_MS = 30 * 60_000;

const pending = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  until: z.number(),
});

export type PendingSignIn = z.infer<typeof pending>;

/** Sends the browser to the issuer, with what must be remembered sealed in a short-lived cookie. */
export async function beginSignIn(parts: SignInParts, request: Request, response: Response): Promise<void> {
  const returnTo = localPath(request.query['return'], parts.publicUrl);
  if (returnTo === undefined) {
    response.status(400).type('text').send('The page to return to must be a page of this hub.');
    return;
  }
  const state = client.randomState();
  const nonce = client.randomNonce();
  const verifier = client.randomPKCECodeVerifier();
  const address = client.buildAuthorizationUrl(await parts.issuer(), {
    redirect_uri: `${parts.publicUrl}/auth/callback`,
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const until = parts.now() + LONGEST_SIGN_IN_MS;
  const remembered: PendingSignIn = { state, nonce, verifier, returnTo, until };
  const sealed = seal(parts.key, `sign-in:${state}`, remembered).toString('base64url');
  response.cookie(parts.cookies.pending(state), sealed, { ...parts.cookies.pendingFlags, maxAge: LONGEST_SIGN_IN_MS });
  response.redirect(303, address.href);
}

/** What was remembered for this state, if this browser began it and it has not run out. */
export function readPending(parts: SignInParts, state: string, cookie: string | undefined): PendingSignIn | undefined {
  if (cookie === undefined) return undefined;
  const opened = pending.safeParse(unseal(parts.key, `sign-in:${state}`, Buffer.from(cookie, 'base64url')));
  return opened.success && opened.data.state === state && opened.data.until > parts.now() ? opened.data : undefined;
}
