import type { RecordedEvent } from './recorded-event.js';

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
  private everything = new Set<Wake>();
  private byStream = new Map<string, Set<Wake>>();

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
    const woken = new Set<Wake>(this.everything);
    for (const event of events) {
      this.events.push(event);
      this.bytes += weight(event);
      for (const wake of this.byStream.get(event.stream) ?? []) woken.add(wake);
    }
    this.head = last.position;
    if (this.events.length > MAX_EVENTS || this.bytes > MAX_BYTES) this.shrink();
    for (const wake of woken) wake();
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

  /** Calls `wake` after each publication (that touches `stream`, when one is named). Returns how to stop. */
  onPublish(wake: Wake, stream?: string): () => void {
    if (stream === undefined) {
      this.everything.add(wake);
      return () => void this.everything.delete(wake);
    }
    const waiting = this.byStream.get(stream) ?? new Set<Wake>();
    this.byStream.set(stream, waiting.add(wake));
    return () => {
      waiting.delete(wake);
      if (waiting.size === 0 && this.byStream.get(stream) === waiting) this.byStream.delete(stream);
    };
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
  return event.data.length + event.metadata.length + 256;
}
