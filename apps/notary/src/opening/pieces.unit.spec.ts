import { describe, expect, it } from '@jest/globals';
import type { Personal } from '@mash/kernel';
import { piecesOf } from './pieces.js';

const sealed = (value: unknown): Personal<unknown> => ({ $personal: true, record: 'r', holders: [], value });

describe('an event taken to pieces', () => {
  it('lists each value under its path, empty lists included', () => {
    expect(piecesOf({ id: 'x', items: [{ nature: 'FACT' }], none: null, rules: [] })).toEqual([
      { path: '/id', value: 'x', withheld: false, sealed: false },
      { path: '/items/0/nature', value: 'FACT', withheld: false, sealed: false },
      { path: '/none', value: null, withheld: false, sealed: false },
      { path: '/rules', value: '[]', withheld: false, sealed: false },
    ]);
  });

  it('11.R18 shows what the keys opened and withholds the rest whole', () => {
    expect(piecesOf({ told: sealed({ statement: 'Seen at home', age: 7 }), name: sealed(null) })).toEqual([
      { path: '/told/statement', value: 'Seen at home', withheld: false, sealed: true },
      { path: '/told/age', value: '7', withheld: false, sealed: true },
      { path: '/name', value: null, withheld: true, sealed: true },
    ]);
  });
});
