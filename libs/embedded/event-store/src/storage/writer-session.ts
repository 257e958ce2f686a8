import { Socket } from 'node:net';

import pg from 'pg';

import type { RecordedEvent } from '../log/recorded-event.js';
import { insertInto, rowParameters } from './insert-rows.js';
import { SIGN_OF_LIFE_MS, tryWriterLock } from './writer-lock.js';

/** Thrown when another node has taken the log over: nothing was written. */
export class FencedError extends Error {
  override readonly name = 'FencedError';
}

const LOCK_RETRY_MS = 100;
/** A database that answers nothing for so long is taken for lost: appends would wait for it without end. */
const ANSWER_WITHIN_MS = 15_000;
const CONNECT_WITHIN_MS = 5_000;
/** A host that vanished never says goodbye. */
const FAREWELL_MS = 1_000;

const INSERT = insertInto('log.event', '(SELECT max(epoch) FROM log.epoch) = $7::bigint');
const IS_NEWEST = 'SELECT max(epoch) = $1::bigint AS newest FROM log.epoch';

/**
 * The one connection that may write. It holds a session advisory lock and every commit goes through
 * this same session, so a commit still under way keeps the lock; the epoch in each commit stops a
 * writer whose session was taken from it without its noticing. It gives a sign of life every second:
 * a frozen process keeps its session, and by its silence another node knows that it may take over.
 */
export class WriterSession {
  /** Resolves when this session can write no more. */
  readonly lost: Promise<void>;
  private readonly lose: () => void;
  private readonly timer: NodeJS.Timeout;
  private last: Promise<unknown> = Promise.resolve();
  private awaitedSince: number | undefined;

  private constructor(
    private readonly client: pg.Client,
    private readonly socket: Socket,
    readonly epoch: number,
    readonly lastPosition: number,
    ended: Promise<void>,
  ) {
    let lose: () => void = () => undefined;
    this.lost = new Promise<void>((resolve) => (lose = resolve));
    this.lose = lose;
    void ended.then(lose);
    this.timer = setInterval(() => this.giveSignOfLife(), SIGN_OF_LIFE_MS);
    this.timer.unref();
  }

  /** Claims the log, waiting a little for a dying or frozen predecessor to let go. */
  static async open(url: string, waitMs: number): Promise<WriterSession> {
    const socket = new Socket();
    const client = new pg.Client({
      connectionString: url, application_name: 'mash-event-store-writer', keepAlive: true,
      connectionTimeoutMillis: CONNECT_WITHIN_MS, stream: () => socket,
    });
    const ended = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    const limit = setTimeout(() => socket.destroy(), CONNECT_WITHIN_MS + waitMs + ANSWER_WITHIN_MS);
    try {
      await client.connect();
      await waitForLock(client, waitMs);
      const claimed = await client.query<{ epoch: string }>(
        'INSERT INTO log.epoch (epoch) SELECT coalesce(max(epoch), 0) + 1 FROM log.epoch RETURNING epoch',
      );
      const head = await client.query<{ position: string }>('SELECT coalesce(max(position), 0) AS position FROM log.event');
      return new WriterSession(client, socket, Number(claimed.rows[0]?.epoch), Number(head.rows[0]?.position), ended);
    } catch (error) {
      await hangUp(client, socket);
      throw error;
    } finally {
      clearTimeout(limit);
    }
  }

  /** Writes all rows in one commit, or none. When it rejects with anything but FencedError the outcome is unknown. */
  async commit(rows: readonly RecordedEvent[]): Promise<void> {
    const done = await this.next(() => this.client.query({ name: 'append', text: INSERT, values: [...rowParameters(rows), this.epoch] }));
    if (done.rowCount !== rows.length) throw new FencedError('Another event store node has taken over this log.');
  }

  /** Rejects unless this is still the newest claim: what is only said, not written, must not be said by a node that was superseded. */
  async confirm(): Promise<void> {
    const found = await this.next(() => this.client.query<{ newest: boolean }>({ name: 'confirm', text: IS_NEWEST, values: [this.epoch] }));
    if (found.rows[0]?.newest !== true) throw new FencedError('Another event store node has taken over this log.');
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await hangUp(this.client, this.socket);
  }

  /** One statement after the other: the driver is given the next only when it is done with the last. */
  private next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.last.then(work);
    this.last = done.catch(() => undefined);
    return done;
  }

  private giveSignOfLife(): void {
    if (this.awaitedSince !== undefined) {
      if (performance.now() - this.awaitedSince > ANSWER_WITHIN_MS) this.lose();
      return;
    }
    this.awaitedSince = performance.now();
    this.confirm().then(
      () => (this.awaitedSince = undefined),
      () => this.lose(),
    );
  }
}

/** With a query under way this breaks the connection off instead of waiting for it. */
async function hangUp(client: pg.Client, socket: Socket): Promise<void> {
  const limit = setTimeout(() => socket.destroy(), FAREWELL_MS);
  await client.end().catch(() => undefined);
  clearTimeout(limit);
}

async function waitForLock(client: pg.Client, waitMs: number): Promise<void> {
  const giveUpAt = Date.now() + waitMs;
  while (!(await tryWriterLock(client))) {
    if (Date.now() >= giveUpAt) throw new FencedError('Another event store node already serves the log in this database.');
    await new Promise((resolve) => setTimeout(resolve, LOCK_RETRY_MS));
  }
}
