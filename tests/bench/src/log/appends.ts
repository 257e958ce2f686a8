import type { Comparison } from '../rounds.js';
import { compare } from '../rounds.js';
import { startServer } from '../servers/server-process.js';
import { appendOneByOne, perSecond } from './load.js';
import { OfficialClient } from './official-client.js';
import { reads } from './reads.js';
import { startOurs } from './sides.js';

const IN_FLIGHT = 64;
const APPENDS = 64 * IN_FLIGHT;
const BULK = 1_000;
const BULK_IN_FLIGHT = 4;
const BULK_APPENDS = 10 * BULK_IN_FLIGHT;

/**
 * P1, P2, P3: the supervised client on the embedded node, against the bare official client on a server that stores
 * nothing, on the same calls. Nothing through this client and this gRPC library can be faster than that.
 */
export async function againstTheCeiling(): Promise<Comparison[]> {
  const ours = await startOurs();
  const stub = await startServer('stub');
  const ceiling = new OfficialClient(stub.connectionString);
  const other = 'official client on a server that stores nothing';
  try {
    const single = await compare(
      { id: 'P1', what: `durable append of one event, ${IN_FLIGHT} in flight`, unit: 'appends/s', other, better: 'more', aim: 0.8 },
      () => perSecond(IN_FLIGHT, APPENDS, (amount) => appendOneByOne(ours.log, amount)),
      () => perSecond(IN_FLIGHT, APPENDS, (amount) => ceiling.appendOneByOne(amount, 1)));
    const bulk = await compare(
      { id: 'P2', what: `bulk: ${BULK.toLocaleString('en-GB')} events an append, ${BULK_IN_FLIGHT} in flight`, unit: 'events/s', other, better: 'more', aim: 0.7 },
      async () => BULK * await perSecond(BULK_IN_FLIGHT, BULK_APPENDS, (amount) => appendOneByOne(ours.log, amount, BULK)),
      async () => BULK * await perSecond(BULK_IN_FLIGHT, BULK_APPENDS, (amount) => ceiling.appendOneByOne(amount, BULK)));
    return [single, bulk, ...await reads(ours.log, ceiling, other)];
  } finally {
    await ceiling.close();
    await ours.stop();
    await stub.stop();
  }
}
