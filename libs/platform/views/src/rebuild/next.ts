import type { Journal } from '@mash/event-log';
import type { AnyView } from '@mash/kernel';
import type { Pool } from '@mash/postgres';
import { inTransaction } from '@mash/postgres';
import { findViewsCheckpoint } from '../checkpoint.js';
import { nextSchema, schemaSql, versionsOf } from '../schema.js';
import { here } from './standby.js';

/**
 * Makes the next views, or finds those that a rebuild was building when it was stopped: they are gone on with when they
 * are of these versions and of this log, and dropped otherwise.
 * @param anew drops them in any case
 * @returns how many events they have taken in already
 */
export async function openNext(pool: Pool, journal: Journal, views: readonly AnyView[], anew: boolean): Promise<number> {
  const found = await findViewsCheckpoint(pool, nextSchema);
  const begun = !anew && found !== null && found.versions === versionsOf(views) && (found.eventId === null || await here(journal, found) !== null);
  if (begun) return found.handled;
  await inTransaction(pool, async (client) => {
    await client.query(`DROP SCHEMA IF EXISTS ${nextSchema} CASCADE`);
    await client.query(schemaSql(nextSchema, views));
  });
  return 0;
}
