import { NotTheOwner, Runner, Supervision, followerMetrics, noCrash } from '@mash/catch-up';
import type { Checkpoint, CrashPoint } from '@mash/catch-up';
import type { Journal } from '@mash/event-log';
import type { AnyView } from '@mash/kernel';
import type { Pool } from '@mash/postgres';
import type { Log, Metrics } from '@mash/telemetry';
import { findViewsCheckpoint } from './checkpoint.js';
import type { RebuildPoint } from './crash-points.js';
import { rebuild } from './rebuild/rebuild.js';
import { rollBack } from './rebuild/roll-back.js';
import { createViews } from './create-views.js';
import { formerSchema, liveSchema, versionsOf } from './schema.js';
import { viewHandler } from './view-handler.js';
import { wake } from './wake.js';

export interface Projecting {
  /** At least three connections: a rebuild holds one, and writes and compares on others. */
  readonly pool: Pool;
  readonly journal: Journal;
  readonly views: readonly AnyView[];
  readonly metrics: Metrics;
  readonly say: Log;
  /** Called wherever the process could die; services pass none. */
  readonly crashPoint?: CrashPoint<RebuildPoint>;
}

/** How a projector is: `following` is false until the views are of its versions, and when something other than the log failed. */
export interface ProjectorState {
  readonly following: boolean;
  readonly handled: number;
}

/** Keeps the live views up to date with the log; builds them anew first when they are of other versions. */
export class Projector {
  private readonly runner: Runner<unknown>;
  private readonly supervision: Supervision;
  private owned = false;

  constructor(private readonly parts: Projecting) {
    const { pool, journal, views, metrics, say, crashPoint = noCrash } = parts;
    const measured = followerMetrics(metrics, 'projector');
    const handler = viewHandler({
      schema: liveSchema, views, journal, crashPoint,
      changed: async (client, touched) => {
        await wake(client, touched);
        await crashPoint('readers-woken');
      },
    });
    this.runner = new Runner({ log: journal.log, pool, metrics: measured, crashPoint, handler: { ...handler, ready: () => this.makeCurrent(), begun: () => this.begun() } });
    this.supervision = new Supervision({ supervised: this.runner, log: journal.log, metrics: measured, say });
  }

  get state(): ProjectorState {
    // Readers need not know that the log is away: what they are shown is as true as before.
    return { following: this.owned && !this.runner.stuck, handled: this.runner.handled };
  }

  get checkpoint(): Checkpoint {
    return this.runner.checkpoint;
  }

  start(): void {
    this.supervision.start();
  }

  /** @returns false when a batch was still under way after so many milliseconds */
  stop(milliseconds?: number): Promise<boolean> {
    return this.supervision.stop(milliseconds);
  }

  /** Follows until the signal aborts or something fails. `start` does this again and again. */
  follow(signal: AbortSignal): Promise<void> {
    return this.runner.follow(signal);
  }

  private begun(): Promise<void> {
    this.owned = true;
    return Promise.resolve();
  }

  private async makeCurrent(): Promise<void> {
    const { pool, views, say } = this.parts;
    await createViews(pool, views);
    const versions = versionsOf(views);
    if ((await findViewsCheckpoint(pool, liveSchema))?.versions === versions) return;
    // Two projectors of different versions would otherwise rebuild each other's views for ever.
    if (this.owned) throw new NotTheOwner('The live views are now of another version: a newer projector has taken over.');
    if ((await findViewsCheckpoint(pool, formerSchema))?.versions === versions) {
      say('info', 'former views are of this version: swapping back');
      await rollBack(this.parts);
      return;
    }
    say('info', 'views are of another version: rebuilding beside them');
    const built = await rebuild(this.parts);
    say('info', 'views rebuilt', { events: built.events });
  }
}
