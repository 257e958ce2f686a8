import type { BasisCodes } from '@mash/decision-events';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'a list' : isObject(value) ? ('$sealed' in value ? 'sealed' : 'an object') : typeof value);

/** A lawful basis names what its regime and the item call for, and leaves the rest out (section 4). */
const calledFor = {
  article6: true, annex1Conditions: true, article9: true, schedule1Condition: true, article10Condition: true, schedule8Condition: true, confidentialityBasis: true,
} satisfies Readonly<Record<OptionalIn<BasisCodes>, true>>;
type OptionalIn<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];
const mayLack = (name: string): boolean => Object.hasOwn(calledFor, name);

/**
 * Where one JSON value has another shape than another: other names, other kinds of value. Null fits everywhere, since a
 * field that may be empty is empty in some events; an object that names its `kind` is compared with its own kind only.
 * @returns a line for each difference; empty when the shapes agree
 */
export function shapeDifferences(sample: unknown, other: unknown, path = ''): string[] {
  if (sample === null || other === null) return [];
  if (kindOf(sample) !== kindOf(other)) return [`${path || '/'} is ${kindOf(other)}, ${kindOf(sample)} in the sample`];
  if (Array.isArray(sample) && Array.isArray(other)) return listDifferences(sample, other, path);
  if (!isObject(sample) || !isObject(other) || '$sealed' in sample) return [];
  if (sample['kind'] !== other['kind'] && typeof sample['kind'] === 'string' && typeof other['kind'] === 'string') return [];
  const extra = Object.keys(other).filter((name) => !Object.hasOwn(sample, name) && !mayLack(name)).map((name) => `${path}/${name} is not in the sample`);
  const missing = Object.keys(sample).filter((name) => !Object.hasOwn(other, name) && !mayLack(name)).map((name) => `${path}/${name} is in the sample only`);
  const inside = Object.keys(sample).filter((name) => Object.hasOwn(other, name)).flatMap((name) => shapeDifferences(sample[name], other[name], `${path}/${name}`));
  return [...extra, ...missing, ...inside];
}

/** Each element must have the shape of some element of the sample's list. */
function listDifferences(sample: readonly unknown[], other: readonly unknown[], path: string): string[] {
  if (sample.length === 0) return [];
  return other.flatMap((each, index) => {
    const tries = sample.map((like) => shapeDifferences(like, each, `${path}/${index}`));
    return tries.some((found) => found.length === 0) ? [] : tries[0] ?? [];
  });
}

const outline = (value: unknown): string => (isObject(value) ? Object.entries(value).map(([name, each]) => `${name} ${kindOf(each)}`).join() : kindOf(value));

/** How much of a shape a value fills: the fuller of two samples says more. */
export function fullness(value: unknown): number {
  if (value === null) return 0;
  if (Array.isArray(value)) return new Set(value.map(outline)).size + Math.max(0, ...value.map(fullness));
  if (isObject(value)) return '$sealed' in value ? 1 : Object.values(value).reduce<number>((sum, each) => sum + fullness(each), 1);
  return 1;
}
