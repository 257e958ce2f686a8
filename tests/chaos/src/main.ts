import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chanceOf } from './chance.js';
import { parseOptions } from './options.js';
import type { Options } from './options.js';
import { phases } from './phases/all.js';
import type { Check, Outcome, Phase } from './phases/phase.js';
import { keepEvidence, saveResults, tellCounts } from './report/results.js';
import { table } from './report/table.js';
import type { Row } from './report/table.js';
import { Site } from './site/site.js';

interface Played { readonly phase: string; readonly seconds: number; readonly outcome: Outcome | null; readonly checks: readonly Check[] }

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function play(phase: Phase, site: Site, { seed, full }: Options, eventsSoFar: number): Promise<Played> {
  const began = performance.now();
  let told = began;
  say(`\n${phase.name}: ${phase.title}`);
  const stage = {
    site, seed, full, eventsSoFar, folder: join(site.folder, phase.name), chance: chanceOf(seed, phase.name),
    say: (text: string): void => {
      if (performance.now() - told < 5_000) return;
      told = performance.now();
      say(`  ${Math.round((told - began) / 1_000)} s: ${text}`);
    },
  };
  const outcome = await phase.run(stage).catch((error: unknown) => error instanceof Error ? error : new Error(String(error)));
  const checks: readonly Check[] = outcome instanceof Error ? [{ title: 'the phase ran to its end', passed: false, detail: outcome.stack ?? outcome.message }] : outcome.checks;
  const seconds = (performance.now() - began) / 1_000;
  for (const { title, passed, detail } of checks) if (!passed) say(`  FAILED: ${title}${detail === undefined ? '' : ` (${detail})`}`);
  if (checks.some(({ passed }) => !passed) && existsSync(stage.folder)) say(`  evidence: ${keepEvidence(seed, phase.name, stage.folder)}`);
  const done = outcome instanceof Error ? null : outcome;
  if (done?.skipped !== undefined) say(`  SKIPPED: ${done.skipped}`);
  say(`  ${checks.filter(({ passed }) => passed).length} of ${checks.length} checks held, ${Math.round(seconds)} s`);
  return { phase: phase.name, seconds, outcome: done, checks };
}

async function run(options: Options, site: Site): Promise<boolean> {
  say(`chaos, ${options.full ? 'full' : 'CI'} size, seed ${options.seed}; again with: npm run chaos -- ${options.full ? '--full ' : ''}--seed ${options.seed}`);
  const played: Played[] = [];
  for (const phase of phases.filter(({ name }) => options.only.length === 0 || options.only.includes(name))) {
    played.push(await play(phase, site, options, played.reduce((sum, each) => sum + (each.outcome?.figures.events ?? 0), 0)));
  }
  const checks = played.flatMap((each) => each.checks);
  const failed = checks.filter(({ passed }) => !passed).length;
  say(`\n${table(played.map((each): Row => ({
    phase: each.phase, seconds: each.seconds, figures: each.outcome?.figures ?? null, failed: each.checks.filter(({ passed }) => !passed).length,
    ...each.outcome?.skipped === undefined ? {} : { skipped: each.outcome.skipped },
  })))}`);
  say(`\n${checks.length - failed} checks held, ${failed} failed; seed ${options.seed}; raw: ${saveResults(options.seed, options.full, { ...options, node: process.version, played })}`);
  tellCounts(process.env['MASH_TEST_RESULTS'], checks.length - failed, failed);
  return failed === 0;
}

let site: Site | undefined;
const end = async (code: number): Promise<never> => {
  await site?.leavings.clear();
  process.exit(code);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(130));

try {
  const options = parseOptions(process.argv.slice(2), phases.map(({ name }) => name), randomInt(1_000_000));
  site = new Site();
  const held = await run(options, site);
  await end(held ? 0 : 1);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await end(2);
}
