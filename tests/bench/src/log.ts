import { randomUUID } from 'node:crypto';

import { EventLog } from '@mash/event-log';

import { compare, describeComparison, ROUNDS, saveSamples } from './rounds.js';
import { canPin, pinLoad, startServer } from './servers/server-process.js';
import { smallEvent } from './small-event.js';

const IN_FLIGHT = 64;
const APPENDS = 64 * IN_FLIGHT;
const READ_EVENTS = 10_000;
const SEED_APPEND = 500;

/**
 * P1 and P3 of the log: durable appends and stream reads through the supervised client, against the
 * same client on a server that stores nothing. Prints ratios; asserts nothing, because a time on a
 * shared machine proves nothing by itself.
 */
export async function measureLog(): Promise<void> {
  pinLoad();
  const ours = await startServer('ours');
  const stub = await startServer('stub');
  const oursLog = new EventLog({ connectionString: ours.connectionString });
  const stubLog = new EventLog({ connectionString: stub.connectionString });
  try {
    const seeded = await seed(oursLog);
    const unread: string[] = [];
    for (let n = 0; n <= ROUNDS; n += 1) unread.push(await seed(oursLog));
    const appends = await compare('P1 durable append, 64 in flight, classic call', 'appends/s', () => appendSpeed(oursLog), () => appendSpeed(stubLog));
    const reads = await compare('P3 read of 10,000 small events, one stream again and again', 'events/s', () => readSpeed(oursLog, seeded), () => readSpeed(stubLog, seeded));
    const first = await compare('P3 the same, each stream for the first time', 'events/s', () => readSpeed(oursLog, unread.pop() ?? seeded), () => readSpeed(stubLog, seeded));
    for (const comparison of [appends, reads, first]) process.stdout.write(`${describeComparison(comparison)}\n`);
    const mode = { fsync: 'as the PostgreSQL in use has it', pinned: canPin, node: process.version, inFlight: IN_FLIGHT, appends: APPENDS };
    process.stdout.write(`samples: ${await saveSamples('log', mode, [appends, reads, first])}\n`);
  } finally {
    await Promise.all([oursLog.close(), stubLog.close()]);
    await Promise.all([ours.stop(), stub.stop()]);
  }
}

/** Each worker owns a stream and names the exact revision, as command handlers do. */
async function appendSpeed(log: EventLog): Promise<number> {
  const began = performance.now();
  const worker = async (): Promise<void> => {
    const stream = `bench-${randomUUID()}`;
    let revision: bigint | 'none' = 'none';
    for (let n = 0; n < APPENDS / IN_FLIGHT; n += 1) ({ revision } = await log.append(stream, revision, [smallEvent(n)]));
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return APPENDS / ((performance.now() - began) / 1000);
}

async function readSpeed(log: EventLog, stream: string): Promise<number> {
  const began = performance.now();
  const events = await log.readStream(stream);
  if (events.length !== READ_EVENTS) throw new Error(`Read ${events.length} events instead of ${READ_EVENTS}.`);
  return events.length / ((performance.now() - began) / 1000);
}

async function seed(log: EventLog): Promise<string> {
  const stream = `bench-${randomUUID()}`;
  let revision: bigint | 'none' = 'none';
  for (let n = 0; n < READ_EVENTS; n += SEED_APPEND) {
    const events = Array.from({ length: SEED_APPEND }, (_, index) => smallEvent(n + index));
    ({ revision } = await log.append(stream, revision, events));
  }
  return stream;
}
