import { measureGraphql } from './graphql.js';
import { measureLog } from './log.js';

/** What can be measured. The first figures are the log's, and what a read through the whole product costs. */
const BENCHES: Readonly<Record<string, readonly (() => Promise<void>)[]>> = { log: [measureLog, measureGraphql], graphql: [measureGraphql] };

const wanted = process.argv[2] ?? '';
const bench = BENCHES[wanted];
if (bench === undefined) {
  process.stderr.write(`Name what to measure: ${Object.keys(BENCHES).join(', ')}\n`);
  process.exitCode = 2;
} else {
  for (const measure of bench) await measure();
}
