import { randomUUID } from 'node:crypto';
import type { CommandContext, ExpectedRevision, Journal } from '@mash/event-log';
import type { CommandId, DomainEvent } from '@mash/kernel';

interface Waiting {
  readonly events: readonly DomainEvent[];
  done(): void;
  failed(error: unknown): void;
}

/** A stream is left for a new one at this length, so that none grows for ever. */
const rotatedAt = 100_000n;

/**
 * This process's own `reads-` stream, of which it is the only writer: whatever arrives while one append is under way
 * goes out together in the next. A reader is answered only once its own read is durable.
 */
export class ReadsStream<Event extends DomainEvent> {
  private stream = `reads-${randomUUID()}`;
  private revision: ExpectedRevision = 'none';
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(private readonly journal: Journal, private readonly process: string) {}

  /** Resolves when the events are in the log. @throws LogUnavailable when they could not be recorded: then nothing may be shown. */
  append(events: readonly Event[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ events, done: resolve, failed: reject });
      if (!this.writing) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.write(batch.flatMap((each) => each.events));
        for (const each of batch) each.done();
      } catch (error) {
        // What became of that append is unknown: the next goes to a fresh stream, where the revision is known again.
        this.startStream();
        for (const each of batch) each.failed(error);
      }
    }
    this.writing = false;
  }

  private async write(events: readonly DomainEvent[]): Promise<void> {
    const context: CommandContext = {
      commandId: randomUUID() as string as CommandId, correlationId: randomUUID(), actor: { kind: 'process', process: this.process, agency: null },
    };
    const { revision } = await this.journal.append(this.stream, this.revision, events, context, {});
    this.revision = revision;
    if (revision >= rotatedAt) this.startStream();
  }

  private startStream(): void {
    this.stream = `reads-${randomUUID()}`;
    this.revision = 'none';
  }
}
