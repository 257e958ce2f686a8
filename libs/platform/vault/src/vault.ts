import type { StoredEvent } from '@mash/event-log';
import type { Holder, Personal } from '@mash/kernel';
import { isPersonal } from '@mash/kernel';
import type { Pool } from '@mash/postgres';
import { decrypt, encrypt } from './cipher.js';
import { KeyStore } from './key-store.js';

/** A sealed field as it lies in the log for ever. */
interface Sealed {
  readonly $sealed: { readonly v: 1; readonly keyId: string; readonly nonce: string; readonly ct: string };
}

const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && '$sealed' in value;

type Visit = (value: unknown, path: string) => unknown;

/** Rebuilds a JSON value, replacing what `visit` answers for; undefined means "look inside". */
function rebuilt(value: unknown, path: string, visit: Visit): unknown {
  const replaced = visit(value, path);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) return value.map((each, index) => rebuilt(each, `${path}/${index}`, visit));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rebuilt(each, `${path}/${name}`, visit)]));
}

/** Adds the record of every sealed value within to a list. Looks only: a rebuild opens each event there is. */
function gather(value: unknown, records: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isSealed(value)) records.push(value.$sealed.keyId);
  else for (const each of Object.values(value)) gather(each, records);
}

/** The binding: a ciphertext moved to another stream, event, type or field does not open. */
const binding = (stream: string, event: StoredEvent, path: string): string => [stream, event.id, event.type, path].join('|');

/**
 * Seals personal values before they reach the log and opens them for whoever holds a key.
 * `controllers` narrows opening to the copies of some agencies: an auditor opens with no other keys than those of
 * the agencies that gave a mandate.
 */
export class Vault {
  private readonly keys: KeyStore;

  constructor(pool: Pool, root: Buffer, private readonly controllers: readonly string[] | null = null, keys?: KeyStore) {
    if (root.length !== 32) throw new TypeError('MASH_ROOT_KEY must be 32 bytes in base64.');
    this.keys = keys ?? new KeyStore(pool, root);
    this.narrowed = (only) => new Vault(pool, root, only, this.keys);
  }

  /** The same vault with the keys of these controllers only. */
  readonly narrowed: (controllers: readonly string[]) => Vault;

  /** Replaces every personal value by its ciphertext. Keys are durable before this returns. */
  async seal(stream: string, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
    const holdings = new Map<string, readonly Holder[]>();
    for (const event of events) {
      rebuilt(event.data, '', (value) => {
        if (isPersonal(value)) holdings.set(value.record, [...holdings.get(value.record) ?? [], ...value.holders]);
        return isPersonal(value) ? null : undefined;
      });
    }
    if (holdings.size === 0) return [...events];
    refuseUnheld(holdings);
    const keys = await this.keys.keysFor(holdings);
    return events.map((event) => ({ ...event, data: this.sealed(stream, event, keys) }));
  }

  /** Replaces every ciphertext by its personal value; null where no key is left, or none that may be used. */
  async open<E extends StoredEvent>(stream: (event: E) => string, events: readonly E[]): Promise<E[]> {
    const records: string[] = [];
    const holdsSealed = events.map((event) => {
      const before = records.length;
      gather(event.data, records);
      return records.length > before;
    });
    if (records.length === 0) return [...events];
    const keys = await this.keys.keysOf(records, this.controllers);
    return events.map((event, index) => (holdsSealed[index] ? { ...event, data: this.opened(stream(event), event, keys) } : event));
  }

  private sealed(stream: string, event: StoredEvent, keys: ReadonlyMap<string, Buffer>): Record<string, unknown> {
    return rebuilt(event.data, '', (value, path) => {
      if (!isPersonal(value)) return undefined;
      const key = keys.get(value.record);
      if (!key) throw new Error('A record has no key.');
      const { nonce, ct } = encrypt(key, Buffer.from(JSON.stringify(value.value)), binding(stream, event, path));
      return { $sealed: { v: 1, keyId: value.record, nonce: nonce.toString('base64'), ct: ct.toString('base64') } } satisfies Sealed;
    }) as Record<string, unknown>;
  }

  private opened(stream: string, event: StoredEvent, keys: ReadonlyMap<string, Buffer>): Record<string, unknown> {
    return rebuilt(event.data, '', (value, path): Personal<unknown> | undefined => {
      if (!isSealed(value)) return undefined;
      const { keyId, nonce, ct } = value.$sealed;
      const key = keys.get(keyId);
      const plain = key && decrypt(key, Buffer.from(nonce, 'base64'), Buffer.from(ct, 'base64'), binding(stream, event, path));
      return { $personal: true, record: keyId, holders: [], value: plain ? JSON.parse(plain.toString()) as unknown : null };
    }) as Record<string, unknown>;
  }
}

/** A record that nobody holds could never be opened, and a key that was gone could be given out anew. */
function refuseUnheld(holdings: ReadonlyMap<string, readonly Holder[]>): void {
  for (const [record, holders] of holdings) {
    if (holders.length === 0) throw new Error(`The record ${record} names no controller that holds it.`);
  }
}
