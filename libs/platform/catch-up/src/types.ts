import type { PlacedEvent } from '@mash/event-log';
import { NewerSchema } from '@mash/kernel';

/** Which event types a handler acts on. Others pass by it and are counted. */
export interface NamedTypes {
  readonly names: ReadonlySet<string>;
  /** The newest schema of a type that this code can read. */
  readonly newestSchema: (type: string) => number;
}

/**
 * How many of a batch no handler names.
 * @throws NewerSchema for an event that a handler names and cannot read: passing over it would leave what follows wrong
 */
export function unnamed({ names, newestSchema }: NamedTypes, batch: readonly PlacedEvent[]): number {
  let count = 0;
  for (const { type, metadata } of batch) {
    if (!names.has(type)) {
      count += 1;
      continue;
    }
    const schema = Number(metadata['schema'] ?? 1);
    // No number is refused like one too high: this program has never written either.
    if (!(schema >= 1 && schema <= newestSchema(type))) throw new NewerSchema(type, schema, newestSchema(type));
  }
  return count;
}
