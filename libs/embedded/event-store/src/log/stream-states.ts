import type { EventReader, StreamHead } from '../storage/event-reader.js';
import { NO_HEAD } from '../storage/event-reader.js';
import { isSoftDeleted } from './stream-metadata.js';

const MAX_STREAMS = 100_000;
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

/** What the sequencer knows of each stream it has written to: loaded once, then kept in step by its own appends. */
export class StreamStates {
  private readonly known = new Map<string, StreamHead>();
  private documentBytes = 0;

  constructor(private readonly reader: Pick<EventReader, 'heads'>) {}

  /** Loads, in one look-up by index, the streams not known yet. */
  async load(streams: Iterable<string>): Promise<void> {
    const missing = new Set<string>();
    for (const stream of streams) if (!this.known.has(stream)) missing.add(stream);
    if (missing.size === 0) return;
    for (const [stream, head] of await this.reader.heads([...missing])) this.keep(stream, head);
  }

  get(stream: string): StreamHead {
    return this.known.get(stream) ?? NO_HEAD;
  }

  /** Changes what is known; a stream that was never loaded is left to be loaded when it is needed. */
  update(stream: string, change: Partial<StreamHead>): void {
    const head = this.known.get(stream);
    if (head !== undefined) this.keep(stream, { ...head, ...change });
  }

  /** Only between commits: a stream dropped while its commit is under way would be loaded as it was before. */
  trim(): void {
    if (this.known.size <= MAX_STREAMS && this.documentBytes <= MAX_DOCUMENT_BYTES) return;
    for (const [stream, head] of this.known) {
      if (this.known.size <= MAX_STREAMS / 2 && this.documentBytes <= MAX_DOCUMENT_BYTES / 2) return;
      this.known.delete(stream);
      this.documentBytes -= bytesOf(head);
    }
  }

  clear(): void {
    this.known.clear();
    this.documentBytes = 0;
  }

  private keep(stream: string, head: StreamHead): void {
    const before = this.known.get(stream);
    const kept = before?.metadataDocument === head.metadataDocument ? head : { ...head, metadataDocument: documentOf(head) };
    this.documentBytes += bytesOf(kept) - bytesOf(before ?? NO_HEAD);
    this.known.set(stream, kept);
  }
}

/** Wanted only to bring a hidden stream back. Copied, because what came in is a view of a whole message, and would hold all of it. */
function documentOf({ metadata, metadataDocument }: StreamHead): Buffer | undefined {
  return metadataDocument === undefined || !isSoftDeleted(metadata) ? undefined : Buffer.from(metadataDocument);
}

function bytesOf({ metadataDocument }: StreamHead): number {
  return metadataDocument?.length ?? 0;
}
