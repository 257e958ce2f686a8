import { randomUUID } from 'node:crypto';
import type { RecordsRead, ReadRefused, ReadingPurpose, RowRead } from '@mash/access-events';
import type { CommandContext, ExpectedRevision, Journal } from '@mash/event-log';
import type { CommandId } from '@mash/kernel';
import type { Actor } from '@mash/kernel';

/** What one operation is about to show, or was refused. */
export interface Reading {
  readonly operation: string;
  readonly actor: Actor;
  readonly purpose: ReadingPurpose;
  readonly rows: readonly RowRead[];
  readonly refused: readonly { readonly view: string; readonly key: string; readonly rule: string }[];
  readonly viewsAt: string | null;
}

interface Waiting {
  readonly events: readonly (RecordsRead | ReadRefused)[];
  done(): void;
  failed(error: unknown): void;
}

/** A stream is left for a new one at this length, so that none grows for ever. */
const rotatedAt = 100_000n;

/**
 * Appends reads to this process's own `reads-` stream, of which it is the only writer: whatever arrives while one append
 * is under way goes out together in the next. A reader is answered only once its own read is durable.
 */
export class ReadRecorder {
  private stream = `reads-${randomUUID()}`;
  private revision: ExpectedRevision = 'none';
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(private readonly journal: Journal, private readonly process: string) {}

  /** Resolves when the read is in the log. @throws LogUnavailable when it could not be recorded: then nothing may be shown. */
  record(reading: Reading): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ events: eventsOf(reading), done: resolve, failed: reject });
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

  private async write(events: readonly (RecordsRead | ReadRefused)[]): Promise<void> {
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

function eventsOf({ operation, actor, purpose, rows, refused, viewsAt }: Reading): (RecordsRead | ReadRefused)[] {
  const who = { operation, reader: actor.practitioner, agency: actor.agency, purpose };
  return [
    ...rows.length > 0 ? [{ type: 'RecordsRead' as const, schema: 1, data: { ...who, rows, viewsAt } }] : [],
    ...refused.map((each) => ({ type: 'ReadRefused' as const, schema: 1, data: { ...who, ...each } })),
  ];
}
