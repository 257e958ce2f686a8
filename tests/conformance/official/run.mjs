// `npm run conformance:official -- --checkout DIR [--manners on|off] [--speaks plaintext|tls] [--only PART]…`
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { serveClusters } from './clusters.mjs';
import { outOfReach, SUITE } from './expected.mjs';
import { layOut } from './lay-out.mjs';

const { values } = parseArgs({
  options: {
    checkout: { type: 'string' }, manners: { type: 'string', default: 'on' }, speaks: { type: 'string', default: 'plaintext' },
    only: { type: 'string', multiple: true, default: [] }, keep: { type: 'boolean', default: false },
  },
});

function refuse(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

const { manners, speaks, only } = values;
if (values.checkout === undefined) refuse('Name a checkout of the client\'s repository at v6.2.1: --checkout DIR');
if (!['on', 'off'].includes(manners)) refuse('--manners is "on" or "off".');
if (!['plaintext', 'tls'].includes(speaks)) refuse('--speaks is "plaintext" or "tls".');

const chosen = SUITE.filter((row) => row.speaks === 'both' || row.speaks === speaks).filter(
  ({ file, group }) => only.length === 0 || only.some((part) => file.includes(part) || group === part),
);
if (chosen.length === 0) refuse('No file of the suite matches --only.');

const secured = speaks === 'tls' ? await (await import('./secured.mjs')).secured() : undefined;
const { folder, jest, config } = layOut(resolve(values.checkout), speaks);
const clusters = await serveClusters({ manners: manners === 'on', tls: secured?.tls, user: secured?.user, caFile: secured?.caFile });
const report = join(folder, 'report.json');

const files = chosen.map(({ file }) => join(folder, 'packages/test/src', `${file}.test.ts`));
const child = spawn(process.execPath, [jest, '--config', config, '--runInBand', '--forceExit', '--json', '--outputFile', report, '--runTestsByPath', ...files], {
  cwd: join(folder, 'packages/test'),
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, NODE_OPTIONS: '', MASH_OFFICIAL_CONTROL: clusters.url, MASH_OFFICIAL_CA_FILE: secured?.caFile },
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
await new Promise((ended) => child.once('exit', ended));
await clusters.stop();
secured?.forget();

if (existsSync(report)) {
  process.exitCode = print(JSON.parse(readFileSync(report, 'utf8')).testResults);
} else {
  process.stderr.write('The run ended without a report.\n');
  process.exitCode = 1;
}
if (!values.keep) rmSync(folder, { recursive: true, force: true });

function print(results) {
  const surprises = [];
  const sums = new Map();
  process.stdout.write(`\nmanners ${manners}, ${speaks}\n${'file'.padEnd(58)} passed  of  expected\n`);
  for (const row of chosen) {
    const result = results.find(({ name }) => name.endsWith(`/${row.file}.test.ts`));
    const tests = (result?.assertionResults ?? []).filter(({ status }) => status === 'passed' || status === 'failed');
    const passed = tests.filter(({ status }) => status === 'passed').length;
    const unreachable = tests.filter(({ fullName }) => outOfReach(row, fullName, speaks) !== undefined).length;
    const expected = row.tests - unreachable;
    process.stdout.write(`${row.file.padEnd(58)} ${String(passed).padStart(6)} ${String(row.tests).padStart(3)} ${String(expected).padStart(9)}\n`);
    const sum = sums.get(row.group) ?? { passed: 0, tests: 0, expected: 0 };
    sums.set(row.group, { passed: sum.passed + passed, tests: sum.tests + row.tests, expected: sum.expected + expected });
    if (tests.length !== row.tests) surprises.push(`${row.file}: ${tests.length} tests ran, ${row.tests} were expected. ${result?.message.slice(0, 2_000) ?? ''}`);
    for (const test of tests) {
      const reason = outOfReach(row, test.fullName, speaks);
      if (test.status === 'failed' && reason === undefined) surprises.push(`failed: ${row.file}: ${test.fullName}\n${test.failureMessages.join('\n').slice(0, 1_500)}`);
      if (test.status === 'failed' && reason !== undefined) process.stdout.write(`    out of reach: ${test.fullName} (${reason})\n`);
      if (test.status === 'passed' && reason !== undefined) process.stdout.write(`    passed although it ${reason}: ${test.fullName}\n`);
    }
  }
  for (const [group, sum] of sums) process.stdout.write(`${group}: ${sum.passed} of ${sum.tests} passed, ${sum.expected} expected\n`);
  for (const surprise of surprises) process.stdout.write(`\n${surprise}\n`);
  return surprises.length === 0 ? 0 : 1;
}
