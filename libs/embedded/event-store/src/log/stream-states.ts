import type { EventReader, StreamHead } from '../storage/event-reader.js';
import { NO_HEAD } from '../storage/event-reader.js';

const MAX_STREAMS = 100_000;

/** What the sequencer knows of each stream it has written to: loaded once, then kept in step by its own appends. */
export class StreamStates {
  private readonly known = new Map<string, StreamHead>();

  constructor(private readonly reader: EventReader) {}

  /** Loads, in one look-up by index, the streams not known yet. */
  async load(streams: Iterable<string>): Promise<void> {
    const missing = new Set<string>();
    for (const stream of streams) if (!this.known.has(stream)) missing.add(stream);
    if (missing.size === 0) return;
    for (const [stream, head] of await this.reader.heads([...missing])) this.known.set(stream, head);
  }

  get(stream: string): StreamHead {
    return this.known.get(stream) ?? NO_HEAD;
  }

  /** Changes what is known; a stream that was never loaded is left to be loaded when it is needed. */
  update(stream: string, change: Partial<StreamHead>): void {
    const head = this.known.get(stream);
    if (head !== undefined) this.known.set(stream, { ...head, ...change });
  }

  /** Only between commits: a stream dropped while its commit is under way would be loaded as it was before. */
  trim(): void {
    if (this.known.size <= MAX_STREAMS) return;
    let surplus = this.known.size - MAX_STREAMS / 2;
    for (const stream of this.known.keys()) {
      if (surplus <= 0) return;
      this.known.delete(stream);
      surplus -= 1;
    }
  }

  clear(): void {
    this.known.clear();
  }
}
