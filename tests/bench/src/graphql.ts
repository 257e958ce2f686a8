import { asOwnPage, signInByForm } from '@mash/identity/testing';
import type { Product } from '@mash/system';
import { setUpTowns, startProduct } from '@mash/system';
import { Story, buildTown } from '@mash/town';

import { ENQUIRIES, openEnquiries, query } from './graphql/enquiries.js';
import { send } from './graphql/load.js';
import { startMeasuredHub } from './graphql/measured-hub.js';
import { saveSamples, table } from './report.js';
import type { Comparison } from './rounds.js';
import { compare } from './rounds.js';
import type { LoadResult } from './servers/load.js';
import { canPin, startServer } from './servers/server-process.js';

const IN_FLIGHT = [16, 64];
const REQUESTS = 800;

/**
 * P14: one read of the hub with every guard on (session, directory, permission, limits, row-level security, a durable
 * record of the read) against a bare Apollo server over the same schema and rows. Both must give the same answer, byte
 * for byte. Prints ratios; asserts nothing, because a time on a shared machine proves nothing by itself.
 */
export async function measureGraphql(): Promise<void> {
  const town = buildTown(1);
  const product = await startProduct([town]);
  try {
    await setUpTowns(product, [town]);
    await openEnquiries(new Story(town, product.hubUrl));
    const { username, password } = town.practitioners.decisionMaker;
    await measure(product, asOwnPage(product.hubUrl, await signInByForm({ hubUrl: product.hubUrl, username, password })));
  } finally {
    await product.stop();
  }
}

async function measure(product: Product, signedIn: Readonly<Record<string, string>>): Promise<void> {
  const bare = await startServer('bare-apollo', { ...process.env, NODE_ENV: 'production', MASH_POSTGRES: product.databases.url('mash', 'mash_projector') });
  const hub = await startMeasuredHub(product, process.env['MASH_BENCH_HUB_NODE']?.split(' ') ?? []);
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query });
  const expected = await sameAnswer([hub.url, { ...json, ...signedIn }], [bare.connectionString, json], body);
  const latencies: Record<string, LoadResult[]> = {};
  const speed = (side: string, url: string, headers: Readonly<Record<string, string>>, connections: number) => async (): Promise<number> => {
    const result = await send({ url, headers, body, expected, connections, amount: REQUESTS });
    (latencies[`${side}, ${connections} in flight`] ??= []).push(result);
    return result.perSecond;
  };
  const comparisons: Comparison[] = [];
  for (const connections of IN_FLIGHT) {
    comparisons.push(await compare(
      { id: 'P14', what: `guarded GraphQL read of ${ENQUIRIES} rows, ${connections} in flight`, unit: 'requests/s', other: 'bare Apollo server', better: 'more', aim: 0.4 },
      speed('ours', hub.url, { ...json, ...signedIn }, connections), speed('bare', bare.connectionString, json, connections)));
  }
  process.stdout.write(`${table(comparisons)}\n\n`);
  const mode = { fsync: 'as the PostgreSQL in use has it', pinned: canPin, signedIn: 'by session cookie', node: process.version, requests: REQUESTS, latencies };
  process.stdout.write(`samples: ${await saveSamples('graphql', mode, comparisons)}\n`);
  await Promise.all([hub.stop(), bare.stop()]);
}

type Asked = readonly [url: string, headers: Readonly<Record<string, string>>];

async function sameAnswer(hub: Asked, bare: Asked, body: string): Promise<string> {
  const ask = async ([url, headers]: Asked): Promise<string> => (await fetch(url, { method: 'POST', headers, body })).text();
  const [ours, theirs] = [await ask(hub), await ask(bare)];
  if (ours !== theirs || !ours.startsWith('{"data":{"enquiries"')) throw new Error(`The two servers do not answer alike: ${ours.slice(0, 300)} and ${theirs.slice(0, 300)}`);
  return ours;
}
