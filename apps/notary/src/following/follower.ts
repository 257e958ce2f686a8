import { Runner, Supervision, followerMetrics } from '@mash/catch-up';
import type { Handler } from '@mash/catch-up';
import { LogUnavailable } from '@mash/event-log';
import type { EventLog, Journal } from '@mash/event-log';
import type { Actor, AnyView, Instant, OrganisationId, Recorded } from '@mash/kernel';
import type { Pool } from '@mash/postgres';
import { orderCheckpoint } from '@mash/replay';
import type { Ledger } from '@mash/replay';
import type { Log, Metrics } from '@mash/telemetry';
import { Register, registerCategories } from './register.js';

export interface Following {
  readonly log: EventLog;
  readonly pool: Pool;
  /** Opens nothing: what the follower reads of events is clear. */
  readonly sealed: Pick<Journal, 'opened' | 'newestSchema'>;
  readonly ledger: Ledger;
  readonly views: readonly AnyView[];
  readonly metrics: Metrics;
  readonly say: Log;
}

/** Writes the order of events down from its own checkpoint on, and keeps the register of people and mandates. */
export class Follower {
  private readonly supervision: Supervision;
  private current: Register | null = null;
  private taken = 0;

  constructor(private readonly parts: Following) {
    const { log, pool, metrics, say } = parts;
    const measured = followerMetrics(metrics, 'notary');
    this.supervision = new Supervision({ supervised: new Runner({ log, pool, handler: this.handler(), metrics: measured }), log, metrics: measured, say });
  }

  /** How many events are in the order, and whether the register is that of now. */
  get state(): { readonly ok: boolean; readonly handled: number } {
    return { ok: this.current !== null, handled: this.taken };
  }

  /** As late as the follower is. @throws LogUnavailable while it has not caught up since it began */
  get register(): Register {
    if (this.current === null) throw new LogUnavailable('The notary has not caught up with the log.');
    return this.current;
  }

  /**
   * The agencies whose content this auditor may open now. Their mandates are read again from the log itself, because one
   * that ended while the follower was late must not open anything.
   * @throws LogUnavailable
   */
  async openTo(auditor: Actor, now: Instant): Promise<OrganisationId[]> {
    const { log, sealed, views } = this.parts;
    const confirmed = new Register(views);
    for (const { id } of this.register.inForce(auditor, now)) {
      for (const recorded of await sealed.opened(await log.readStream(`mandate-${id}`))) confirmed.apply(recorded);
    }
    return [...new Set(confirmed.inForce(auditor, now).map((each) => each.agency))];
  }

  /** Catches up, then follows until stopped; begins again from the checkpoint after each interruption. */
  start(): void {
    this.supervision.start();
  }

  /** @returns false when a batch was still under way when the time was up */
  stop(): Promise<boolean> {
    return this.supervision.stop();
  }

  private handler(): Handler<readonly Recorded[]> {
    const { sealed, ledger, views } = this.parts;
    let register = new Register(views);
    return {
      checkpoint: orderCheckpoint, names: register.types, newestSchema: (type) => sealed.newestSchema(type),
      begun: async () => {
        register = await this.registerAsWritten();
        this.taken = await ledger.length();
      },
      prepare: (batch) => sealed.opened(batch.filter((event) => Register.follows(event.stream))),
      write: (client, _, batch, counted) => ledger.write(client, batch, counted),
      written: (known, _, counted) => {
        for (const recorded of known) register.apply(recorded);
        this.taken = counted;
      },
      caughtUp: () => {
        this.current = register;
      },
      ended: () => {
        this.current = null;
      },
    };
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
}
