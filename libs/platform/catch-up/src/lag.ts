import { isFollowed } from '@mash/event-log';
import type { EventLog } from '@mash/event-log';

/** How far behind the log a follower is. */
export interface Behind {
  readonly events: number;
  /** Age of the oldest event that waits. */
  readonly seconds: number;
}

/** More than this is not counted: it says "far" as well as any number. */
const most = 10_000;

/**
 * Measures lag by reading the log itself, beside the follower, and counting what it has not taken in. Asking the
 * follower would show nothing when its subscription has gone silent; comparing with the head would show lag for ever
 * when the last events are of streams that nobody follows. Each event is read once.
 */
export class Lag {
  private waiting: { readonly position: bigint; readonly at: number }[] = [];
  private seen: bigint | null = null;
  private began = false;

  constructor(private readonly log: Pick<EventLog, 'readAll'>, private readonly now: () => number) {}

  /** @param taken the position of the follower's checkpoint as it is now, on this server */
  async measure(taken: () => bigint | null): Promise<Behind> {
    const position = taken();
    if (!this.began || (position !== null && (this.seen === null || this.seen < position))) this.seen = position;
    this.began = true;
    for await (const event of this.log.readAll(this.seen)) {
      if (this.waiting.length >= most) break;
      this.seen = event.position;
      if (isFollowed(event.stream)) this.waiting.push({ position: event.position, at: Date.parse(String(event.metadata['recordedAt'])) });
    }
    this.forget(taken());
    const [oldest] = this.waiting;
    return { events: this.waiting.length, seconds: oldest && Number.isFinite(oldest.at) ? Math.max(0, (this.now() - oldest.at) / 1_000) : 0 };
  }

  private forget(position: bigint | null): void {
    if (position !== null) this.waiting = this.waiting.filter((each) => each.position > position);
  }
}
