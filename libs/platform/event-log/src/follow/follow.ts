import type { AllStreamSubscription, EventStoreDBClient } from '@eventstore/db-client';
import { START, streamNameFilter } from '@eventstore/db-client';
import { causeOf, isRefusal } from '../connection/causes.js';
import type { Line } from '../connection/line.js';
import type { SubscriptionLoss } from '../log-signal.js';
import { Arrivals } from '../read/arrivals.js';
import { placedEvent, positionOf } from '../read/placed-event.js';
import type { Resolved } from '../read/placed-event.js';
import type { PlacedEvent } from '../stored-event.js';
import { LogRefused, LogUnavailable } from '../stored-event.js';
import { domainStreams } from './domain-streams.js';
import { Watchdog } from './watchdog.js';

export interface Following {
  /** The connection of subscriptions. */
  readonly line: Line;
  /** The connection of reads, for the watchdog: a connection that lost a subscription cannot be asked whether it did. */
  readonly reads: Line;
  /** Milliseconds without an event or a checkpoint after which the watchdog looks. */
  readonly silence: number;
}

/** One subscription: from its confirmation to its loss. */
class Subscription {
  readonly arrivals: Arrivals<Resolved>;
  private confirmed = false;
  private readonly watchdog: Watchdog;
  private readonly client: EventStoreDBClient;
  private readonly began: number;
  private lastWord = performance.now();

  constructor(private readonly parts: Following, private last: bigint | null, most: number) {
    const { line } = parts;
    this.began = line.patience.now();
    this.client = line.connection.client;
    this.watchdog = new Watchdog(parts.reads, last);
    const source: AllStreamSubscription = this.client.subscribeToAll({
      fromPosition: last === null ? START : { commit: last, prepare: last }, credentials: line.credentials,
      filter: streamNameFilter({ prefixes: [...domainStreams], checkpointInterval: 32, checkpointReached: (_, { commit }) => this.reached(commit) }),
    }, { highWaterMark: most });
    this.arrivals = new Arrivals(source, () => source.unsubscribe());
    source.once('confirmation', () => this.confirm());
  }

  /** What has arrived, at most so many: each event once and in order, whatever the server repeats. */
  batch(most: number): PlacedEvent[] {
    const batch: PlacedEvent[] = [];
    while (batch.length < most) {
      const resolved = this.arrivals.take();
      if (resolved === null) break;
      const position = positionOf(resolved);
      if (this.last !== null && position <= this.last) continue;
      this.last = position;
      const event = placedEvent(resolved);
      if (event) batch.push(event);
    }
    if (batch.length > 0) this.confirm();
    if (this.last !== null) this.watchdog.passed(this.last);
    return batch;
  }

  /** Waits for something to take. @throws LogUnavailable when the subscription is lost */
  async wait(): Promise<void> {
    const { patience } = this.parts.line;
    const pause = await this.arrivals.wait(this.confirmed ? this.parts.silence : patience.deadline).catch((error: unknown) => {
      if (isRefusal(error)) throw new LogRefused(`The event log refused a subscription: ${causeOf(error)}.`, { cause: error });
      throw this.lost('failed', error);
    });
    if (pause === 'ended') throw this.lost('ended');
    if (pause === 'silent' && !this.confirmed) throw this.lost('unconfirmed');
    // What has just been appended may still be on its way: only silence after the look is loss.
    if (pause === 'silent' && await this.watchdog.findsMissed() && await this.arrivals.wait(patience.deadline) === 'silent') throw this.lost('silent');
  }

  /** Called by the client where an error would stall the subscription for ever: must not throw. */
  private reached(position: bigint): void {
    this.confirm();
    this.watchdog.passed(position);
    this.arrivals.nudge();
  }

  private confirm(): void {
    this.parts.line.connection.heard();
    this.lastWord = performance.now();
    if (this.confirmed) return;
    this.confirmed = true;
    this.parts.line.observe({ what: 'subscribed', milliseconds: this.parts.line.patience.now() - this.began });
    this.arrivals.nudge();
  }

  private lost(why: SubscriptionLoss, cause?: unknown): LogUnavailable {
    const { connection, observe } = this.parts.line;
    observe({ what: 'subscription lost', why });
    // The next subscription must not wait behind what made this one silent.
    if (why === 'silent' || why === 'unconfirmed') connection.renew(this.client, this.lastWord);
    return new LogUnavailable(`The subscription was lost: ${why}.`, { cause });
  }
}

/** See `EventLog.follow`. */
export async function* follow(parts: Following, position: bigint | null, signal: AbortSignal, most: number): AsyncGenerator<PlacedEvent[]> {
  if (signal.aborted) return;
  const subscription = new Subscription(parts, position, most);
  signal.addEventListener('abort', subscription.arrivals.nudge);
  try {
    while (!signal.aborted) {
      const batch = subscription.batch(most);
      if (batch.length > 0) yield batch;
      else await subscription.wait();
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    signal.removeEventListener('abort', subscription.arrivals.nudge);
    subscription.arrivals.leave();
  }
}
