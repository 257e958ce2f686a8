import { readFile } from 'node:fs/promises';

import type { Comparison } from '../rounds.js';
import { compare, p99 } from '../rounds.js';
import { startPinned, scriptOf, firstLine } from '../servers/server-process.js';
import { waitsOf } from './load.js';
import { startOurs } from './sides.js';

const SUBSCRIPTIONS = 1_000;
const APPENDS = 9_600;
/** Not measured: opening and closing a thousand calls leaves garbage, and what is asked is what idle ones cost. */
const SETTLING = 3_200;
const IN_FLIGHT = 8;

/** P15: what a thousand idle subscriptions cost the appends beside them, and the memory of each on the server. */
export async function idleSubscribers(): Promise<Comparison[]> {
  const ours = await startOurs();
  const perSubscription: number[] = [];
  const wait = async (): Promise<number> => {
    await waitsOf(ours.log, IN_FLIGHT, SETTLING);
    return p99(await waitsOf(ours.log, IN_FLIGHT, APPENDS));
  };
  try {
    const waits = await compare(
      { id: 'P15', what: `p99 of an append with ${SUBSCRIPTIONS.toLocaleString('en-GB')} idle subscriptions, ${IN_FLIGHT} in flight`, unit: 'ms', other: 'with none', better: 'less', aim: 1.2 },
      async () => {
        const before = await residentKiB(ours.server.pid);
        const stop = await subscribe(ours.server.connectionString);
        perSubscription.push((await residentKiB(ours.server.pid) - before) / SUBSCRIPTIONS);
        const p = await wait();
        await stop();
        return p;
      },
      wait);
    // The first time the server grows; afterwards it takes them into memory that it already has.
    const memory: Comparison = {
      id: 'P15', what: 'memory of the server for a subscription, the first time', unit: 'KiB', other: 'aim', better: 'less', aim: 1,
      ours: perSubscription.slice(0, 1), others: [50],
    };
    return [waits, memory];
  } finally {
    await ours.stop();
  }
}

async function subscribe(connectionString: string): Promise<() => Promise<void>> {
  const child = startPinned('load', [scriptOf('idle-subscribers')], { ...process.env, MASH_BENCH_URL: connectionString, MASH_BENCH_AMOUNT: String(SUBSCRIPTIONS) });
  await firstLine(child);
  return async () => {
    const exited = new Promise((resolve) => void child.once('exit', resolve));
    child.stdin?.end();
    await exited;
  };
}

async function residentKiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? Number.NaN);
}
