import type { Sample } from './sample.js';

/** Replaces what a function answers for; undefined means "look inside". */
export function rebuilt(value: unknown, path: string, visit: (value: unknown, path: string) => unknown): unknown {
  const replaced = visit(value, path);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) return value.map((each, index) => rebuilt(each, `${path}/${index}`, visit));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, rebuilt(each, `${path}/${name}`, visit)]));
}

export const isSealed = (value: unknown): value is { readonly $sealed: { readonly keyId: string } } =>
  typeof value === 'object' && value !== null && '$sealed' in value;

/** A sample's data as a reader gets it: with what its sealed fields hold, or with nothing in them once the keys are gone. */
export function openedData({ data, personal }: Sample, keys: 'kept' | 'gone'): Readonly<Record<string, unknown>> {
  return rebuilt(data, '', (value, path) => (isSealed(value)
    ? { $personal: true, record: value.$sealed.keyId, holders: [], value: keys === 'kept' ? personal[path] ?? null : null }
    : undefined)) as Readonly<Record<string, unknown>>;
}
