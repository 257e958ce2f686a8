import type { PlacedEvent } from '@mash/event-log';
import type { PoolClient } from '@mash/postgres';
import type { Checkpoint, CheckpointTable } from './checkpoint.js';
import type { NamedTypes } from './types.js';

/**
 * What a follower does with events. `Prepared` is what it makes of a batch before anything is written: opened events,
 * for example. Opening takes time and no lock, so it stands outside the transaction.
 */
export interface Handler<Prepared> extends NamedTypes {
  readonly checkpoint: CheckpointTable;
  /** Called before each attempt reads the checkpoint: makes sure there is something to follow into. */
  ready?(): Promise<void>;
  /** Called when the log confirmed the checkpoint: an attempt begins there. */
  begun?(from: Checkpoint): Promise<void>;
  /** May be called again for the same events after a failure: what it does elsewhere must be done once however often it is asked. */
  prepare(batch: readonly PlacedEvent[]): Promise<Prepared>;
  /**
   * Writes in the transaction that has moved the checkpoint already.
   * @param counted events counted up to this batch, itself included; see `CheckpointTable.counts`
   */
  write(client: PoolClient, prepared: Prepared, batch: readonly PlacedEvent[], counted: number): Promise<void>;
  /** Called when a batch is committed. */
  written?(prepared: Prepared, batch: readonly PlacedEvent[], counted: number): void;
  /** When given, an attempt first reads to the end of the log, calls this, and follows from there. */
  caughtUp?(): void;
  /** Called when an attempt ended, in whichever way. */
  ended?(): void;
}
