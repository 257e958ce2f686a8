import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { allViews } from '@mash/all-views';
import { isFollowed } from '@mash/event-log';
import { asOwnPage, signInByForm } from '@mash/identity/testing';
import { createPool } from '@mash/postgres';
import type { Product } from '@mash/system';
import { setUpTowns, startProduct } from '@mash/system';
import { Metrics } from '@mash/telemetry';
import { Story, buildTown } from '@mash/town';
import { rebuild } from '@mash/views';

import { openEnquiries, query } from '../graphql/enquiries.js';
import { send } from '../graphql/load.js';
import { startMeasuredHub } from '../graphql/measured-hub.js';
import type { Comparison } from '../rounds.js';
import { compare } from '../rounds.js';
import { copyTown, openProduct } from './town-copies.js';

const EVENTS = 20_000;
const QUERIES = 1_200;
const CONNECTIONS = 4;

/** P7 and P8: how fast every view is built anew, and what a query feels of it meanwhile. */
export async function rebuilding(): Promise<Comparison[]> {
  const town = buildTown(1);
  const product = await startProduct([town]);
  try {
    await setUpTowns(product, [town]);
    await openEnquiries(new Story(town, product.hubUrl));
    return [await speed(product), await unnoticed(product, town.practitioners.decisionMaker)];
  } finally {
    await product.stop();
  }
}

async function speed(product: Product): Promise<Comparison> {
  const access = openProduct(product);
  const pool = createPool(product.databases.url('mash', 'mash_projector'), 4);
  try {
    const metrics = new Metrics();
    const events = await copyTown(access, EVENTS);
    const perSecond = async (work: () => Promise<number>): Promise<number> => {
      const began = performance.now();
      const done = await work();
      return done / ((performance.now() - began) / 1000);
    };
    return await compare(
      { id: 'P7', what: `every view built anew from ${events.toLocaleString('en-GB')} events`, unit: 'events/s', other: 'reading the log and doing nothing', better: 'more', aim: 0.5 },
      () => perSecond(async () => (await rebuild({ pool, journal: access.journal, views: allViews, metrics })).events),
      () => perSecond(async () => {
        let count = 0;
        // Both sides meet records of reads and leave them: what counts is what a view is folded from.
        for await (const event of access.log.readAll()) if (isFollowed(event.stream)) count += 1;
        return count;
      }));
  } finally {
    await pool.end();
    await access.close();
  }
}

async function unnoticed(product: Product, { username, password }: { readonly username: string; readonly password: string }): Promise<Comparison> {
  const signedIn = asOwnPage(product.hubUrl, await signInByForm({ hubUrl: product.hubUrl, username, password }));
  const hub = await startMeasuredHub(product, []);
  const headers = { 'content-type': 'application/json', ...signedIn };
  const body = JSON.stringify({ query });
  const expected = await (await fetch(hub.url, { method: 'POST', headers, body })).text();
  const wait = async (): Promise<number> => (await send({ url: hub.url, headers, body, expected, connections: CONNECTIONS, amount: QUERIES })).p99;
  try {
    return await compare(
      { id: 'P8', what: `p99 of a query while every view is built anew, ${CONNECTIONS} in flight`, unit: 'ms', other: 'with nothing else to do', better: 'less', aim: 1.5 },
      async () => {
        const done = new AbortController();
        const building = keepRebuilding(product, done.signal);
        const p99 = await wait();
        done.abort();
        await building;
        return p99;
      },
      wait);
  } finally {
    await hub.stop();
  }
}

/** The command that an administrator would run, again and again for as long as the queries last. */
async function keepRebuilding(product: Product, signal: AbortSignal): Promise<void> {
  const script = fileURLToPath(new URL('../../../../apps/projector/dist/rebuild.js', import.meta.url));
  const env = { PATH: process.env['PATH'], ...product.environment, MASH_POSTGRES: product.databases.url('mash', 'mash_projector') };
  while (!signal.aborted) {
    const child = spawn(process.execPath, [script], { env, stdio: 'ignore' });
    const [code] = await once(child, 'exit') as [number | null];
    if (code !== 0) throw new Error(`The rebuild ended with ${code}.`);
  }
}
