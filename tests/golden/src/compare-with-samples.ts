import type { PlacedEvent } from '@mash/event-log';
import type { Sample } from './sample.js';
import { readSamples } from './sample.js';
import { shapeDifferences } from './shape.js';

/** What events as they lie in a log have that the samples of their type and schema have not. Names paths, never values. */
export async function differencesFromSamples(events: AsyncIterable<PlacedEvent> | Iterable<PlacedEvent>): Promise<{ readonly differences: readonly string[]; readonly types: ReadonlySet<string> }> {
  const samples = new Map<string, Sample>((await readSamples()).map((sample) => [`${sample.type} ${sample.metadata.schema}`, sample]));
  const differences = new Set<string>();
  const types = new Set<string>();
  for await (const { type, data, metadata } of events) {
    types.add(type);
    const name = `${type} ${String(metadata['schema'])}`;
    const sample = samples.get(name);
    if (sample === undefined) differences.add(`${name} has no sample`);
    else for (const each of [...shapeDifferences(sample.data, data), ...shapeDifferences(sample.metadata, metadata, 'metadata')]) differences.add(`${name}: ${each.replace(/\/\d+/g, '/…')}`);
  }
  return { differences: [...differences], types };
}
