import { describe, expect, it } from '@jest/globals';
import { fullness, shapeDifferences } from './shape.js';

const sealed = { $sealed: { v: 1, keyId: 'a', nonce: 'b', ct: 'c' } };

describe('the shape of a stored event', () => {
  it('is the same with other values, other sealed content and empty fields', () =>
    expect(shapeDifferences({ id: 'a', n: 1, words: sealed, unit: { id: 'u' }, list: [1] }, { id: 'b', n: 2, words: sealed, unit: null, list: [] })).toEqual([]));
  it('differs by a field more', () => expect(shapeDifferences({ a: 1 }, { a: 1, b: 2 })).toEqual(['/b is not in the sample']));
  it('differs by a field less', () => expect(shapeDifferences({ a: { b: 1 } }, { a: {} })).toEqual(['/a/b is in the sample only']));
  it('differs by another kind of value', () => expect(shapeDifferences({ a: 1 }, { a: '1' })).toEqual(['/a is string, number in the sample']));
  it('differs where what was sealed lies open', () => expect(shapeDifferences({ words: sealed }, { words: 'Bruising.' })).toEqual(['/words is string, sealed in the sample']));
  it('may be that of any element of the sample\'s list', () => {
    expect(shapeDifferences([{ a: 1 }, { b: 1 }], [{ b: 2 }])).toEqual([]);
    expect(shapeDifferences([{ a: 1 }], [{ b: 2 }])).toEqual(['/0/b is not in the sample', '/0/a is in the sample only']);
  });
  it('is not compared across kinds', () => expect(shapeDifferences({ kind: 'EXACT', on: 'x' }, { kind: 'UNKNOWN' })).toEqual([]));
  it('is fuller with more in it', () => expect(fullness({ a: { b: 1 }, c: [1] })).toBeGreaterThan(fullness({ a: null, c: [] })));
});
