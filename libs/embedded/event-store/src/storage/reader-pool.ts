import pg from 'pg';

const READ_CONNECTIONS = 6;
const CONNECT_WITHIN_MS = 5_000;
/** A host that vanished says nothing, ever. Every query here is a walk along an index, which takes milliseconds. */
const ANSWER_WITHIN_MS = 15_000;

/*
 * Every query of the log is answered by walking an index in its order. Without this a large log could tempt the
 * planner to gather all that follows and sort it, for a page of a thousand.
 */
const WALK_INDEXES = {
  enable_seqscan: 'off', enable_bitmapscan: 'off', enable_sort: 'off', jit: 'off', plan_cache_mode: 'force_generic_plan',
};

/** Connections for reading only. The caller listens to its errors and ends it. */
export function openReaderPool(url: string): pg.Pool {
  const options = Object.entries(WALK_INDEXES).map(([name, value]) => `-c ${name}=${value}`).join(' ');
  return new pg.Pool({
    connectionString: url, max: READ_CONNECTIONS, application_name: 'mash-event-store-reader', options,
    keepAlive: true, connectionTimeoutMillis: CONNECT_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS,
  });
}
