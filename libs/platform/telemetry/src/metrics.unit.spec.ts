import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Metrics } from './metrics.js';

const labels = { follower: ['projector', 'steward'] } as const;
const lines = async (metrics: Metrics): Promise<string[]> => (await metrics.read()).text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

describe('metrics', () => {
  it('are read in the text format of Prometheus', async () => {
    const metrics = new Metrics();
    metrics.counter({ name: 'mash_events_total', help: 'Events.', labels }).add(3, { follower: 'projector' });
    metrics.gauge({ name: 'mash_lag_seconds', help: 'Lag.', labels }).set(1.5, { follower: 'steward' });
    metrics.histogram({ name: 'mash_batch_seconds', help: 'Batches.' }, [0.1, 1]).observe(0.5, {});
    expect((await metrics.read()).contentType).toContain('text/plain');
    expect(await lines(metrics)).toEqual(expect.arrayContaining([
      'mash_events_total{follower="projector"} 3', 'mash_lag_seconds{follower="steward"} 1.5', 'mash_batch_seconds_bucket{le="1"} 1',
    ]));
  });

  it('share a metric that two parts of a process declare', async () => {
    const metrics = new Metrics();
    for (const amount of [1, 2]) metrics.counter({ name: 'mash_events_total', help: 'Events.', labels }).add(amount, { follower: 'steward' });
    expect(await lines(metrics)).toEqual(['mash_events_total{follower="steward"} 3']);
  });

  it('say nothing that was not written in code: whatever is given as a label comes out as "other"', () => fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.constantFrom('Ada Pelham', '9990000018', 'person-3f2b0c1e-9f0a-4c55-8a51-0d6d1c2e7a90')), async (given) => {
      const metrics = new Metrics();
      metrics.counter({ name: 'mash_events_total', help: 'Events.', labels }).add(1, { follower: given as 'steward' });
      expect(await lines(metrics)).toEqual([`mash_events_total{follower="${labels.follower.includes(given as 'steward') ? given : 'other'}"} 1`]);
    }), { seed: 20_261_122 }));

  it.each(['mash_person_9990000018', 'Ada Pelham', 'events_total', 'mash_enquiry-3f2b0c1e'])('refuse the name %p', (name) =>
    expect(() => new Metrics().counter({ name, help: '' })).toThrow('lower-case words'));

  it.each(['person-3f2b0c1e-9f0a-4c55-8a51-0d6d1c2e7a90', '9990000018', 'Ada Pelham', ''])('refuse to declare the label value %p', (value) =>
    expect(() => new Metrics().gauge({ name: 'mash_lag', help: '', labels: { stream: [value] } })).toThrow('could be about somebody'));

  it('of the process itself hold numbers, versions of Node and kinds of handles', async () => {
    const metrics = new Metrics(true);
    const said = (await lines(metrics)).flatMap((line) => [...line.matchAll(/(\w+)="/g)].map(([, label]) => label));
    expect([...new Set(said)].sort()).toEqual(expect.arrayContaining(['type']));
    for (const label of said) expect(['version', 'major', 'minor', 'patch', 'space', 'kind', 'type', 'le', 'quantile']).toContain(label);
  });
});
