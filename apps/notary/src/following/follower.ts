import { LogUnavailable, isFollowed } from '@mash/event-log';
import type { EventLog, Journal, PlacedEvent } from '@mash/event-log';
import type { AnyView } from '@mash/kernel';
import type { Ledger, OrderCheckpoint } from '@mash/replay';
import { resumeFrom } from '@mash/views';
import { Register, registerCategories } from './register.js';

export interface Following {
  readonly log: EventLog;
  /** Opens nothing: what the follower reads of events is clear. */
  readonly sealed: Pick<Journal, 'opened'>;
  readonly ledger: Ledger;
  readonly views: readonly AnyView[];
}

const batchSize = 500;

/** Writes the order of events down from its own checkpoint on, and keeps the register of people and mandates. */
export class Follower {
  private current: Register | null = null;
  private taken = 0;

  constructor(private readonly parts: Following) {}

  /** How many events are in the order, and whether the register is that of now. */
  get state(): { readonly ok: boolean; readonly handled: number } {
    return { ok: this.current !== null, handled: this.taken };
  }

  /** @throws LogUnavailable while it lags: a mandate that ended meanwhile must not open anything. */
  get register(): Register {
    if (this.current === null) throw new LogUnavailable('The notary has not caught up with the log.');
    return this.current;
  }

  /** Catches up, then follows until the signal aborts or something is lost; begins again from the checkpoint each time. */
  async run(signal: AbortSignal): Promise<void> {
    const { log, ledger } = this.parts;
    try {
      const checkpoint = await ledger.checkpoint();
      let at: OrderCheckpoint = { ...checkpoint, position: await resumeFrom(log, checkpoint) };
      const register = await this.registerAsWritten();
      for await (const batch of inBatches(log.readAll(at.position))) at = await this.takeIn(register, at, batch);
      this.taken = at.ordinal;
      this.current = register;
      for await (const batch of log.follow(at.position, signal)) at = await this.takeIn(register, at, batch);
    } finally {
      this.current = null;
    }
  }

  /** The register as of the checkpoint: its streams up to the revisions that are in the order. */
  private async registerAsWritten(): Promise<Register> {
    const { log, sealed, ledger, views } = this.parts;
    const register = new Register(views);
    for (const category of registerCategories) {
      for (const { stream, revision } of await ledger.streams(category)) {
        const written = (await log.readStream(stream)).filter((event) => event.revision <= revision);
        for (const recorded of await sealed.opened(written)) register.apply(recorded);
      }
    }
    return register;
  }

  private async takeIn(register: Register, at: OrderCheckpoint, batch: readonly PlacedEvent[]): Promise<OrderCheckpoint> {
    const next = await this.parts.ledger.takeIn(at, batch);
    const known = batch.filter((event) => Register.follows(event.stream));
    for (const recorded of await this.parts.sealed.opened(known)) register.apply(recorded);
    this.taken = next.ordinal;
    return next;
  }
}

async function* inBatches(events: AsyncIterable<PlacedEvent>): AsyncGenerator<PlacedEvent[]> {
  let batch: PlacedEvent[] = [];
  for await (const event of events) {
    if (!isFollowed(event.stream)) continue;
    batch.push(event);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
