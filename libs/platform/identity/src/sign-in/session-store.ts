import { createHash, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { inTransaction } from '@mash/postgres';
import type { ClientBase, Pool } from 'pg';
import { z } from 'zod';
import { seal, unseal } from './seal.js';

const tokens = z.object({
  accessToken: z.string(),
  /** Milliseconds since 1970. */
  accessExpiresAt: z.number(),
  refreshToken: z.string(),
  idToken: z.string(),
});

/** The tokens of a session: they never leave the server, and rest sealed. */
export type SessionTokens = z.infer<typeof tokens>;

export interface SessionStoreOptions {
  readonly pool: Pool;
  readonly key: KeyObject;
  readonly now: () => number;
}

/** A session ends after this long without use, and after this long in any case. */
export const IDLE_MS = 30 * 60_000;
export const ABSOLUTE_MS = 10 * 3_600_000;
/** Use is noted no more often than this, so that reading does not write each time. */
const NOTE_USE_AFTER_MS = 60_000;

interface Row {
  readonly sealed: Buffer;
  readonly last_used_at: Date;
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}

function place(hash: Buffer): string {
  return `hub.session:${hash.toString('hex')}`;
}

/** Sessions in Postgres, under the hash of the cookie's value: the table alone opens no session. */
export class SessionStore {
  readonly #options: SessionStoreOptions;

  constructor(options: SessionStoreOptions) {
    this.#options = options;
  }

  /** Begins a session and answers the value for the cookie. Also drops sessions that have run out. */
  async begin(subject: string, begun: SessionTokens): Promise<string> {
    const { pool, key, now } = this.#options;
    const id = randomBytes(32).toString('base64url');
    const hash = hashOf(id);
    const at = new Date(now());
    await pool.query('DELETE FROM hub.session WHERE ends_at < $1 OR last_used_at < $2', [at, new Date(now() - IDLE_MS)]);
    await pool.query(
      `INSERT INTO hub.session (id_hash, subject, sealed, created_at, last_used_at, ends_at)
       VALUES ($1, $2, $3, $4, $4, $5)`,
      [hash, subject, seal(key, place(hash), begun), at, new Date(now() + ABSOLUTE_MS)],
    );
    return id;
  }

  /** The tokens of a live session, and notes that it was used. */
  async use(id: string): Promise<SessionTokens | undefined> {
    const { pool, now } = this.#options;
    const found = await this.#read(pool, id, '');
    if (found !== undefined && now() - found.row.last_used_at.getTime() > NOTE_USE_AFTER_MS) {
      await pool.query('UPDATE hub.session SET last_used_at = $2 WHERE id_hash = $1', [hashOf(id), new Date(now())]);
    }
    return found?.tokens;
  }

  /**
   * Replaces the tokens of a session while nobody else can: the row stays locked until `renew` answers,
   * because a refresh token works once, and a second process must see the first one's result.
   */
  async renew(
    id: string,
    renew: (old: SessionTokens) => Promise<SessionTokens>,
  ): Promise<SessionTokens | undefined> {
    return inTransaction(this.#options.pool, async (connection) => {
      const found = await this.#read(connection, id, 'FOR UPDATE');
      const renewed = found === undefined ? undefined : await renew(found.tokens);
      if (renewed !== undefined && renewed !== found?.tokens) await this.#replace(connection, id, renewed);
      return renewed;
    });
  }

  async end(id: string): Promise<void> {
    await this.#options.pool.query('DELETE FROM hub.session WHERE id_hash = $1', [hashOf(id)]);
  }

  /** Ends every session of a person who has left or lost a device. */
  async endAllOf(subject: string): Promise<number> {
    return (await this.#options.pool.query('DELETE FROM hub.session WHERE subject = $1', [subject])).rowCount ?? 0;
  }

  async #replace(connection: ClientBase, id: string, renewed: SessionTokens): Promise<void> {
    const hash = hashOf(id);
    await connection.query('UPDATE hub.session SET sealed = $2 WHERE id_hash = $1', [
      hash,
      seal(this.#options.key, place(hash), renewed),
    ]);
  }

  async #read(from: Pool | ClientBase, id: string, lock: '' | 'FOR UPDATE') {
    const hash = hashOf(id);
    const at = this.#options.now();
    const { rows } = await from.query<Row>({
      name: `session ${lock}`,
      text: `SELECT sealed, last_used_at FROM hub.session
       WHERE id_hash = $1 AND ends_at > $2 AND last_used_at > $3 ${lock}`,
      values: [hash, new Date(at), new Date(at - IDLE_MS)],
    });
    const [row] = rows;
    if (row === undefined) return undefined;
    const opened = tokens.safeParse(unseal(this.#options.key, place(hash), row.sealed));
    return opened.success ? { row, tokens: opened.data } : undefined;
  }
}
