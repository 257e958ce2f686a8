import type { RecordsRead, ReadRefused, ReadingPurpose, RowRead } from '@mash/access-events';
import type { Journal } from '@mash/event-log';
import type { Actor } from '@mash/kernel';
import { ReadsStream } from './reads-stream.js';

/** What one operation is about to show, or was refused. */
export interface Reading {
  readonly operation: string;
  readonly actor: Actor;
  readonly purpose: ReadingPurpose;
  readonly rows: readonly RowRead[];
  readonly refused: readonly { readonly view: string; readonly key: string; readonly rule: string }[];
  readonly viewsAt: string | null;
}

/** Appends what practitioners read, before they are answered. */
export class ReadRecorder {
  private readonly reads: ReadsStream<RecordsRead | ReadRefused>;

  constructor(journal: Journal, process: string) {
    this.reads = new ReadsStream(journal, process);
  }

  /** Resolves when the read is in the log. @throws LogUnavailable when it could not be recorded: then nothing may be shown. */
  record(reading: Reading): Promise<void> {
    return this.reads.append(eventsOf(reading));
  }
}

function eventsOf({ operation, actor, purpose, rows, refused, viewsAt }: Reading): (RecordsRead | ReadRefused)[] {
  const who = { operation, reader: actor.practitioner, agency: actor.agency, purpose };
  return [
    ...rows.length > 0 ? [{ type: 'RecordsRead' as const, schema: 1, data: { ...who, rows, viewsAt } }] : [],
    ...refused.map((each) => ({ type: 'ReadRefused' as const, schema: 1, data: { ...who, ...each } })),
  ];
}
