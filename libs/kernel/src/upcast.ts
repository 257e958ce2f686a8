import type { DomainEvent } from './event.js';

type Data = Readonly<Record<string, unknown>>;

/**
 * Lifts the data of one schema of one type of event to the next schema. Pure, and total: it meets every event of that schema
 * that was ever written, and sealed values of which no key is left (their `value` is null).
 */
export type Upcaster = (data: Data) => Data;

/** For each type of event what lifts schema 1 to 2, 2 to 3 and so on; an empty list while there is one schema only. */
export type EventTypes<Type extends string = string> = Readonly<Record<Type, readonly Upcaster[]>>;

/** The table of a context's events. The compiler asks for every type there is. */
export const eventTypes = <E extends DomainEvent>(table: EventTypes<E['type']>): EventTypes => table;

/** Whether a table names a type, and under which schema it is written now; null for a type it does not name. */
export function currentSchema(types: EventTypes, type: string): number | null {
  return Object.hasOwn(types, type) ? (types[type]?.length ?? 0) + 1 : null;
}

/** An event was written by a newer program: what it means is not known here, and guessing could mislead a decision. */
export class NewerSchema extends Error {
  override readonly name = 'NewerSchema';

  constructor(type: string, schema: number, current: number) {
    super(`An event of type ${type} has schema ${schema}; this program reads up to ${current}. Use the version that wrote it, or a later one.`);
  }
}

/**
 * What an event means today: its data in the current schema of its type. A type that the table does not name has schema 1 only.
 * @throws NewerSchema when its schema is higher than any this program knows; RangeError when it is no schema number
 */
export function upcast(types: EventTypes, event: { readonly type: string; readonly schema: number; readonly data: Data }): DomainEvent<string, Data> {
  const { type, schema } = event;
  if (!Number.isSafeInteger(schema) || schema < 1) throw new RangeError(`An event of type ${type} has no usable schema number: it is a whole number from 1.`);
  const current = currentSchema(types, type) ?? 1;
  if (schema > current) throw new NewerSchema(type, schema, current);
  const steps = Object.hasOwn(types, type) ? (types[type] ?? []).slice(schema - 1) : [];
  return { type, schema: current, data: steps.reduce((data, lift) => lift(data), event.data) };
}
