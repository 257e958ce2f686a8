import pg from 'pg';

import type { Comparison } from '../rounds.js';
import { compare } from '../rounds.js';
import { appendOneByOne, perSecond } from './load.js';
import { startOurs } from './sides.js';

const IN_FLIGHT = 64;
const APPENDS = 64 * IN_FLIGHT;

/** P4: what 64 in flight bring over one at a time, and how many commits a thousand appends share. */
export async function groupCommit(): Promise<Comparison[]> {
  const ours = await startOurs();
  try {
    const speed = await compare(
      { id: 'P4', what: 'group commit: 64 appends in flight', unit: 'appends/s', other: 'one in flight', better: 'more', aim: 5 },
      () => perSecond(IN_FLIGHT, APPENDS, (amount) => appendOneByOne(ours.log, amount, 1, 'many')),
      () => perSecond(1, 512, (amount) => appendOneByOne(ours.log, amount, 1, 'single')));
    const { appends, commits } = await counted(ours.database.ownerUrl);
    const perThousand = (commits * 1000) / appends;
    const share: Comparison = {
      id: 'P4', what: 'commits for 1,000 appends, 64 in flight', unit: 'commits', other: 'appends', better: 'less', aim: 0.05,
      ours: [perThousand], others: [1000],
    };
    return [speed, share];
  } finally {
    await ours.stop();
  }
}

/** Rows of one commit share the number of the transaction that wrote them. */
async function counted(url: string): Promise<{ appends: number; commits: number }> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: [row] } = await client.query<{ appends: string; commits: string }>(
      'SELECT count(*) AS appends, count(DISTINCT xmin::text) AS commits FROM log.event WHERE stream LIKE \'many-%\'');
    return { appends: Number(row?.appends), commits: Number(row?.commits) };
  } finally {
    await client.end();
  }
}
