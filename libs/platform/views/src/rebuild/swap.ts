import type { CrashPoint } from '@mash/catch-up';
import type { Journal } from '@mash/event-log';
import type { Pool } from '@mash/postgres';
import { inTransaction } from '@mash/postgres';
import { findViewsCheckpoint } from '../checkpoint.js';
import type { RebuildPoint } from '../crash-points.js';
import { formerSchema, liveSchema } from '../schema.js';
import { here } from './standby.js';
import type { Standby } from './standby.js';

/** The last events could not be taken in while the live views were held. */
export class SwapTooSlow extends Error {
  override readonly name = 'SwapTooSlow';
}

/** Milliseconds for which the projector may be held up. Queries are not. */
const usualHold = 10_000;
const tries = 5;

export interface Swapping {
  readonly pool: Pool;
  readonly journal: Journal;
  readonly standby: Standby;
  readonly point: CrashPoint<RebuildPoint>;
  /** Milliseconds for which the projector may be held up; 10,000 unless told. */
  readonly longestHold?: number | undefined;
}

/**
 * Puts the views of a stand-by schema in the place of the live ones, in one transaction. The live checkpoint is locked
 * against writers, not readers: the projector waits, looks the name up anew afterwards, finds the same event in the new
 * table and goes on with it. The last events are taken in while it waits, so that no reader is shown an earlier moment.
 * What else may have to be waited for, such as a backup that reads the former views, is waited for before that.
 * @throws SwapTooSlow when that took too long, each of several times; the live views are as they were
 */
export async function swapIn(swapping: Swapping): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await trySwap(swapping);
      return;
    } catch (error) {
      if (!(error instanceof SwapTooSlow) || attempt === tries) throw error;
      await swapping.standby.nearlyCatchUp();
    }
  }
}

async function trySwap({ pool, journal, standby, point, longestHold = usualHold }: Swapping): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query(`SET LOCAL lock_timeout = ${Math.trunc(longestHold)}`);
    if (standby.schema !== formerSchema) await client.query(`DROP SCHEMA IF EXISTS ${formerSchema} CASCADE`);
    await client.query(`LOCK TABLE ${liveSchema}.checkpoint IN EXCLUSIVE MODE`);
    await point('live-held');
    await inTime(longestHold, async (signal) => {
      const live = await here(journal, await findViewsCheckpoint(client, liveSchema));
      if (live) await standby.catchUp(live, signal);
    });
    await point('last-events-taken-in');
    for (const statement of renames(standby.schema)) await client.query(statement);
    await point('schemas-renamed');
  }).catch((error: unknown) => {
    throw isLockTimeout(error) ? new SwapTooSlow('Others held the views, for longer than the live ones may be held.', { cause: error }) : error;
  });
  await point('swapped');
}

/** The former views are kept; when it is they that come back, the ones that were live take their place. */
const renames = (standby: string): string[] => (standby === formerSchema
  ? [
    `ALTER SCHEMA ${liveSchema} RENAME TO ${formerSchema}_swap`,
    `ALTER SCHEMA ${formerSchema} RENAME TO ${liveSchema}`,
    `ALTER SCHEMA ${formerSchema}_swap RENAME TO ${formerSchema}`,
  ]
  : [
    `ALTER SCHEMA ${liveSchema} RENAME TO ${formerSchema}`,
    `ALTER SCHEMA ${standby} RENAME TO ${liveSchema}`,
  ]);

const isLockTimeout = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '55P03';

async function inTime(milliseconds: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const late = AbortSignal.timeout(milliseconds);
  const tooSlow = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => reject(new SwapTooSlow('The last events were not taken in within the time for which the live views may be held.')), { once: true });
  });
  await Promise.race([work(late), tooSlow]);
}
