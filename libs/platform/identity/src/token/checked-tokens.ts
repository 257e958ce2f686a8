import { createHash } from 'node:crypto';
import type { Identity } from './identity.js';

const LONGEST_MS = 30_000;
const MOST = 5_000;

interface Checked {
  readonly identity: Identity;
  readonly until: number;
}

/**
 * Tokens found good a moment ago, under their hash.
 * A bearer token is checked offline and holds until it expires, whether it is remembered here, which is never beyond
 * that, or not; what ends a session early is looked up in the session table on every request and never remembered.
 */
export class CheckedTokens {
  readonly #checked = new Map<string, Checked>();

  get(token: string, now: number): Identity | undefined {
    const found = this.#checked.get(this.#key(token));
    return found !== undefined && found.until > now ? found.identity : undefined;
  }

  keep(token: string, identity: Identity, now: number): void {
    if (this.#checked.size >= MOST) {
      const oldest = this.#checked.keys().next();
      if (oldest.done !== true) this.#checked.delete(oldest.value);
    }
    this.#checked.set(this.#key(token), { identity, until: Math.min(now + LONGEST_MS, identity.expiresAt) });
  }

  #key(token: string): string {
    return createHash('sha256').update(token).digest('base64url');
  }
}
