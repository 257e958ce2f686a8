import { Injectable } from '@nestjs/common';
import { Journal, isFollowed } from '@mash/event-log';
import type { EventId, EventMetadata, Instant } from '@mash/kernel';
import { Ledger, Order } from '@mash/replay';

/** Which moment: after an event, at a time, or now. */
export interface Moment {
  readonly eventId: string | null;
  readonly at: Instant | null;
}

/** The event that ends a prefix of the log (null: all there is), and the time by which it is judged. */
export interface Prefix {
  readonly through: EventId | null;
  readonly now: Instant;
}

/** Finds the prefix of the log that a moment means. */
@Injectable()
export class Prefixes {
  constructor(private readonly order: Order, private readonly ledger: Ledger, private readonly journal: Journal) {}

  /** Null when there is no such event, or nothing had been recorded by then. */
  async of({ eventId, at }: Moment): Promise<Prefix | null> {
    const now = this.journal.clock.now();
    if (eventId !== null) {
      const entry = await this.order.find(eventId);
      return entry && { through: entry.eventId, now: entry.recordedAt };
    }
    if (at === null || at >= now) return { through: null, now };
    const through = await this.lastAfterTheOrder(at) ?? (await this.order.lastBy(at))?.eventId ?? null;
    return through && { through, now: at };
  }

  /** What the order has not taken in yet may have been recorded by then as well. */
  private async lastAfterTheOrder(at: Instant): Promise<EventId | null> {
    let last: string | null = null;
    for await (const event of this.journal.log.readAll((await this.ledger.checkpoint()).position)) {
      const { recordedAt } = event.metadata as unknown as EventMetadata;
      if (isFollowed(event.stream) && recordedAt <= at) last = event.id;
    }
    return last as EventId | null;
  }
}
