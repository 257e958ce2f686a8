import { measureGraphql } from './graphql.js';
import { measureLog } from './log.js';
import type { Options } from './options.js';
import { parseOptions } from './options.js';

const BENCHES: Readonly<Record<string, (options: Options) => Promise<void>>> = { log: measureLog, graphql: measureGraphql };

try {
  const options = parseOptions(process.argv.slice(2));
  const measure = BENCHES[options.bench];
  if (measure === undefined) throw new TypeError(`Name what to measure: ${Object.keys(BENCHES).join(', ')}. With log: --only P1,P5 and --events 10000000.`);
  await measure(options);
} catch (error) {
  if (!(error instanceof TypeError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
