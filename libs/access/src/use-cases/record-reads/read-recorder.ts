import type { RecordsRead, ReadingPurpose, RowRead } from '@mash/access-events';
import type { Journal } from '@mash/event-log';
import type { Actor } from '@mash/kernel';
import { ReadsStream } from './reads-stream.js';

/** What one operation is about to show, and what of it is held back. */
export interface Reading {
  readonly operation: string;
  readonly actor: Actor;
  readonly purpose: ReadingPurpose;
  readonly rows: readonly RowRead[];
  readonly viewsAt: string | null;
}

/** Appends what practitioners read, before they are answered. */
export class ReadRecorder {
  private readonly reads: ReadsStream<RecordsRead>;

  constructor(journal: Journal, process: string) {
    this.reads = new ReadsStream(journal, process);
  }

  /** Resolves when the read is in the log. @throws LogUnavailable when it could not be recorded: then nothing may be shown. */
  record(reading: Reading): Promise<void> {
    return this.reads.append(eventsOf(reading));
  }
}

function eventsOf({ operation, actor, purpose, rows, viewsAt }: Reading): RecordsRead[] {
  if (rows.length === 0) return [];
  return [{ type: 'RecordsRead', schema: 1, data: { operation, reader: actor.practitioner, agency: actor.agency, purpose, rows, viewsAt } }];
}
