import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';

/** An event as it came over the wire. */
export interface KeptEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** What an append came to. */
export type Kept = { readonly kept: KeptEvent | undefined } | { readonly current: number };

/** A log in memory, with the idempotency that a server has at exact revisions and with gaps between positions. */
export class KeptEvents {
  readonly all: KeptEvent[] = [];
  private readonly streams = new Map<string, KeptEvent[]>();
  private readonly listeners = new Set<() => void>();

  stream(name: string): readonly KeptEvent[] {
    return this.streams.get(name) ?? [];
  }

  /** Appends as a test's own writer does: at the end, whatever is there. */
  put(stream: string, count: number, { type = 'Noted', size = 2 }: { readonly type?: string; readonly size?: number } = {}): void {
    const data = Buffer.from(JSON.stringify(size > 2 ? { pad: 'x'.repeat(size) } : {}));
    for (let made = 0; made < count; made += 1) this.keep(stream, { id: crypto.randomUUID(), type, data, metadata: Buffer.from('{}') });
    this.tell();
  }

  append(stream: string, expected: number, messages: readonly AppendReq.ProposedMessage[]): Kept {
    const kept = this.streams.get(stream) ?? [];
    if (expected === kept.length - 1) {
      for (const message of messages) {
        this.keep(stream, {
          id: message.getId()?.getString() ?? '', type: message.getMetadataMap().get('type') ?? '', data: message.getData_asU8(),
          metadata: message.getCustomMetadata_asU8(),
        });
      }
      this.tell();
      return { kept: this.streams.get(stream)?.at(-1) };
    }
    const there = kept.slice(expected + 1, expected + 1 + messages.length);
    const same = there.length === messages.length && messages.every((message, index) => message.getId()?.getString() === there[index]?.id);
    return same ? { kept: there.at(-1) } : { current: kept.length - 1 };
  }

  onNews(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  private keep(stream: string, event: Pick<KeptEvent, 'id' | 'type' | 'data' | 'metadata'>): void {
    const kept = this.streams.get(stream) ?? [];
    this.streams.set(stream, kept);
    const placed = { ...event, stream, revision: kept.length, position: (this.all.at(-1)?.position ?? 0) + 7 };
    kept.push(placed);
    this.all.push(placed);
  }

  private tell(): void {
    for (const listener of [...this.listeners]) listener();
  }
}
