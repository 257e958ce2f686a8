import type { Clock } from '@mash/kernel';
import express from 'express';
import type { Pool } from 'pg';
import type { Identity } from '../token/identity.js';
import { NotSignedIn } from '../token/not-signed-in.js';
import { createTokenCheck } from '../token/token-check.js';
import { beginSignIn } from './begin-sign-in.js';
import { completeSignIn } from './complete-sign-in.js';
import { cookieRules, readCookie } from './cookies.js';
import type { CookieRequest } from './cross-site.js';
import { refuseCrossSite } from './cross-site.js';
import { issuerClient } from './issuer-client.js';
import { liveSession } from './live-session.js';
import { readSessionKey } from './seal.js';
import { SessionStore } from './session-store.js';
import type { SignInParts } from './sign-in-parts.js';
import { signOut } from './sign-out.js';

export interface SignInOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The address that browsers use for the hub. */
  readonly publicUrl: string;
  /** MASH_SESSION_KEY: 32 bytes in base64 or hex. */
  readonly sessionKey: string;
  /** A pool whose role may read and write `hub.session`. */
  readonly pool: Pool;
  readonly clock?: Clock;
}

export interface SignIn {
  /** GET /auth/sign-in?return=/path, GET /auth/callback, POST /auth/sign-out. */
  readonly router: express.Router;
  /**
   * Who makes this request, by bearer token or session cookie; null when nobody is signed in.
   * Throws `NotSignedIn` for a refused bearer token or an unreachable issuer, and `CrossSiteRequest`
   * for a write or socket that rides on the cookie from another site.
   */
  identityOf(request: CookieRequest): Promise<Identity | null>;
  /** The access token that carries this request, for a service that the hub passes it on to; undefined when nobody is signed in. */
  tokenOf(request: CookieRequest): Promise<string | undefined>;
  /** Ends every session of a subject; answers how many there were. */
  endSessionsOf(subject: string): Promise<number>;
}

function bearer(request: CookieRequest): string | undefined {
  const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' ? token : undefined;
}

type Step = (parts: SignInParts, request: express.Request, response: express.Response) => Promise<void>;

function routes(parts: SignInParts): express.Router {
  const router = express.Router();
  const run = (step: Step) => async (request: express.Request, response: express.Response) => {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('referrer-policy', 'no-referrer');
    try {
      await step(parts, request, response);
    } catch {
      response.status(503).type('text').send('Sign-in is not available at the moment. Try again shortly.');
    }
  };
  router.get('/auth/sign-in', run(beginSignIn));
  router.get('/auth/callback', run(completeSignIn));
  router.post('/auth/sign-out', run(signOut));
  return router;
}

/** The hub as the web client's backend: tokens stay here, the browser holds one cookie. */
export function createSignIn(options: SignInOptions): SignIn {
  const { clock, pool } = options;
  const now = clock === undefined ? () => Date.now() : () => Date.parse(clock.now());
  const key = readSessionKey(options.sessionKey);
  const publicUrl = options.publicUrl.replace(/\/+$/, '');
  const cookies = cookieRules(publicUrl);
  const store = new SessionStore({ pool, key, now });
  const issuer = issuerClient(options);
  const check = createTokenCheck({ ...options });
  const accessToken = liveSession({ store, issuer, now });

  const bySession = async (id: string): Promise<Identity | null> => {
    const token = await accessToken(id);
    if (token === undefined) return null;
    try {
      return await check(token);
    } catch (error) {
      if (error instanceof NotSignedIn && error.code !== 'UNAVAILABLE') return null;
      throw error;
    }
  };

  return {
    router: routes({ publicUrl, key, cookies, store, issuer, check, now }),
    identityOf: async (request) => {
      const token = bearer(request);
      if (token !== undefined) return check(token);
      const id = readCookie(request.headers.cookie, cookies.session);
      if (id === undefined) return null;
      refuseCrossSite(request, publicUrl);
      return bySession(id);
    },
    tokenOf: async (request) => {
      const id = readCookie(request.headers.cookie, cookies.session);
      if (bearer(request) !== undefined || id === undefined) return bearer(request);
      refuseCrossSite(request, publicUrl);
      return accessToken(id);
    },
    endSessionsOf: (subject) => store.endAllOf(subject),
  };
}
