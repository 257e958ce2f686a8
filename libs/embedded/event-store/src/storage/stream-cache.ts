import type { RecordedEvent } from '../log/recorded-event.js';

const MAX_BYTES = 32 * 1024 * 1024;
const OVERHEAD_BYTES = 256;
/** What is left of a full cache when it has made room. */
const KEPT_SHARE = 0.9;

interface CachedStream {
  /** From revision 0 on, without a gap. */
  readonly events: RecordedEvent[];
  bytes: number;
}

/**
 * Beginnings of streams read or written lately. Command handlers read the same few streams over and over, and a
 * committed event never changes, so nothing here ever goes stale; it is only dropped for want of room.
 */
export class StreamCache {
  private readonly streams = new Map<string, CachedStream>();
  private bytes = 0;

  constructor(private readonly maxBytes = MAX_BYTES) {}

  /** The whole page, or nothing when any part of it is not here. */
  page(stream: string, fromRevision: number, limit: number): RecordedEvent[] | undefined {
    const cached = this.streams.get(stream);
    if (cached === undefined || cached.events.length < fromRevision + limit) return undefined;
    this.streams.delete(stream);
    this.streams.set(stream, cached);
    return cached.events.slice(fromRevision, fromRevision + limit);
  }

  /** Keeps committed events of consecutive revisions where they continue what is known of the stream. */
  learn(stream: string, fromRevision: number, run: readonly RecordedEvent[]): void {
    const known = this.streams.get(stream);
    if (fromRevision > (known?.events.length ?? 0) || run.length === 0) return;
    const cached = known ?? { events: [], bytes: 0 };
    for (const event of run.slice(cached.events.length - fromRevision)) {
      const weight = event.wire.length + OVERHEAD_BYTES;
      // One long stream must not push out all the others.
      if (cached.bytes + weight > this.maxBytes / 2) break;
      cached.events.push(event);
      cached.bytes += weight;
      this.bytes += weight;
    }
    if (cached.events.length === 0) return;
    this.streams.set(stream, cached);
    this.makeRoom();
  }

  /** By a share at a time: a map in which one goes for each that comes is walked further and further for its first. */
  private makeRoom(): void {
    if (this.bytes <= this.maxBytes) return;
    for (const [stream, cached] of this.streams) {
      if (this.bytes <= KEPT_SHARE * this.maxBytes) return;
      this.streams.delete(stream);
      this.bytes -= cached.bytes;
    }
  }
}
