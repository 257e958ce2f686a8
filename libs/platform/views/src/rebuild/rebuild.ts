import { followerMetrics, noCrash } from '@mash/catch-up';
import type { CrashPoint } from '@mash/catch-up';
import type { Journal } from '@mash/event-log';
import type { AnyView } from '@mash/kernel';
import type { Pool, PoolClient } from '@mash/postgres';
import type { Metrics } from '@mash/telemetry';
import { findViewsCheckpoint } from '../checkpoint.js';
import type { RebuildPoint } from '../crash-points.js';
import { formerSchema, indexesSql, liveSchema, nextSchema } from '../schema.js';
import { alone, whileAlone } from './alone.js';
import { compareViews, notCompared } from './compare.js';
import type { Compared } from './compare.js';
import { openNext } from './next.js';
import { Standby, here } from './standby.js';
import { swapIn } from './swap.js';

/** How a rebuild went. */
export interface Rebuilt {
  /** Events that the new views have taken in, from the first. */
  readonly events: number;
  /** Of those, events that a rebuild stopped before had taken in. */
  readonly resumedAt: number;
  /** False when a view that could be compared came out different. */
  readonly identical: boolean;
  readonly views: readonly Compared[];
}

export interface Rebuilding {
  /** At least three connections. */
  readonly pool: Pool;
  readonly journal: Journal;
  readonly views: readonly AnyView[];
  readonly metrics: Metrics;
  /** @param of how many events the live views have taken in; null where that says nothing about how many are to come */
  readonly onProgress?: (done: number, of: number | null) => void;
  /** Events that one transaction takes in at most. */
  readonly most?: number;
  /**
   * Goes on with nothing that a stopped rebuild left, and keeps no former views: after keys were destroyed, because both
   * may hold in plain words what is now to open for nobody.
   */
  readonly anew?: boolean;
  /** Milliseconds for which the swap may hold the projector up; 10,000 unless told. */
  readonly longestHold?: number;
  /** Called wherever the process could die; services pass none. */
  readonly crashPoint?: CrashPoint<RebuildPoint>;
}

/**
 * Builds every view anew beside the live ones, compares them at one event, and swaps them in one transaction. Queries go
 * on meanwhile; the former views are kept for a way back. Stopped at any point, the next rebuild goes on from there, unless
 * it is told to begin anew.
 * @throws AnotherRebuild when one is under way
 */
export async function rebuild(work: Rebuilding): Promise<Rebuilt> {
  const { pool, journal, views, metrics, most, onProgress, longestHold, anew = false, crashPoint = noCrash } = work;
  return alone(pool, async (snapshot, stillAlone) => {
    const point = whileAlone(crashPoint, stillAlone);
    const resumedAt = await openNext(pool, journal, views, anew);
    await point('next-made');
    const of = (await findViewsCheckpoint(pool, liveSchema))?.handled || null;
    onProgress?.(resumedAt, of);
    const standby = new Standby({
      pool, journal, views, metrics: followerMetrics(metrics, 'rebuild'), crashPoint: point, onBatch: (done) => onProgress?.(done, of),
      ...most === undefined ? {} : { most },
    }, nextSchema);
    await standby.nearlyCatchUp();
    await point('nearly-caught-up');
    await pool.query(indexesSql(nextSchema, views));
    await pool.query(views.map(({ name }) => `ANALYZE ${nextSchema}.${name};`).join('\n'));
    await point('indexes-made');
    await standby.nearlyCatchUp();
    const compared = await compareWithLive(work, snapshot, standby);
    await point('compared');
    await swapIn({ pool, journal, standby, point, longestHold });
    if (anew) await pool.query(`DROP SCHEMA IF EXISTS ${formerSchema} CASCADE`);
    return { events: Math.max(resumedAt, standby.handled), resumedAt, identical: compared.every(({ outcome }) => outcome !== 'different'), views: compared };
  });
}

/** Compares at one event without holding anybody up: the live views stand still in a snapshot, and the next are brought to the same event. */
async function compareWithLive({ pool, journal, views }: Rebuilding, snapshot: PoolClient, standby: Standby): Promise<Compared[]> {
  await snapshot.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const live = await findViewsCheckpoint(snapshot, liveSchema);
    const at = await here(journal, live);
    if (!live || !at) return notCompared(views);
    await standby.catchUp(at);
    if (standby.checkpoint.eventId !== at.eventId) return notCompared(views);
    const versions = live.versions.split(' ');
    return await compareViews(snapshot, pool, nextSchema, views, ({ name, version }) => !versions.includes(`${name}@${version}`));
  } finally {
    await snapshot.query('COMMIT');
  }
}
