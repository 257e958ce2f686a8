import { measureLog } from './log.js';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = { log: measureLog };

const wanted = process.argv[2] ?? '';
const bench = BENCHES[wanted];
if (bench === undefined) {
  process.stderr.write(`Name what to measure: ${Object.keys(BENCHES).join(', ')}\n`);
  process.exitCode = 2;
} else {
  await bench();
}
