import { text } from 'node:stream/consumers';

import autocannon from 'autocannon';

/** A bounded number of equal requests, and the answer that each must get. */
export interface Load {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly expected: string;
  readonly connections: number;
  readonly amount: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that failed or were not what was expected: a figure with any of them is no figure. */
  readonly wrong: number;
}

const load = JSON.parse(await text(process.stdin)) as Load;
const began = performance.now();
const result = await autocannon({
  url: load.url, method: 'POST', headers: { ...load.headers }, body: load.body, expectBody: load.expected,
  connections: load.connections, amount: load.amount, timeout: 30, sampleInt: 10,
});
const seconds = (performance.now() - began) / 1000;
process.stdout.write(JSON.stringify({
  perSecond: load.amount / seconds, p50: result.latency.p50, p99: result.latency.p99,
  wrong: result.errors + result.timeouts + result.non2xx + result.mismatches + (load.amount - result.requests.total),
} satisfies LoadResult));
