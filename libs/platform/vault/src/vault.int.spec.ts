import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@mash/event-log';
import type { Holder, OrganisationId } from '@mash/kernel';
import { personal } from '@mash/kernel';
import { createPool, migrate } from '@mash/postgres';
import type { Pool } from '@mash/postgres';
import { throwAwayDatabases } from '@mash/postgres';
import type { ThrowAwayDatabases } from '@mash/postgres';
import { vaultSchema } from './schema.js';
import { Vault } from './vault.js';

const council = '11111111-1111-4111-8111-111111111111' as OrganisationId;
const trust = '22222222-2222-4222-8222-222222222222' as OrganisationId;
const heldBy = (...controllers: OrganisationId[]): Holder[] => controllers.map((controller) => ({ controller, file: 'enquiry:e1' }));
const event = (value: string, holders: Holder[], record = 'item:1'): StoredEvent => ({
  id: '33333333-3333-4333-8333-333333333333', type: 'Noted', metadata: {},
  data: { id: 'x', items: [{ nature: 'FACT', words: personal(record, holders, value) }] },
});
const words = (events: readonly StoredEvent[]): unknown =>
  (events[0]?.data as { items: { words: { value: unknown } }[] }).items[0]?.words.value;
const stream = (): string => 'note-1';

describe('the vault', () => {
  let databases: ThrowAwayDatabases;
  let pool: Pool;
  let vault: Vault;
  const root = randomBytes(32);

  beforeAll(async () => {
    databases = await throwAwayDatabases();
    const owner = createPool(databases.url('mash_keys', 'mash_owner'));
    await migrate(owner, vaultSchema);
    await owner.end();
    pool = createPool(databases.url('mash_keys', 'mash_vault'));
    vault = new Vault(pool, root);
  });
  afterAll(async () => {
    await pool.end();
    await databases.drop();
  });

  it('opens what it sealed, and leaves no plaintext in between', async () => {
    const sealed = await vault.seal('note-1', [event('Mrs Pelham rang', heldBy(council))]);
    expect(JSON.stringify(sealed)).not.toContain('Pelham');
    expect(words(await vault.open(stream, sealed))).toBe('Mrs Pelham rang');
  });

  it('does not open a ciphertext that was moved to another stream', async () => {
    const sealed = await vault.seal('note-1', [event('Mrs Pelham rang', heldBy(council), 'item:moved')]);
    await expect(vault.open(() => 'note-2', sealed)).rejects.toThrow();
  });

  it('opens for a narrowed reader only what its controllers hold', async () => {
    const sealed = await vault.seal('note-1', [event('ours', heldBy(council), 'item:narrow')]);
    expect(words(await vault.narrowed([trust]).open(stream, sealed))).toBeNull();
    expect(words(await vault.narrowed([council]).open(stream, sealed))).toBe('ours');
  });

  it('keeps the other controller\'s copy when one wrap is destroyed', async () => {
    const sealed = await vault.seal('note-1', [event('shared', heldBy(council, trust), 'item:both')]);
    await pool.query('DELETE FROM vault.wrap WHERE record = $1 AND controller = $2', ['item:both', council]);
    expect(words(await new Vault(pool, root).open(stream, sealed))).toBe('shared');
    expect(words(await vault.narrowed([council]).open(stream, sealed))).toBeNull();
  });

  it('shows null, and does not make a new key, once every wrap is gone', async () => {
    const sealed = await vault.seal('note-1', [event('gone', heldBy(council), 'item:gone')]);
    await pool.query('DELETE FROM vault.wrap WHERE record = $1', ['item:gone']);
    const fresh = new Vault(pool, root);
    expect(words(await fresh.open(stream, sealed))).toBeNull();
    await expect(fresh.seal('note-1', [event('again', heldBy(council), 'item:gone')])).rejects.toThrow('no key');
  });

  it('gives two writers of one record the same key', async () => {
    const [a, b] = await Promise.all([
      new Vault(pool, root).seal('note-1', [event('a', heldBy(council), 'item:race')]),
      new Vault(pool, root).seal('note-1', [event('b', heldBy(trust), 'item:race')]),
    ]);
    expect([words(await vault.open(stream, a)), words(await vault.open(stream, b))]).toEqual(['a', 'b']);
  });

  it('refuses to seal what nobody holds', async () => {
    await expect(vault.seal('note-1', [event('x', [], 'item:unheld')])).rejects.toThrow('names no controller');
  });
});
