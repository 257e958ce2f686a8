import type { Batch } from './batches.js';
import { batchesOf } from './batches.js';
import { requireNoTombstone } from './carried.js';
import type { CheckpointFile } from './checkpoint-file.js';
import { EventsDiffer, TransferRefused } from './errors.js';
import type { RawEvent } from './raw-event.js';
import { differenceOf } from './raw-event.js';
import type { RawLog } from './raw-log.js';
import type { LeftOut, Source } from './sources.js';
import { carriedOf } from './sources.js';

export interface Carrying {
  readonly source: Source;
  readonly target: RawLog;
  readonly checkpoint: CheckpointFile;
  readonly signal?: AbortSignal;
  onProgress?(events: number, part: number): void;
}

export interface Carried {
  readonly appended: number;
  readonly inPlace: number;
  readonly leftOut: LeftOut;
  /** False when the signal ended it first. */
  readonly whole: boolean;
}

/**
 * Appends a source's events to a server: each at its own revision, with its own id and bytes, in the source's order.
 * Stopped at any moment and run again, it comes to the same: what is in place is compared and left.
 * @throws EventsDiffer when the target holds something else where an event belongs
 */
export async function carry({ source, target, checkpoint, signal, onProgress }: Carrying): Promise<Carried> {
  const after = await checkpoint.read();
  if (after !== null && await target.find(after) === null) {
    throw new TransferRefused(`${target.place} does not hold the event that ${checkpoint.path} says it confirmed: the checkpoint belongs to another target. Name the right one, or remove it.`);
  }
  // A place that cannot be written must be known before the first append, not after it.
  await checkpoint.requireWritable();
  const leftOut: LeftOut = new Map();
  const appender = new Appender(target, (await target.head())?.position ?? -1n);
  let whole = true;
  for await (const batch of batchesOf(carriedOf(source.events(after), leftOut))) {
    if (signal?.aborted === true) {
      whole = false;
      break;
    }
    await appender.place(batch);
    await checkpoint.note(batch.at(-1) ?? batch[0]);
    onProgress?.(appender.appended + appender.inPlace, source.progress());
  }
  await checkpoint.keep();
  return { appended: appender.appended, inPlace: appender.inPlace, leftOut, whole };
}

class Appender {
  appended = 0;
  inPlace = 0;

  /** @param newest the target's last position: an append that ends up at or before it had been made earlier */
  constructor(private readonly target: RawLog, private newest: bigint) {}

  async place(batch: Batch): Promise<void> {
    batch.forEach(requireNoTombstone);
    const outcome = await this.target.append(batch);
    if (!outcome.appended) return this.reconcile(batch, outcome.last);
    if (outcome.position !== null && outcome.position > this.newest) {
      this.newest = outcome.position;
      this.appended += batch.length;
      return;
    }
    // The server compared ids only.
    await this.compare(batch);
    this.inPlace += batch.length;
  }

  /** Some or all of the batch is there, from a run that was cut into other batches; or something else is. */
  private async reconcile(batch: Batch, last: bigint | null): Promise<void> {
    const [first] = batch;
    const held = last ?? -1n;
    if (held < first.revision - 1n) {
      throw new TransferRefused(`${this.target.place} holds ${first.stream} up to revision ${held}; the next to append is ${first.revision}. ` +
        'The source has lost the events between (a scavenge removes them), or the checkpoint belongs to another target.');
    }
    await this.compare(batch);
    const [next, ...others] = batch.filter((event) => event.revision > held);
    this.inPlace += batch.length - (next === undefined ? 0 : 1 + others.length);
    if (next === undefined) return;
    if (next === first) throw new EventsDiffer(`${this.target.place} refuses revision ${first.revision} of ${first.stream} although it is due: is something else writing there?`);
    await this.place([next, ...others]);
  }

  /** What the target's own stream metadata hides cannot be read here; the proof over the whole log sees it. */
  private async compare(batch: Batch): Promise<void> {
    const expected = new Map(batch.map((event) => [event.revision, event]));
    const [first] = batch;
    for (const held of await this.target.stream(first.stream, first.revision, batch.length)) {
      const wanted: RawEvent | undefined = expected.get(held.revision);
      const difference = wanted === undefined ? null : differenceOf(wanted, held);
      if (difference !== null) throw new EventsDiffer(`${this.target.place} holds another event at revision ${held.revision} of ${held.stream}: the ${difference} differs. Nothing there was changed.`);
    }
  }
}
