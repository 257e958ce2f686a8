import { describe, expect, it } from '@jest/globals';
import type { PlacedEvent } from '@mash/event-log';
import { Lag } from './lag.js';

const at = Date.parse('2026-11-22T09:00:00.000Z');
const event = (position: number, stream = 'enquiry-1'): PlacedEvent => ({
  id: `${position}`, type: 'Noted', data: {}, metadata: { recordedAt: new Date(at + position * 1_000).toISOString() }, stream, revision: 0n, position: BigInt(position),
});

function logOf(events: PlacedEvent[]): { reads: bigint[]; readAll(position?: bigint | null): AsyncGenerator<PlacedEvent> } {
  const reads: bigint[] = [];
  return {
    reads,
    async *readAll(position: bigint | null = null) {
      for (const each of await Promise.resolve(events)) {
        if (position !== null && each.position <= position) continue;
        reads.push(each.position);
        yield each;
      }
    },
  };
}

describe('the lag of a follower', () => {
  it('counts what it has not taken in, and the age of the oldest', async () => {
    const lag = new Lag(logOf([event(1), event(2), event(3)]), () => at + 60_000);
    expect(await lag.measure(() => 1n)).toEqual({ events: 2, seconds: 58 });
    expect(await lag.measure(() => 3n)).toEqual({ events: 0, seconds: 0 });
  });
  it('is all there is before the first event was taken in', async () =>
    expect(await new Lag(logOf([event(1), event(2)]), () => at + 2_000).measure(() => null)).toEqual({ events: 2, seconds: 1 }));
  it('is nothing when the last events are of streams that nobody follows', async () =>
    expect(await new Lag(logOf([event(1), event(2, 'reads-hub'), event(3, 'reads-hub')]), () => at).measure(() => 1n)).toEqual({ events: 0, seconds: 0 }));
  it('reads no event twice', async () => {
    const events = [event(1), event(2)];
    const log = logOf(events);
    const lag = new Lag(log, () => at);
    await lag.measure(() => null);
    events.push(event(3));
    expect((await lag.measure(() => null)).events).toBe(3);
    expect(log.reads).toEqual([1n, 2n, 3n]);
  });
  it('leaves out what was taken in while it was measured', async () => {
    let taken = 1n;
    const lag = new Lag(logOf([event(1), event(2), event(3)]), () => {
      return at;
    });
    const measured = lag.measure(() => taken);
    taken = 2n;
    expect((await measured).events).toBe(1);
  });
});
