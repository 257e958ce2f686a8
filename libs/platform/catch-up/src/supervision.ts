import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@mash/telemetry';
import { errorName } from '@mash/telemetry';
import { interruptedBy } from './follower-metrics.js';
import type { FollowerMetrics } from './follower-metrics.js';
import { Lag } from './lag.js';
import type { Source } from './runner.js';

/** What is kept running: a runner, or something that runs one. */
export interface Supervised {
  follow(signal: AbortSignal): Promise<void>;
  readonly checkpoint: { readonly position: bigint | null };
  readonly handled: number;
}

export interface Supervising {
  readonly supervised: Supervised;
  readonly log: Source;
  readonly metrics: FollowerMetrics;
  readonly say: Log;
  /** Milliseconds between two measurements of the lag. */
  readonly measured?: number;
}

const longestPause = 5_000;
const measuredEvery = 10_000;

/** The pause before a follower begins again after so many failures with nothing taken in between. */
export const pauseAfter = (failures: number): number => Math.min(longestPause, 100 * 2 ** Math.min(failures, 10));

/** Keeps one follower going until it is told to stop, through whatever interrupts it, and measures how far behind it is. */
export class Supervision {
  private readonly stopping = new AbortController();
  private readonly every: number;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Supervising) {
    this.every = parts.measured ?? measuredEvery;
  }

  start(): void {
    this.running = Promise.all([this.keepFollowing(), this.keepMeasuring()]).then(() => undefined);
  }

  /**
   * Lets the batch under way be committed, and takes no other.
   * @param milliseconds how long to wait for that
   * @returns false when it was still under way: it is then either committed or rolled back whole, by PostgreSQL
   */
  async stop(milliseconds = 5_000): Promise<boolean> {
    this.stopping.abort();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), milliseconds);
    });
    try {
      return await Promise.race([this.running.then(() => true), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async keepFollowing(): Promise<void> {
    const { supervised, metrics, say } = this.parts;
    for (let failures = 0; !this.stopping.signal.aborted;) {
      const before = supervised.handled;
      try {
        await supervised.follow(this.stopping.signal);
        failures = 0;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        const by = interruptedBy(error);
        failures = supervised.handled > before ? 1 : failures + 1;
        metrics.interrupted(by);
        say(by === 'refused' ? 'error' : 'warn', 'interrupted, going on', { what: 'following', by, error: errorName(error), failures });
      }
      await this.pause(pauseAfter(failures));
    }
  }

  private async keepMeasuring(): Promise<void> {
    const { supervised, log, metrics } = this.parts;
    const lag = new Lag(log, () => Date.now());
    for (let [handled, at] = [supervised.handled, performance.now()]; !this.stopping.signal.aborted;) {
      await this.pause(this.every);
      // A log that cannot be read is reported by who follows it; the last measurement stands until it can.
      const behind = await lag.measure(() => supervised.checkpoint.position).catch(() => null);
      const now = performance.now();
      if (behind) metrics.lag(behind.events, behind.seconds, ((supervised.handled - handled) * 1_000) / Math.max(1, now - at));
      [handled, at] = [supervised.handled, now];
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return pause(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
