import { describe, expect, it } from '@jest/globals';
import { readSessionKey, seal, unseal } from './seal.js';

const key = readSessionKey('ab'.repeat(32));

describe('a sealed value', () => {
  it('opens where it was sealed', () => {
    expect(unseal(key, 'here', seal(key, 'here', { a: 1 }))).toEqual({ a: 1 });
  });

  it('opens nowhere else, under no other key, and not after a change', () => {
    const sealed = seal(key, 'here', { a: 1 });
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(30) ^ 1, 30);
    expect(unseal(key, 'there', sealed)).toBeUndefined();
    expect(unseal(readSessionKey('cd'.repeat(32)), 'here', sealed)).toBeUndefined();
    expect(unseal(key, 'here', changed)).toBeUndefined();
    expect(unseal(key, 'here', sealed.subarray(0, 20))).toBeUndefined();
  });

  it('never looks the same twice', () => {
    expect(seal(key, 'here', 1).equals(seal(key, 'here', 1))).toBe(false);
  });
});

describe('the session key', () => {
  it('is read from base64 and from hex', () => {
    const base64 = readSessionKey(Buffer.alloc(32, 0xab).toString('base64'));
    expect(base64.equals(key)).toBe(true);
  });

  it.each(['', 'short', 'ab'.repeat(16), Buffer.alloc(31).toString('base64')])('is refused as %j', (text) => {
    expect(() => readSessionKey(text)).toThrow('32 bytes');
  });
});
