import type { Request, Response } from 'express';
import * as client from 'openid-client';
import type { PendingSignIn } from './begin-sign-in.js';
import { readPending } from './begin-sign-in.js';
import { readCookie } from './cookies.js';
import { tokensFrom } from './live-session.js';
import type { SignInParts } from './sign-in-parts.js';

const NOT_COMPLETED = `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Sign-in was not completed</title></head>
<body><h1>Sign-in was not completed</h1><p><a href="/auth/sign-in">Start again</a></p></body></html>
`;

async function exchange(parts: SignInParts, request: Request, pending: PendingSignIn): Promise<string> {
  const answer = await client.authorizationCodeGrant(
    await parts.issuer(),
    new URL(request.originalUrl, parts.publicUrl),
    {
      expectedState: pending.state,
      expectedNonce: pending.nonce,
      pkceCodeVerifier: pending.verifier,
      idTokenExpected: true,
    },
  );
  const { subject } = await parts.check(answer.access_token);
  return parts.store.begin(subject, tokensFrom(answer, parts.now()));
}

/**
 * Receives the browser back from the issuer and begins a session, always under a new id.
 * What went wrong is not shown: the person can only start again, and an attacker learns nothing.
 */
export async function completeSignIn(parts: SignInParts, request: Request, response: Response): Promise<void> {
  const { cookies, store } = parts;
  const state = typeof request.query['state'] === 'string' ? request.query['state'] : '';
  const pending = readPending(parts, state, readCookie(request.headers.cookie, cookies.pending(state)));
  if (pending === undefined) {
    response.status(400).send(NOT_COMPLETED);
    return;
  }
  response.clearCookie(cookies.pending(state), cookies.pendingFlags);
  let id: string;
  try {
    id = await exchange(parts, request, pending);
  } catch {
    response.status(400).send(NOT_COMPLETED);
    return;
  }
  const earlier = readCookie(request.headers.cookie, cookies.session);
  if (earlier !== undefined) await store.end(earlier);
  response.cookie(cookies.session, id, cookies.sessionFlags);
  response.redirect(303, pending.returnTo);
}
