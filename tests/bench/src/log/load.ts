import { randomUUID } from 'node:crypto';

import type { EventLog } from '@mash/event-log';

import { smallEvent } from '../small-event.js';

/** Work a second of so many workers, each doing its share one after the other. */
export async function perSecond(workers: number, amount: number, share: (amount: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await Promise.all(Array.from({ length: workers }, () => share(amount / workers)));
  return amount / ((performance.now() - began) / 1000);
}

/** Appends to a stream of its own at exact revisions, as command handlers do; answers with each wait in milliseconds. */
export async function appendOneByOne(log: EventLog, amount: number, eventsEach = 1, prefix = 'bench'): Promise<number[]> {
  const stream = `${prefix}-${randomUUID()}`;
  const waits: number[] = [];
  let revision: bigint | 'none' = 'none';
  for (let n = 0; n < amount; n += 1) {
    const events = Array.from({ length: eventsEach }, (_, index) => smallEvent(n * eventsEach + index));
    const began = performance.now();
    ({ revision } = await log.append(stream, revision, events));
    waits.push(performance.now() - began);
  }
  return waits;
}

/** All waits of so many workers. */
export async function waitsOf(log: EventLog, workers: number, amount: number): Promise<number[]> {
  const waits = await Promise.all(Array.from({ length: workers }, () => appendOneByOne(log, amount / workers)));
  return waits.flat();
}

/** A stream of so many small events. */
export async function seedStream(log: EventLog, events: number): Promise<string> {
  const stream = `bench-${randomUUID()}`;
  const each = 500;
  let revision: bigint | 'none' = 'none';
  for (let n = 0; n < events; n += each) {
    ({ revision } = await log.append(stream, revision, Array.from({ length: Math.min(each, events - n) }, (_, index) => smallEvent(n + index))));
  }
  return stream;
}
