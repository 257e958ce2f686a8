import { againstTheCeiling } from './log/appends.js';
import { groupCommit } from './log/group-commit.js';
import { idleSubscribers } from './log/idle-subscribers.js';
import { besidePeers } from './log/peers.js';
import { rebuilding } from './log/rebuild.js';
import { scale } from './log/scale.js';
import type { Options } from './options.js';
import { saveSamples, table } from './report.js';
import type { Comparison } from './rounds.js';
import { ROUNDS } from './rounds.js';
import { canPin, pinLoad } from './servers/server-process.js';

type Measure = (options: Options) => Promise<Comparison[]>;

/** By the numbers of the figures; a file measures together what shares its set-up. */
const MEASURES: readonly { readonly ids: readonly string[]; readonly measure: Measure }[] = [
  { ids: ['P1', 'P2', 'P3'], measure: againstTheCeiling },
  { ids: ['P4'], measure: groupCommit },
  { ids: ['P5'], measure: besidePeers },
  { ids: ['P7', 'P8'], measure: rebuilding },
  { ids: ['P15'], measure: idleSubscribers },
  { ids: ['P16'], measure: scale },
];

/**
 * Measures the log and prints a table of ratios, each taken in one run. Asserts nothing: a time on a shared machine
 * proves nothing by itself.
 */
export async function measureLog(options: Options): Promise<void> {
  pinLoad();
  const wanted = MEASURES.filter(({ ids }) => options.only === undefined || ids.some((id) => options.only?.includes(id)));
  const comparisons: Comparison[] = [];
  for (const { measure } of wanted) comparisons.push(...await measure(options));
  process.stdout.write(`${table(comparisons)}\n\n`);
  const mode = { fsync: 'on: each acknowledged append is on disk', manners: 'on', pinned: canPin, node: process.version, rounds: ROUNDS, events: options.events };
  process.stdout.write(`${ROUNDS} rounds in turn, median (least–most). Samples: ${await saveSamples('log', mode, comparisons)}\n`);
}
