export interface RememberedAppend {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

/** Of these there are two generations; the older goes whole. Dropping ids one by one would cost the map a walk over all that it dropped before. */
const GENERATION = 25_000;
const FORGET_ONE_IN = 64;

/**
 * Ids of recent events, consulted for appends that expect "any" revision. Deliberately weak, like the
 * cache of a real server: bounded, one stream an id, empty after a restart. When forgetful it also
 * drops everything now and then, so that code leaning on it fails here rather than in production.
 */
export class RecentIds {
  private young = new Map<string, RememberedAppend>();
  private old = new Map<string, RememberedAppend>();

  constructor(private readonly forgetful: boolean) {}

  find(id: string, stream: string): RememberedAppend | undefined {
    const found = this.young.get(id) ?? this.old.get(id);
    return found?.stream === stream ? found : undefined;
  }

  remember(id: string, append: RememberedAppend): void {
    if (this.young.size >= GENERATION) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(id, append);
  }

  maybeForget(): void {
    if (this.forgetful && Math.random() * FORGET_ONE_IN < 1) this.clear();
  }

  clear(): void {
    this.young.clear();
    this.old.clear();
  }
}
