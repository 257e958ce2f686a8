import pg from 'pg';

import type { RecordedEvent } from '../log/recorded-event.js';
import { bigintArray, booleanArray, byteaArray, textArray, uuidArray } from './binary-arrays.js';

/** Thrown when another node has taken the log over: nothing was written. */
export class FencedError extends Error {
  override readonly name = 'FencedError';
}

const LOCK_KEY = 7_301_105;
const LOCK_RETRY_MS = 100;

const INSERT = `
  INSERT INTO log.event (position, stream, revision, id, type, is_json, created_ms, data, metadata)
  SELECT * FROM unnest($2::bigint[], $3::text[], $4::bigint[], $5::uuid[], $6::text[], $7::boolean[], $8::bigint[], $9::bytea[], $10::bytea[])
  WHERE (SELECT max(epoch) FROM log.epoch) = $1::bigint`;

/**
 * The one connection that may write. It holds a session advisory lock and every commit goes through
 * this same session, so a commit still under way keeps the lock; the epoch in each commit stops a
 * writer whose session was taken from it without its noticing.
 */
export class WriterSession {
  private constructor(
    private readonly client: pg.Client,
    readonly epoch: number,
    readonly lastPosition: number,
    readonly lost: Promise<void>,
  ) {}

  /** Claims the log, waiting a little for a dying predecessor to let go. */
  static async open(url: string, waitMs: number): Promise<WriterSession> {
    const client = new pg.Client({ connectionString: url, application_name: 'mash-event-store-writer', keepAlive: true });
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    await client.connect();
    try {
      await waitForLock(client, waitMs);
      const claimed = await client.query<{ epoch: string }>(
        'INSERT INTO log.epoch (epoch) SELECT coalesce(max(epoch), 0) + 1 FROM log.epoch RETURNING epoch',
      );
      const head = await client.query<{ position: string }>('SELECT coalesce(max(position), 0) AS position FROM log.event');
      return new WriterSession(client, Number(claimed.rows[0]?.epoch), Number(head.rows[0]?.position), lost);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  }

  /** Writes all rows in one commit, or none. When it rejects with anything but FencedError the outcome is unknown. */
  async commit(rows: readonly RecordedEvent[]): Promise<void> {
    const done = await this.client.query({
      name: 'append',
      text: INSERT,
      values: [
        this.epoch,
        bigintArray(rows.map((row) => row.position)),
        textArray(rows.map((row) => row.stream)),
        bigintArray(rows.map((row) => row.revision)),
        uuidArray(rows.map((row) => row.id)),
        textArray(rows.map((row) => row.type)),
        booleanArray(rows.map((row) => row.isJson)),
        bigintArray(rows.map((row) => row.createdMs)),
        byteaArray(rows.map((row) => row.data)),
        byteaArray(rows.map((row) => row.metadata)),
      ],
    });
    if (done.rowCount !== rows.length) throw new FencedError('Another event store node has taken over this log.');
  }

  async close(): Promise<void> {
    await this.client.end().catch(() => undefined);
  }
}

async function waitForLock(client: pg.Client, waitMs: number): Promise<void> {
  const giveUpAt = Date.now() + waitMs;
  for (;;) {
    const tried = await client.query<{ locked: boolean }>('SELECT pg_try_advisory_lock($1) AS locked', [LOCK_KEY]);
    if (tried.rows[0]?.locked === true) return;
    if (Date.now() >= giveUpAt) throw new FencedError('Another event store node already serves the log in this database.');
    await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
  }
}
