import { AnotherLog, Runner, confirmed, noCrash } from '@mash/catch-up';
import type { Checkpoint, CrashPoint, FollowerMetrics } from '@mash/catch-up';
import type { Journal } from '@mash/event-log';
import type { AnyView } from '@mash/kernel';
import type { Pool } from '@mash/postgres';
import { findViewsCheckpoint } from '../checkpoint.js';
import type { RebuildPoint } from '../crash-points.js';
import { liveSchema } from '../schema.js';
import { viewHandler } from '../view-handler.js';

/** What is needed to bring views that nobody reads yet up to the live ones. */
export interface Standing {
  readonly pool: Pool;
  readonly journal: Journal;
  readonly views: readonly AnyView[];
  readonly metrics: FollowerMetrics;
  /** Events that one transaction takes in at most. */
  readonly most?: number;
  readonly onBatch: (handled: number) => void;
  readonly crashPoint?: CrashPoint<RebuildPoint>;
}

/** Few enough to be taken in while the live views are held. */
const nearly = 500;
const mostRounds = 20;

/** Events in a transaction: what an enquiry goes through often stands close together, and its rows are then written once. */
const usualMost = 4_000;

/** A set of views beside the live ones: the next, or the former. */
export class Standby {
  private readonly runner: Runner<unknown>;
  private handledBefore = 0;
  private underWay: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: Standing, readonly schema: string) {
    const { pool, journal, views, metrics, crashPoint = noCrash, most = usualMost } = parts;
    const handler = viewHandler({ schema, views, journal, crashPoint });
    this.runner = new Runner({
      log: journal.log, pool, metrics, crashPoint, most,
      handler: {
        ...handler,
        // A commit that a power cut undoes is done again from the checkpoint it undid with it; the swap itself is durable.
        write: async (client, forEachView, batch, counted) => {
          await client.query('SET LOCAL synchronous_commit = off');
          await handler.write(client, forEachView, batch, counted);
        },
        written: (_, __, counted) => {
          this.handledBefore = counted;
          parts.onBatch(counted);
        },
      },
    });
  }

  /** The last event these views took in. */
  get checkpoint(): Checkpoint {
    return this.runner.checkpoint;
  }

  /** Events these views took in since they were made. */
  get handled(): number {
    return this.handledBefore;
  }

  /** Catches up with the live views until little is left; with the log itself where the live views have nothing of it. */
  async nearlyCatchUp(): Promise<void> {
    for (let round = 0; round < mostRounds; round += 1) {
      const before = this.runner.handled;
      await this.catchUp(await this.liveHere());
      if (this.runner.handled - before <= nearly) return;
    }
  }

  /**
   * Catches up to exactly where the live views are, or were when somebody looked. One at a time: the runner knows one
   * place in the log, and whoever gave up on a batch has not stopped it.
   * @param signal takes in no further batch once it aborts
   */
  catchUp(live: Checkpoint | null, signal?: AbortSignal): Promise<void> {
    const caughtUp = this.underWay.catch(() => undefined).then(async () => {
      if (signal?.aborted !== true) await this.runner.catchUp({ until: live?.position ?? null, ...signal ? { signal } : {} });
    });
    this.underWay = caughtUp;
    return caughtUp;
  }

  /** The checkpoint of the live views as this log has it; null when they have taken in nothing of it. */
  async liveHere(): Promise<Checkpoint | null> {
    return here(this.parts.journal, await findViewsCheckpoint(this.parts.pool, liveSchema));
  }
}

/** A checkpoint as this log has it; null where it names no event, or one of another log. */
export async function here(journal: Journal, checkpoint: Checkpoint | null): Promise<Checkpoint | null> {
  if (checkpoint === null || checkpoint.eventId === null) return null;
  try {
    return await confirmed(journal.log, checkpoint);
  } catch (error) {
    if (error instanceof AnotherLog) return null;
    throw error;
  }
}
