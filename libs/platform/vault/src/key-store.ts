import type { Holder } from '@mash/kernel';
import type { Pool, PoolClient } from '@mash/postgres';
import { inTransaction } from '@mash/postgres';
import { controllerRoot, newKey, unwrapKey, wrapKey } from './cipher.js';

/** Records to seal, each with the controllers that hold a copy. */
export type Holdings = ReadonlyMap<string, readonly Holder[]>;

interface WrapRow { record: string; controller: string; file: string; wrapped: Buffer; file_wrapped: Buffer }

/** Long enough to spare a query for every event of a busy minute, short enough that a destroyed key is soon forgotten. */
const remembered = 60_000;

/** Keys in their own database: one per record, wrapped for each controller under that controller's file key. */
export class KeyStore {
  private readonly cache = new Map<string, { readonly key: Buffer; readonly until: number }>();
  private readonly roots = new Map<string, Buffer>();

  constructor(private readonly pool: Pool, private readonly root: Buffer) {}

  /** The key of each record, made or widened so that every holder has a wrap of it. Committed before it is used. */
  async keysFor(holdings: Holdings): Promise<Map<string, Buffer>> {
    const records = [...holdings.keys()].sort();
    return inTransaction(this.pool, async (client) => {
      const inserted = await client.query<{ record: string }>(
        'INSERT INTO vault.record (record) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING RETURNING record', [records]);
      const fresh = new Set(inserted.rows.map((row) => row.record));
      const old = records.filter((record) => !fresh.has(record));
      const wraps = old.length > 0 ? await this.wraps(client, old, null) : [];
      const keys = this.unwrapped(wraps);
      for (const record of fresh) keys.set(record, newKey());
      await this.addWraps(client, holdings, keys, new Set(wraps.map((wrap) => `${wrap.record}|${wrap.controller}`)));
      return keys;
    });
  }

  /** The keys that can be had; a record whose key is gone, or is not for `controllers`, is simply absent. */
  async keysOf(records: readonly string[], controllers: readonly string[] | null): Promise<Map<string, Buffer>> {
    const now = Date.now();
    const keys = new Map<string, Buffer>();
    const missing: string[] = [];
    for (const record of new Set(records)) {
      const cached = controllers === null ? this.cache.get(record) : undefined;
      if (cached && cached.until > now) keys.set(record, cached.key);
      else missing.push(record);
    }
    if (missing.length === 0) return keys;
    for (const [record, key] of this.unwrapped(await this.wraps(this.pool, missing, controllers))) {
      keys.set(record, key);
      if (controllers === null) this.remember(record, key, now);
    }
    return keys;
  }

  private remember(record: string, key: Buffer, now: number): void {
    if (this.cache.size > 20_000) this.cache.clear();
    this.cache.set(record, { key, until: now + remembered });
  }

  private async wraps(client: Pool | PoolClient, records: readonly string[], controllers: readonly string[] | null): Promise<WrapRow[]> {
    const { rows } = await client.query<WrapRow>(
      `SELECT w.record, w.controller, w.file, w.wrapped, f.wrapped AS file_wrapped
         FROM vault.wrap w JOIN vault.file_key f USING (controller, file)
        WHERE w.record = ANY($1) AND ($2::uuid[] IS NULL OR w.controller = ANY($2))`, [records, controllers]);
    return rows;
  }

  private unwrapped(wraps: readonly WrapRow[]): Map<string, Buffer> {
    const keys = new Map<string, Buffer>();
    // A file holds many records: its key is opened once for all that were asked for together, and forgotten with them.
    const files = new Map<string, Buffer>();
    for (const wrap of wraps) {
      if (keys.has(wrap.record)) continue;
      const name = `${wrap.controller}|${wrap.file}`;
      const file = files.get(name) ?? unwrapKey(this.rootOf(wrap.controller), wrap.file_wrapped, name);
      files.set(name, file);
      keys.set(wrap.record, unwrapKey(file, wrap.wrapped, `${wrap.record}|${wrap.controller}`));
    }
    return keys;
  }

  private async addWraps(client: PoolClient, holdings: Holdings, keys: ReadonlyMap<string, Buffer>, have: ReadonlySet<string>): Promise<void> {
    const wanted = [...holdings].flatMap(([record, holders]) => holders
      .filter((holder) => !have.has(`${record}|${holder.controller}`)).map((holder) => ({ record, ...holder })));
    if (wanted.length === 0) return;
    const files = await this.fileKeys(client, wanted);
    const rows = wanted.flatMap(({ record, controller, file }) => {
      const key = keys.get(record);
      const fileKey = files.get(`${controller}|${file}`);
      return key && fileKey ? [{ record, controller, file, wrapped: wrapKey(fileKey, key, `${record}|${controller}`) }] : [];
    });
    await client.query(
      `INSERT INTO vault.wrap (record, controller, file, wrapped)
       SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::bytea[]) ON CONFLICT DO NOTHING`,
      [rows.map((r) => r.record), rows.map((r) => r.controller), rows.map((r) => r.file), rows.map((r) => r.wrapped)]);
  }

  private async fileKeys(client: PoolClient, holders: readonly Holder[]): Promise<Map<string, Buffer>> {
    const unique = [...new Map(holders.map((holder) => [`${holder.controller}|${holder.file}`, holder])).entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1)).map(([, holder]) => holder);
    const controllers = unique.map((holder) => holder.controller);
    const files = unique.map((holder) => holder.file);
    const fresh = unique.map((holder) => wrapKey(this.rootOf(holder.controller), newKey(), `${holder.controller}|${holder.file}`));
    await client.query(
      `INSERT INTO vault.file_key (controller, file, wrapped)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::bytea[]) ON CONFLICT DO NOTHING`, [controllers, files, fresh]);
    const { rows } = await client.query<{ controller: string; file: string; wrapped: Buffer }>(
      `SELECT controller, file, wrapped FROM vault.file_key
        WHERE (controller, file) IN (SELECT * FROM unnest($1::uuid[], $2::text[]))`, [controllers, files]);
    return new Map(rows.map((row) => [
      `${row.controller}|${row.file}`, unwrapKey(this.rootOf(row.controller), row.wrapped, `${row.controller}|${row.file}`),
    ]));
  }

  private rootOf(controller: string): Buffer {
    const known = this.roots.get(controller);
    if (known) return known;
    const root = controllerRoot(this.root, controller);
    this.roots.set(controller, root);
    return root;
  }
}
