import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from './event.js';
import type { Upcaster } from './upcast.js';
import { NewerSchema, currentSchema, eventTypes, upcast } from './upcast.js';

// An invented event with a history: schema 1 had one telephone number, schema 2 a list, schema 3 says who answers.
type ContactGiven = DomainEvent<'ContactGiven', { readonly numbers: readonly string[]; readonly answeredBy: string | null }>;
type ContactLost = DomainEvent<'ContactLost', Record<string, never>>;

const toList: Upcaster = ({ number, ...rest }) => ({ ...rest, numbers: number === null ? [] : [number] });
const toAnsweredBy: Upcaster = (data) => ({ ...data, answeredBy: null });
const types = eventTypes<ContactGiven | ContactLost>({ ContactGiven: [toList, toAnsweredBy], ContactLost: [] });
const from = (schema: number, data: Readonly<Record<string, unknown>>, type = 'ContactGiven') => upcast(types, { type, schema, data });

describe('an event of an older schema', () => {
  it('is lifted step by step to the current one', () => {
    expect(from(1, { number: '01632 960001', kept: true })).toEqual({ type: 'ContactGiven', schema: 3, data: { numbers: ['01632 960001'], answeredBy: null, kept: true } });
    expect(from(2, { numbers: ['01632 960001', '01632 960002'] })).toEqual({ type: 'ContactGiven', schema: 3, data: { numbers: ['01632 960001', '01632 960002'], answeredBy: null } });
  });

  it('is left as it is when it is of the current schema', () => {
    const data = { numbers: [], answeredBy: 'school' };
    expect(from(3, data).data).toBe(data);
    expect(from(1, {}, 'ContactLost')).toEqual({ type: 'ContactLost', schema: 1, data: {} });
  });

  it('does not change what it is made of', () => {
    const data = Object.freeze({ number: null });
    expect(from(1, data).data).toEqual({ numbers: [], answeredBy: null });
    expect(data).toEqual({ number: null });
  });

  it.each([4, 99])('is refused when schema %i is newer than this program', (schema) => expect(() => from(schema, {})).toThrow(NewerSchema));
  it('is refused with words that say what would be right', () => expect(() => from(4, {})).toThrow('ContactGiven has schema 4; this program reads up to 3. Use the version that wrote it'));
  it.each([0, -1, 1.5, Number.NaN])('is refused when its schema is %p', (schema) => expect(() => from(schema, {})).toThrow('whole number from 1'));

  it('has schema 1 only when its type is not named', () => {
    expect(from(1, { a: 1 }, 'Unheard')).toEqual({ type: 'Unheard', schema: 1, data: { a: 1 } });
    expect(() => from(2, {}, 'Unheard')).toThrow(NewerSchema);
    expect(() => from(2, {}, 'toString')).toThrow(NewerSchema);
    expect(currentSchema(types, 'constructor')).toBeNull();
  });
});
