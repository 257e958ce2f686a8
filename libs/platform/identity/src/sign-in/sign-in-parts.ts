import type { KeyObject } from 'node:crypto';
import type * as client from 'openid-client';
import type { TokenCheck } from '../token/token-check.js';
import type { CookieRules } from './cookies.js';
import type { SessionStore } from './session-store.js';

/** What the steps of sign-in and sign-out share. */
export interface SignInParts {
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly key: KeyObject;
  readonly cookies: CookieRules;
  readonly store: SessionStore;
  readonly issuer: () => Promise<client.Configuration>;
  readonly check: TokenCheck;
  readonly now: () => number;
}
