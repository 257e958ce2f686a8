import type { CrashPoint } from '@mash/catch-up';
import type { Pool, PoolClient } from '@mash/postgres';

/** Somebody else is exchanging the views: two at once would write over each other. */
export class AnotherRebuild extends Error {
  override readonly name = 'AnotherRebuild';
}

/** The connection whose lock kept others away is gone: they may have begun, so this one must end. */
export class NoLongerAlone extends Error {
  override readonly name = 'NoLongerAlone';
}

/** Any number, the same in every version. */
const lock = 4_707_101;

/**
 * Runs work that exchanges the views while nobody else does. The lock ends with its connection, so a rebuild that was
 * killed holds nobody up.
 * @param work is given the connection that holds the lock, and a check to make before each step
 * @throws AnotherRebuild when one is under way; NoLongerAlone from the check once the connection is lost
 */
export async function alone<T>(pool: Pool, work: (client: PoolClient, stillAlone: () => void) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let held = false;
  let lost: Error | null = null;
  const onLost = (error: Error): void => void (lost ??= error);
  client.on('error', onLost);
  const stillAlone = (): void => {
    if (lost) throw new NoLongerAlone('The connection that kept other rebuilds away was lost. Run it again: it goes on where it was.', { cause: lost });
  };
  try {
    const { rows: [got] } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [lock]);
    held = got?.held ?? false;
    if (!held) throw new AnotherRebuild('Another rebuild of the views is under way. Wait until it has ended, or stop it: the next goes on where it was.');
    return await work(client, stillAlone);
  } finally {
    const free = held && await client.query('SELECT pg_advisory_unlock($1)', [lock]).then(() => true, () => false);
    client.off('error', onLost);
    client.release(lost ?? (held && !free));
  }
}

/** A point between two steps at which it is also made sure that nobody else has begun. */
export const whileAlone = <P extends string>(point: CrashPoint<P>, stillAlone: () => void): CrashPoint<P> => async (at) => {
  await point(at);
  stillAlone();
};
