import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';

const keySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), use: z.string().optional(), alg: z.string().optional() })),
});

/** The issuer could not be asked for its keys. */
export class KeysUnavailable extends Error {}

/** The issuer was asked and does not know this key. */
export class KeyUnknown extends Error {}

export interface IssuerKeysOptions {
  readonly url: string;
  readonly now: () => number;
  readonly timeoutMs: number;
}

/** Nobody who sends made-up key names can make us ask the issuer more often than this. */
const COOL_DOWN_MS = 10_000;
/** After a failed answer the next question may come sooner: people are waiting at the door. */
const RETRY_AFTER_MS = 1_000;
/** A key that the issuer has withdrawn stops counting after at most this long. */
const REFRESH_AFTER_MS = 600_000;

/**
 * The issuer's signing keys: fetched at most once in ten seconds, shared by callers who wait together,
 * and kept through an outage.
 */
export class IssuerKeys {
  readonly #options: IssuerKeysOptions;
  #keys: ReadonlyMap<string, KeyObject> = new Map();
  #askedAt = Number.NEGATIVE_INFINITY;
  #fetchedAt = Number.NEGATIVE_INFINITY;
  #failed = false;
  #asking: Promise<void> | undefined;

  constructor(options: IssuerKeysOptions) {
    this.#options = options;
  }

  async get(kid: string): Promise<KeyObject> {
    const known = this.#keys.get(kid);
    if (known === undefined) await this.#ask();
    else if (this.#options.now() - this.#fetchedAt > REFRESH_AFTER_MS) void this.#ask();
    const key = known ?? this.#keys.get(kid);
    if (key !== undefined) return key;
    throw this.#failed ? new KeysUnavailable() : new KeyUnknown();
  }

  async #ask(): Promise<void> {
    if (this.#asking === undefined) {
      const wait = this.#failed ? RETRY_AFTER_MS : COOL_DOWN_MS;
      if (this.#options.now() - this.#askedAt < wait) return;
      this.#askedAt = this.#options.now();
      this.#asking = this.#fetch().finally(() => {
        this.#asking = undefined;
      });
    }
    await this.#asking;
  }

  async #fetch(): Promise<void> {
    try {
      const answer = await fetch(this.#options.url, {
        signal: AbortSignal.timeout(this.#options.timeoutMs),
        redirect: 'error',
      });
      if (!answer.ok) throw new KeysUnavailable();
      const { keys } = keySet.parse(await answer.json());
      const usable = keys.filter((key) => key.kty === 'RSA' && key.use !== 'enc' && (key.alg ?? 'RS256') === 'RS256');
      this.#keys = new Map(usable.map((key) => [key.kid, createPublicKey({ key, format: 'jwk' })]));
      this.#fetchedAt = this.#options.now();
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
  }
}
