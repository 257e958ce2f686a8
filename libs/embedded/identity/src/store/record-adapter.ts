import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Pool } from 'pg';

export interface SessionLimits {
  readonly idleSeconds: number;
}

const ALIVE = 'expires_at > now() AND (idle_at IS NULL OR idle_at > now())';

interface Row {
  readonly payload: AdapterPayload;
  readonly consumed_at: string | null;
}

function payloadOf(row: Row | undefined): AdapterPayload | undefined {
  if (row === undefined) return undefined;
  return row.consumed_at === null ? row.payload : { ...row.payload, consumed: Number(row.consumed_at) };
}

/** Keeps everything that the provider must remember in Postgres, each row with its own end. */
export class RecordAdapter implements Adapter {
  readonly #model: string;
  readonly #pool: Pool;
  readonly #limits: SessionLimits;

  constructor(model: string, pool: Pool, limits: SessionLimits) {
    this.#model = model;
    this.#pool = pool;
    this.#limits = limits;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<undefined> {
    const idle = this.#model === 'Session' ? this.#limits.idleSeconds : null;
    await this.#pool.query(
      `INSERT INTO identity_record (model, id, payload, grant_id, uid, expires_at, idle_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6), now() + make_interval(secs => $7))
       ON CONFLICT (model, id) DO UPDATE SET payload = excluded.payload, grant_id = excluded.grant_id,
         uid = excluded.uid, expires_at = excluded.expires_at, idle_at = excluded.idle_at`,
      [this.#model, id, payload, payload.grantId ?? null, payload.uid ?? null, expiresIn, idle],
    );
    if (this.#model === 'RefreshToken' && payload.sessionUid !== undefined) await this.#keepAwake(payload.sessionUid);
    return undefined;
  }

  /** A refresh is use of the session, as Keycloak counts it: the idle time starts again. */
  async #keepAwake(sessionUid: string): Promise<void> {
    await this.#pool.query(
      `UPDATE identity_record SET idle_at = now() + make_interval(secs => $2)
       WHERE model = 'Session' AND uid = $1 AND ${ALIVE}`,
      [sessionUid, this.#limits.idleSeconds],
    );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#one('id', id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#one('uid', uid);
  }

  /** Only the device flow asks by user code, and it is switched off. */
  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async #one(column: 'id' | 'uid', value: string): Promise<AdapterPayload | undefined> {
    const { rows } = await this.#pool.query<Row>(
      `SELECT payload, consumed_at FROM identity_record WHERE model = $1 AND ${column} = $2 AND ${ALIVE}`,
      [this.#model, value],
    );
    return payloadOf(rows[0]);
  }

  async consume(id: string): Promise<undefined> {
    await this.#pool.query(
      `UPDATE identity_record SET consumed_at = extract(epoch FROM now())::bigint WHERE model = $1 AND id = $2`,
      [this.#model, id],
    );
    return undefined;
  }

  async destroy(id: string): Promise<undefined> {
    await this.#pool.query('DELETE FROM identity_record WHERE model = $1 AND id = $2', [this.#model, id]);
    return undefined;
  }

  async revokeByGrantId(grantId: string): Promise<undefined> {
    await this.#pool.query('DELETE FROM identity_record WHERE model = $1 AND grant_id = $2', [this.#model, grantId]);
    return undefined;
  }
}
