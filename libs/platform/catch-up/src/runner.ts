import { isFollowed } from '@mash/event-log';
import type { EventLog, PlacedEvent } from '@mash/event-log';
import type { Pool } from '@mash/postgres';
import { inTransaction } from '@mash/postgres';
import { fetchedAhead, inBatches } from './ahead.js';
import { checkpointOf, confirmed, correctPosition, moveCheckpoint, readCheckpoint } from './checkpoint.js';
import type { Checkpoint } from './checkpoint.js';
import { noCrash } from './crash-points.js';
import type { CrashPoint, RunnerPoint } from './crash-points.js';
import { interruptedBy } from './follower-metrics.js';
import type { FollowerMetrics } from './follower-metrics.js';
import type { Handler } from './handler.js';
import { unnamed } from './types.js';

/** What a runner reads from. */
export type Source = Pick<EventLog, 'readOne' | 'readAll' | 'follow'>;

export interface Running<Prepared> {
  readonly log: Source;
  readonly pool: Pool;
  readonly handler: Handler<Prepared>;
  readonly metrics: FollowerMetrics;
  readonly crashPoint?: CrashPoint<RunnerPoint>;
  /** Events that one transaction takes in at most. */
  readonly most?: number;
}

/** How far to catch up: `until` is a position of this server; null for the end of the log as it is now. */
export interface CatchingUp {
  readonly until?: bigint | null;
  readonly signal?: AbortSignal;
}

const usualMost = 500;

/** A batch that was read and prepared and waits to be written. */
interface Ready<Prepared> { readonly batch: readonly PlacedEvent[]; readonly prepared: Prepared; readonly unnamed: number }

/**
 * Takes events into a follower's tables: in batches of whatever there is, so one by one when live. Each batch is one
 * transaction, which moves the checkpoint from the event before and fails when somebody else has moved it.
 */
export class Runner<Prepared> {
  private at: Checkpoint = { position: null, stream: null, revision: null, eventId: null };
  private taken = 0;
  private isStuck = false;
  private readonly point: CrashPoint<RunnerPoint>;
  private readonly most: number;

  constructor(private readonly parts: Running<Prepared>) {
    this.point = parts.crashPoint ?? noCrash;
    this.most = parts.most ?? usualMost;
  }

  /** The last event that was taken in, as this server has it. */
  get checkpoint(): Checkpoint {
    return this.at;
  }

  /** True after something stopped it that waiting for the log does not mend, until it begins again. */
  get stuck(): boolean {
    return this.isStuck;
  }

  /** Events taken in by this process. */
  get handled(): number {
    return this.taken;
  }

  /**
   * Goes on from the checkpoint and follows the log until the signal aborts: then the batch under way is finished first.
   * @throws whatever interrupted it; the next call goes on from the checkpoint
   */
  async follow(signal: AbortSignal): Promise<void> {
    const { log, handler } = this.parts;
    try {
      await handler.ready?.();
      await this.resume();
      if (handler.caughtUp) {
        await this.readOn({ signal });
        if (signal.aborted) return;
        handler.caughtUp();
      }
      for await (const batch of log.follow(this.at.position, signal, this.most)) await this.takeIn(await this.prepared(batch));
    } catch (error) {
      this.isStuck ||= interruptedBy(error) !== 'log';
      throw error;
    } finally {
      handler.ended?.();
    }
  }

  /** Goes on from the checkpoint to where it was told or to the end of the log, and returns the checkpoint there. */
  async catchUp(how: CatchingUp = {}): Promise<Checkpoint> {
    const { handler } = this.parts;
    try {
      await handler.ready?.();
      await this.resume();
      await this.readOn(how);
      return this.at;
    } finally {
      handler.ended?.();
    }
  }

  private async resume(): Promise<void> {
    const { log, pool, handler } = this.parts;
    const stored = await readCheckpoint(pool, handler.checkpoint);
    await this.point('checkpoint-read');
    this.at = await confirmed(log, stored);
    await this.point('checkpoint-confirmed');
    if (this.at.position !== stored.position) await correctPosition(pool, handler.checkpoint, this.at);
    await this.point('position-corrected');
    await handler.begun?.(this.at);
    this.isStuck = false;
  }

  private async readOn({ until = null, signal }: CatchingUp): Promise<void> {
    if (until !== null && this.at.position !== null && this.at.position >= until) return;
    const events = domainEvents(this.parts.log.readAll(this.at.position), until);
    for await (const ready of fetchedAhead(this.preparedBatches(inBatches(events, this.most)))) {
      if (signal?.aborted) return;
      await this.takeIn(ready);
    }
  }

  private async *preparedBatches(batches: AsyncIterable<readonly PlacedEvent[]>): AsyncGenerator<Ready<Prepared>> {
    for await (const batch of batches) yield await this.prepared(batch);
  }

  private async prepared(batch: readonly PlacedEvent[]): Promise<Ready<Prepared>> {
    await this.point('batch-received');
    const ready = { batch, unnamed: unnamed(this.parts.handler, batch), prepared: await this.parts.handler.prepare(batch) };
    await this.point('batch-prepared');
    return ready;
  }

  private async takeIn({ batch, prepared, unnamed: passedBy }: Ready<Prepared>): Promise<void> {
    const { pool, handler, metrics } = this.parts;
    const last = batch.at(-1);
    if (!last) return;
    const [began, next] = [performance.now(), checkpointOf(last)];
    const counted = await inTransaction(pool, async (client) => {
      await this.point('transaction-begun');
      const total = await moveCheckpoint(client, handler.checkpoint, this.at, next, batch.length);
      await this.point('checkpoint-moved');
      await handler.write(client, prepared, batch, total);
      await this.point('rows-written');
      return total;
    });
    await this.point('committed');
    this.at = next;
    this.taken += batch.length;
    metrics.takenIn(batch.length, passedBy, (performance.now() - began) / 1_000);
    handler.written?.(prepared, batch, counted);
    await this.point('told');
  }
}

/** What a follower would be given of a read of everything, up to a position. */
async function* domainEvents(events: AsyncIterable<PlacedEvent>, until: bigint | null): AsyncGenerator<PlacedEvent> {
  for await (const event of events) {
    if (until !== null && event.position > until) return;
    if (isFollowed(event.stream)) yield event;
  }
}
