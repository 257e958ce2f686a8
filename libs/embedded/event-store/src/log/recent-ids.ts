export interface RememberedAppend {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

const MAX_IDS = 50_000;
const FORGET_ONE_IN = 64;

/**
 * Ids of recent events, consulted for appends that expect "any" revision. Deliberately weak, like the
 * cache of a real server: bounded, one stream an id, empty after a restart. When forgetful it also
 * drops everything now and then, so that code leaning on it fails here rather than in production.
 */
export class RecentIds {
  private readonly byId = new Map<string, RememberedAppend>();

  constructor(private readonly forgetful: boolean) {}

  find(id: string, stream: string): RememberedAppend | undefined {
    const found = this.byId.get(id);
    return found?.stream === stream ? found : undefined;
  }

  remember(id: string, append: RememberedAppend): void {
    this.byId.delete(id);
    this.byId.set(id, append);
    if (this.byId.size <= MAX_IDS) return;
    for (const oldest of this.byId.keys()) {
      this.byId.delete(oldest);
      break;
    }
  }

  maybeForget(): void {
    if (this.forgetful && Math.random() * FORGET_ONE_IN < 1) this.byId.clear();
  }

  clear(): void {
    this.byId.clear();
  }
}
