import { describe, expect, it } from '@jest/globals';
import type { PlacedEvent } from '@mash/event-log';
import { NewerSchema } from '@mash/kernel';
import { unnamed } from './types.js';

const event = (type: string, schema?: unknown): PlacedEvent =>
  ({ id: 'e', type, data: {}, metadata: schema === undefined ? {} : { schema }, stream: 'note-1', revision: 0n, position: 0n });
const types = { names: new Set(['Noted', 'Signed']), newestSchema: (type: string) => (type === 'Noted' ? 2 : 1) };

describe('the types in a batch', () => {
  it('are counted when no handler names them, whatever their version', () =>
    expect(unnamed(types, [event('Noted', 1), event('Heard', 9), event('Noted', 2), event('Seen')])).toBe(2));
  it('are read in every version up to the newest, the first where none is written', () => expect(unnamed(types, [event('Signed'), event('Noted', 2)])).toBe(0));
  it.each([[event('Noted', 3)], [event('Signed', 2)], [event('Noted', 0)], [event('Noted', 'two')]])('are refused when a handler names them and cannot read the version: %#', (each) =>
    expect(() => unnamed(types, [each])).toThrow(NewerSchema));
});
