import type { RecordedEvent } from '../log/recorded-event.js';

const MAX_BYTES = 32 * 1024 * 1024;
const OVERHEAD_BYTES = 256;

interface CachedStream {
  /** From revision 0 on, without a gap. */
  readonly events: RecordedEvent[];
  bytes: number;
}

/**
 * Beginnings of streams read lately. Command handlers read the same few streams over and over, and a
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

  /** Keeps a page read from storage where it continues what is known of the stream. */
  learn(stream: string, page: readonly RecordedEvent[]): void {
    const cached = this.streams.get(stream) ?? { events: [], bytes: 0 };
    for (const event of page) {
      if (event.revision !== cached.events.length) continue;
      const weight = event.data.length + event.metadata.length + OVERHEAD_BYTES;
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

  private makeRoom(): void {
    for (const [stream, cached] of this.streams) {
      if (this.bytes <= this.maxBytes) return;
      this.streams.delete(stream);
      this.bytes -= cached.bytes;
    }
  }
}
