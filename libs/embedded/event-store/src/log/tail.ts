import type { RecordedEvent } from './recorded-event.js';
import { StreamFollower } from './stream-follower.js';

const MAX_EVENTS = 8192;
const MAX_BYTES = 16 * 1024 * 1024;

type Wake = () => void;

/**
 * The newest committed events, kept in memory for live subscribers. Bounded: whoever falls behind
 * its first event goes back to reading from storage.
 */
export class Tail {
  private events: RecordedEvent[] = [];
  private bytes = 0;
  private readonly everything = new Set<Wake>();
  private readonly followers = new Map<string, Set<StreamFollower>>();

  /** Every committed event after `floor`, up to `head`, is held here. */
  private floor: number;
  head: number;

  constructor(head: number) {
    this.floor = head;
    this.head = head;
  }

  /** To be called only after the commit, in position order. */
  publish(events: readonly RecordedEvent[]): void {
    const last = events.at(-1);
    if (last === undefined) return;
    for (const event of events) {
      this.events.push(event);
      this.bytes += weight(event);
    }
    this.head = last.position;
    if (this.events.length > MAX_EVENTS || this.bytes > MAX_BYTES) this.shrink();
    if (this.followers.size > 0) this.offerToFollowers(events);
    for (const wake of this.everything) wake();
  }

  /** Whether nothing after `position` is missing here. */
  covers(position: number): boolean {
    return position >= this.floor;
  }

  /** At most `limit` events after `position`. Meaningful only where `covers(position)`. */
  after(position: number, limit: number): readonly RecordedEvent[] {
    if (position >= this.head) return [];
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.events[middle]?.position ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return this.events.slice(low, low + limit);
  }

  /** Calls `wake` after each publication. Returns how to stop. */
  onPublish(wake: Wake): () => void {
    this.everything.add(wake);
    return () => void this.everything.delete(wake);
  }

  /** Hands over what is published to one stream from now on. To be stopped when it is no longer wanted. */
  follow(stream: string, wake: Wake): StreamFollower {
    const following = this.followers.get(stream) ?? new Set<StreamFollower>();
    const follower = new StreamFollower(wake, () => {
      following.delete(follower);
      if (following.size === 0 && this.followers.get(stream) === following) this.followers.delete(stream);
    });
    this.followers.set(stream, following.add(follower));
    return follower;
  }

  /** By the events, not by the followers: a thousand idle ones cost an append nothing. */
  private offerToFollowers(events: readonly RecordedEvent[]): void {
    const offered = new Set<StreamFollower>();
    for (const event of events) {
      for (const follower of this.followers.get(event.stream) ?? []) {
        follower.offer(event);
        offered.add(follower);
      }
    }
    for (const follower of offered) follower.wake();
  }

  private shrink(): void {
    let dropped = 0;
    while (this.events.length - dropped > MAX_EVENTS / 2 || this.bytes > MAX_BYTES / 2) {
      const event = this.events[dropped];
      if (event === undefined) break;
      this.bytes -= weight(event);
      this.floor = event.position;
      dropped += 1;
    }
    this.events = this.events.slice(dropped);
  }
}

function weight(event: RecordedEvent): number {
  return event.wire.length + 256;
}
