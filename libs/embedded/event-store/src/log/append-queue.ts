import type { AppendOutcome, AppendRequest, QueuedAppend } from './append-request.js';
import { sizeOf } from './recorded-event.js';

/** So many appends always go in one commit. */
const SMALL_BATCH_APPENDS = 32;
const MAX_BATCH_APPENDS = 2_000;
const MAX_BATCH_BYTES = 8 * 1024 * 1024;
/** What waits beyond this should stay with those who send it. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
const APPEND_OVERHEAD_BYTES = 512;
const EVENT_OVERHEAD_BYTES = 256;

interface Waiting extends QueuedAppend {
  events: QueuedAppend['events'];
  readonly bytes: number;
  state: 'waiting' | 'taken' | 'given-up';
}

/** Appends that wait for their commit, in order. Knows how much memory they hold, and lets go of those whose time is over. */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private held = 0;
  private readonly forRoom: (() => void)[] = [];

  constructor(private readonly now: () => number, private readonly maxBytes = MAX_WAITING_BYTES) {}

  get length(): number {
    return this.waiting.length;
  }

  /** Settles within `timeoutMs` whatever happens. */
  add(request: AppendRequest, timeoutMs: number): Promise<AppendOutcome> {
    let bytes = 0;
    for (const event of request.events) bytes += sizeOf(event);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.giveUp(append);
        resolve({ kind: 'timeout' });
      }, timeoutMs);
      const answer = (outcome: AppendOutcome): void => {
        clearTimeout(timer);
        resolve(outcome);
      };
      const append: Waiting = { ...request, bytes, state: 'waiting', giveUpAt: this.now() + timeoutMs, answer };
      this.waiting.push(append);
      this.held += payloadOf(append) + APPEND_OVERHEAD_BYTES;
    });
  }

  /**
   * Of a long queue half goes at a time: those of the first half send what comes next while the second is written.
   * Taking all would have clients and database wait for each other in turn.
   */
  takeBatch(): QueuedAppend[] {
    const most = Math.min(MAX_BATCH_APPENDS, Math.max(SMALL_BATCH_APPENDS, Math.ceil(this.waiting.length / 2)));
    let bytes = 0;
    let taken = 0;
    for (const append of this.waiting) {
      if (taken >= most || bytes > MAX_BATCH_BYTES) break;
      bytes += append.bytes;
      taken += 1;
    }
    return this.take(taken);
  }

  takeAll(): QueuedAppend[] {
    return this.take(this.waiting.length);
  }

  /** Nothing while there is room for more, otherwise a promise of when there is. */
  room(): Promise<void> | undefined {
    if (this.held <= this.maxBytes) return undefined;
    return new Promise((resolve) => void this.forRoom.push(resolve));
  }

  /** Whoever gave up waiting was told that it timed out; not writing it then is the kinder of two legal outcomes. */
  private take(count: number): QueuedAppend[] {
    const now = this.now();
    const wanted: QueuedAppend[] = [];
    for (const append of this.waiting.splice(0, count)) {
      if (append.state === 'waiting') {
        this.held -= payloadOf(append);
        append.state = 'taken';
        if (append.giveUpAt > now) wanted.push(append);
      }
      this.held -= APPEND_OVERHEAD_BYTES;
    }
    this.tellOfRoom();
    return wanted;
  }

  /** It stays in line, but of its events, which may be a megabyte, nothing is held any longer. */
  private giveUp(append: Waiting): void {
    if (append.state !== 'waiting') return;
    this.held -= payloadOf(append);
    append.state = 'given-up';
    append.events = [];
    this.tellOfRoom();
  }

  /** At half the limit, so that nobody is stopped and started with every append. */
  private tellOfRoom(): void {
    if (this.forRoom.length === 0 || this.held > this.maxBytes / 2) return;
    for (const tell of this.forRoom.splice(0)) tell();
  }
}

function payloadOf({ bytes, events }: Waiting): number {
  return bytes + events.length * EVENT_OVERHEAD_BYTES;
}
