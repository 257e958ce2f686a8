import { describe, expect, it } from '@jest/globals';
import { allEventTypes, eventTypesByContext } from '@mash/all-events';
import { allViews } from '@mash/all-views';
import type { EventId, EventMetadata, Recorded } from '@mash/kernel';
import { ViewMap, currentSchema, upcast } from '@mash/kernel';
import { openedData } from './decode.js';
import { rareEvents } from './rare-events.js';
import type { Sample } from './sample.js';
import { compareFiles, filesOf, readSamples } from './sample.js';
import { shapeDifferences } from './shape.js';

const samples = await readSamples();
const named = samples.map((sample) => [`${sample.type} in schema ${sample.metadata.schema}`, sample] as const);
const current = (type: string): Sample | undefined => samples.find((each) => each.type === type && each.metadata.schema === currentSchema(allEventTypes, type));
const lifted = (sample: Sample, keys: 'kept' | 'gone') => upcast(allEventTypes, { type: sample.type, schema: sample.metadata.schema, data: openedData(sample, keys) });

describe('the samples of events', () => {
  it.each(Object.entries(eventTypesByContext))('of %s are one for every type and every schema ever written, and none beside', async (context, types) => {
    expect(compareFiles(types, await filesOf(context))).toEqual({ missing: [], unasked: [] });
  });

  it('would be too few with an event type or a schema more', () => {
    expect(compareFiles({ Told: [], Asked: [(data) => data] }, ['Told.v1.json', 'Asked.v1.json'])).toEqual({ missing: ['Asked.v2.json'], unasked: [] });
    expect(compareFiles({ Told: [] }, ['Told.v1.json', 'Heard.v1.json'])).toEqual({ missing: [], unasked: ['Heard.v1.json'] });
  });

  it.each(named)('say by name what is in them: %s', (_name, { type, metadata, stream }) => {
    expect(Number.isSafeInteger(metadata.schema)).toBe(true);
    expect(stream).toMatch(/^[a-z]+-[0-9a-f-]{36}$/);
    expect(Object.keys(allEventTypes)).toContain(type);
  });
});

describe('an event that the sample town does not tell of', () => {
  it.each(rareEvents().map(({ event }) => [event.type, event] as const))('has the shape of its sample, as its type has it today: %s', (type, event) => {
    const today = current(type);
    expect(today?.metadata.schema).toBe(event.schema);
    expect(today && shapeDifferences(openedData(today, 'kept'), event.data)).toEqual([]);
  });
});

describe('an event as it lies in the log', () => {
  it.each(named)('is lifted to what the program knows today: %s', (_name, sample) => {
    const today = current(sample.type);
    if (today === undefined) throw new Error(`There is no sample of ${sample.type} in its current schema.`);
    for (const keys of ['kept', 'gone'] as const) {
      expect(lifted(sample, keys).schema).toBe(today.metadata.schema);
      expect(shapeDifferences(openedData(today, 'kept'), lifted(sample, keys).data)).toEqual([]);
    }
  });

  it.each(named)('is taken in by every view that names it, with its keys and without: %s', (_name, sample) => {
    for (const keys of ['kept', 'gone'] as const) {
      const recorded: Recorded = {
        event: lifted(sample, keys), id: sample.id as EventId, stream: sample.stream, revision: 0n, position: 0n, metadata: sample.metadata as unknown as EventMetadata,
      };
      for (const view of allViews) expect(() => new ViewMap(view).apply(recorded)).not.toThrow();
    }
  });
});
