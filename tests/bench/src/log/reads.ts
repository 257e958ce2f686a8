import type { EventLog } from '@mash/event-log';

import type { Comparison } from '../rounds.js';
import { compare } from '../rounds.js';
import { perSecond, seedStream } from './load.js';
import type { OfficialClient } from './official-client.js';

const EVENTS = 10_000;
/** One read takes too short a time to tell it from a hiccup of the machine. */
const READS = 4;

/** P3: streams that the node has at hand, and streams that it must fetch. */
export async function reads(log: EventLog, ceiling: OfficialClient, other: string): Promise<Comparison[]> {
  const same = await seedStream(log, EVENTS);
  const about = { id: 'P3', unit: 'events/s', other, better: 'more', aim: 0.9 } as const;
  const again = Array<string>(READS).fill(same);
  const fresh = async (): Promise<string[]> => {
    const streams: string[] = [];
    while (streams.length < READS) streams.push(await seedStream(log, EVENTS));
    return streams;
  };
  const ours = (streams: readonly string[]): Promise<number> => speedOf(streams, async (stream) => (await log.readStream(stream)).length);
  const most = (): Promise<number> => speedOf(again, (stream) => ceiling.countOf(stream));
  return [
    await compare({ ...about, what: 'read of 10,000 small events, the same stream again and again' }, () => ours(again), most),
    await compare({ ...about, what: 'the same, each stream for the first time' }, async () => ours(await fresh()), most),
  ];
}

/** Events a second of reading these streams one after the other, each to its end. */
async function speedOf(streams: readonly string[], read: (stream: string) => Promise<number>): Promise<number> {
  const perRead = await perSecond(1, streams.length, async () => {
    for (const stream of streams) {
      const length = await read(stream);
      if (length !== EVENTS) throw new Error(`Read ${length} events instead of ${EVENTS}.`);
    }
  });
  return EVENTS * perRead;
}
