import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '@mash/postgres';
import { loadSecrets } from './secrets.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mash-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the secrets of a data folder', () => {
  it('are made once and kept', () => {
    const first = loadSecrets(folder);
    expect(loadSecrets(folder)).toEqual(first);
  });

  it('are all different, and the keys 32 bytes long', () => {
    const { roles, rootKey, sessionKey, postgres, clientSecret } = loadSecrets(folder);
    expect(new Set([...Object.values(roles), rootKey, sessionKey, postgres, clientSecret]).size).toBe(ROLES.length + 4);
    expect([rootKey, sessionKey].map((key) => Buffer.from(key, 'base64').length)).toEqual([32, 32]);
  });

  it('can be read by their owner only', () => {
    loadSecrets(folder);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('gain a password for a role that a newer version brings, and keep the others', () => {
    const first = loadSecrets(folder);
    const { mash_notary: dropped, ...older } = first.roles;
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ ...first, roles: older }));
    const next = loadSecrets(folder);
    expect(next.roles).toEqual({ ...first.roles, mash_notary: next.roles.mash_notary });
    expect(next.roles.mash_notary).not.toBe(dropped);
    expect(loadSecrets(folder)).toEqual(next);
  });

  it('are not made anew beside data that the lost ones open', () => {
    mkdirSync(join(folder, 'postgres/cluster'), { recursive: true });
    expect(() => loadSecrets(folder)).toThrow(/holds data but its secrets\.json is missing/);
  });

  it.each(['{"roles":', '{"roles":{}}'])('are not replaced when the file is damaged: %s', (text) => {
    writeFileSync(join(folder, 'secrets.json'), text);
    expect(() => loadSecrets(folder)).toThrow('is damaged');
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe(text);
  });
});
