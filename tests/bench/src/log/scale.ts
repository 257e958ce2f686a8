import { fillLog } from '@mash/embedded-event-store/testing';

import type { Options } from '../options.js';
import type { Comparison } from '../rounds.js';
import { compare, p99 } from '../rounds.js';
import { waitsOf } from './load.js';
import { startOurs } from './sides.js';

const SMALL = 10_000;
const APPENDS = 3_200;
const IN_FLIGHT = 8;

/** P16: an append on a log of millions beside one on a log of ten thousand, and how soon each opens. */
export async function scale({ events }: Options): Promise<Comparison[]> {
  const opened: number[] = [];
  const start = async (amount: number) => {
    let began = 0;
    const side = await startOurs(async (database) => {
      await fillLog(database, amount);
      began = performance.now();
    });
    opened.push((performance.now() - began) / 1000);
    return side;
  };
  process.stdout.write(`  P16: filling a log with ${events.toLocaleString('en-GB')} events … `);
  const large = await start(events);
  const small = await start(SMALL);
  process.stdout.write('done\n');
  try {
    const named = events.toLocaleString('en-GB');
    const waits = await compare(
      { id: 'P16', what: `p99 of an append on ${named} events, ${IN_FLIGHT} in flight`, unit: 'ms', other: `on ${SMALL.toLocaleString('en-GB')}`, better: 'less', aim: 1.5 },
      async () => p99(await waitsOf(large.log, IN_FLIGHT, APPENDS)), async () => p99(await waitsOf(small.log, IN_FLIGHT, APPENDS)));
    const opening: Comparison = {
      id: 'P16', what: `start of the node's process on ${named} events`, unit: 's', other: `on ${SMALL.toLocaleString('en-GB')}`, better: 'less', aim: undefined,
      ours: opened.slice(0, 1), others: opened.slice(1),
    };
    return [waits, opening];
  } finally {
    await small.stop();
    await large.stop();
  }
}
