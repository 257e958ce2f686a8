import type { RecordedEvent } from './recorded-event.js';

const MAX_WAITING = 1024;
const MAX_WAITING_BYTES = 4 * 1024 * 1024;

/**
 * What was published to one stream and not yet taken by one subscription. Bounded: a subscription whose reader
 * is slower than the stream grows misses the rest, and must read storage from where it stands.
 */
export class StreamFollower {
  private waiting: RecordedEvent[] = [];
  private waitingBytes = 0;
  private overflowed = false;

  constructor(
    readonly wake: () => void,
    readonly stop: () => void,
  ) {}

  /** Whether something was published that is not waiting here. */
  get missed(): boolean {
    return this.overflowed;
  }

  offer(event: RecordedEvent): void {
    if (this.overflowed) return;
    this.waiting.push(event);
    this.waitingBytes += event.wire.length;
    if (this.waiting.length <= MAX_WAITING && this.waitingBytes <= MAX_WAITING_BYTES) return;
    this.take();
    this.overflowed = true;
  }

  /** Everything that waits, in order. */
  take(): readonly RecordedEvent[] {
    const taken = this.waiting;
    this.waiting = [];
    this.waitingBytes = 0;
    return taken;
  }

  /** Forgets what waits and what was missed. What is committed before this must then be read from storage. */
  startAfresh(): void {
    this.take();
    this.overflowed = false;
  }
}
