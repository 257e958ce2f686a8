import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

import type { UserOptions } from '../options.js';

export interface Caller {
  readonly name: string;
  readonly groups: readonly string[];
}

export type SignInResult =
  | { readonly kind: 'signed-in'; readonly caller: Caller }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'rejected' };

/** Knows one user and tells callers by their Basic credentials. */
export class SignIn {
  private readonly key = randomBytes(32);
  private readonly expected: Buffer;
  private readonly caller: Caller;

  constructor(user: UserOptions) {
    this.expected = this.digest(Buffer.from(`${user.name}:${user.password}`));
    this.caller = { name: user.name, groups: user.groups ?? [] };
  }

  /** @param authorization the header's value, if there is one */
  check(authorization: string | undefined): SignInResult {
    if (authorization === undefined) return { kind: 'anonymous' };
    const encoded = /^basic +([a-z0-9+/=]+) *$/i.exec(authorization)?.[1];
    if (encoded === undefined) return { kind: 'rejected' };
    // Digests under a secret key are compared, so that neither length nor content of the password shows in the time taken.
    const same = timingSafeEqual(this.digest(Buffer.from(encoded, 'base64')), this.expected);
    return same ? { kind: 'signed-in', caller: this.caller } : { kind: 'rejected' };
  }

  private digest(credentials: Buffer): Buffer {
    return createHmac('sha256', this.key).update(credentials).digest();
  }
}
