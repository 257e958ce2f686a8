export interface ThrottleRule {
  /** Wrong guesses allowed before the wait begins. */
  readonly failureFactor: number;
  readonly waitIncrementSeconds: number;
  readonly maxFailureWaitSeconds: number;
}

interface Guesses {
  failures: number;
  blockedUntil: number;
}

/** More names than a training hub has people: beyond it the oldest is forgotten, so memory stays bounded. */
const REMEMBERED = 10_000;

/** Slows down guessing, name by name, by the rule of the realm's brute-force settings. */
export class GuessThrottle {
  readonly #rule: ThrottleRule;
  readonly #now: () => number;
  readonly #guesses = new Map<string, Guesses>();

  constructor(rule: ThrottleRule, now: () => number) {
    this.#rule = rule;
    this.#now = now;
  }

  /** Whether a guess for this name must wait. */
  blocked(name: string): boolean {
    return (this.#guesses.get(name)?.blockedUntil ?? 0) > this.#now();
  }

  /** Counts a wrong guess; every `failureFactor` of them lengthens the wait. */
  failed(name: string): void {
    const guesses = this.#guesses.get(name) ?? { failures: 0, blockedUntil: 0 };
    guesses.failures += 1;
    const rounds = Math.floor(guesses.failures / this.#rule.failureFactor);
    if (rounds > 0) {
      const wait = Math.min(rounds * this.#rule.waitIncrementSeconds, this.#rule.maxFailureWaitSeconds);
      guesses.blockedUntil = this.#now() + wait * 1000;
    }
    this.#guesses.delete(name);
    this.#guesses.set(name, guesses);
    const oldest = this.#guesses.keys().next();
    if (this.#guesses.size > REMEMBERED && oldest.done !== true) this.#guesses.delete(oldest.value);
  }

  /** A right password clears the count. */
  succeeded(name: string): void {
    this.#guesses.delete(name);
  }
}
