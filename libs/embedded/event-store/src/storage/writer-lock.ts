import type pg from 'pg';

/** The session advisory lock of the one session that may write the log of a database. */
export const WRITER_LOCK = 7_301_105;

/** How often the holder of the lock lets PostgreSQL hear of it. */
export const SIGN_OF_LIFE_MS = 1_000;
/** Several signs missed, by PostgreSQL's clock and not by anybody else's. */
const SILENT_AFTER_MS = 4_000;

/*
 * A session that waits for its client, and has heard nothing from it, belongs to a process that is frozen or gone
 * without a word. One that works on a statement is never ended, however long that takes: it may be a commit.
 * Ending a session lets go of its lock and makes its next commit impossible.
 */
const DISMISS_SILENT = `
  SELECT pg_terminate_backend(holder.pid)
  FROM pg_locks AS held JOIN pg_stat_activity AS holder USING (pid)
  WHERE held.locktype = 'advisory' AND held.granted AND held.classid = 0 AND held.objid = $1 AND held.objsubid = 1
    AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND holder.usename = current_user
    AND (holder.state LIKE 'idle%' OR holder.wait_event_type = 'Client')
    AND clock_timestamp() - greatest(holder.query_start, holder.state_change) > $2 * interval '1 millisecond'`;

/** Takes the lock if it is free; if not, ends the session that holds it when its holder has fallen silent. */
export async function tryWriterLock(client: pg.Client): Promise<boolean> {
  const tried = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [WRITER_LOCK]);
  if (tried.rows[0]?.locked === true) return true;
  await client.query(DISMISS_SILENT, [WRITER_LOCK, SILENT_AFTER_MS]);
  return false;
}
