import { Runner } from '@mash/catch-up';
import type { Checkpoint, FollowerMetrics, Supervised } from '@mash/catch-up';
import { LogUnavailable } from '@mash/event-log';
import type { Pool } from '@mash/postgres';
import { stewardHandler } from './steward.js';
import type { StewardParts } from './steward.js';

/** Follows the log for what the steward acts on. */
export class StewardFollower implements Supervised {
  private readonly runner: Runner<unknown>;
  private following = true;

  constructor(parts: StewardParts, pool: Pool, metrics: FollowerMetrics) {
    const handler = stewardHandler(parts);
    this.runner = new Runner({ log: parts.journal.log, pool, metrics, handler: { ...handler, begun: () => this.begun() } });
  }

  /** False after something stopped it that waiting for the log does not mend, until it follows again. */
  get ok(): boolean {
    return this.following;
  }

  get checkpoint(): Checkpoint {
    return this.runner.checkpoint;
  }

  get handled(): number {
    return this.runner.handled;
  }

  async follow(signal: AbortSignal): Promise<void> {
    try {
      await this.runner.follow(signal);
    } catch (error) {
      this.following &&= error instanceof LogUnavailable;
      throw error;
    }
  }

  private begun(): Promise<void> {
    this.following = true;
    return Promise.resolve();
  }
}
