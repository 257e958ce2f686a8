import type { Request, Response } from 'express';
import * as client from 'openid-client';
import { readCookie } from './cookies.js';
import { CrossSiteRequest, refuseOtherOrigin } from './cross-site.js';
import type { SessionTokens } from './session-store.js';
import type { SignInParts } from './sign-in-parts.js';

/** Where to send the browser so that the issuer's own session ends too; our page when the issuer is away. */
async function goodbye(parts: SignInParts, tokens: SessionTokens | undefined): Promise<string> {
  const home = `${parts.publicUrl}/`;
  if (tokens === undefined) return home;
  try {
    const issuer = await parts.issuer();
    // The browser may never arrive at the issuer: take its refresh token away from here.
    await client.tokenRevocation(issuer, tokens.refreshToken).catch(() => undefined);
    return client.buildEndSessionUrl(issuer, { id_token_hint: tokens.idToken, post_logout_redirect_uri: home }).href;
  } catch {
    return home;
  }
}

/**
 * Ends the session here first, then at the issuer.
 * A plain form may post here, so the origin alone is asked for; who asks for JSON is told where to go.
 */
export async function signOut(parts: SignInParts, request: Request, response: Response): Promise<void> {
  try {
    refuseOtherOrigin(request, parts.publicUrl);
  } catch (error) {
    if (!(error instanceof CrossSiteRequest)) throw error;
    response.status(403).type('text').send('Sign out from the hub’s own pages.');
    return;
  }
  const id = readCookie(request.headers.cookie, parts.cookies.session);
  const tokens = id === undefined ? undefined : await parts.store.use(id);
  if (id !== undefined) await parts.store.end(id);
  response.clearCookie(parts.cookies.session, parts.cookies.sessionFlags);
  const next = await goodbye(parts, tokens);
  if (request.accepts(['html', 'json']) === 'json') response.json({ redirectTo: next });
  else response.redirect(303, next);
}
