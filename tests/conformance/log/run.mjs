// `npm run conformance`: the whole suite against the embedded node on a throw-away database, once with production manners,
// once without, once over TLS with a user. `-- --url esdb://…` runs it against any server instead: it needs no empty one,
// names its streams uniquely and deletes only those. `--no-deletes` says that the server refuses deletes. Other
// arguments go to Jest. MASH_CONFORMANCE_SEED repeats the random part of a run.
import { fork, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { main, prepare, Refusal, ROOT, say } from '../../../infra/setup/prepare.mjs';
import { startThrowawayPostgres } from '../../../infra/setup/throwaway-postgres.mjs';
import { compare, table } from './report.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const RUNS = [
  { name: 'manners-on', manners: true, secured: false },
  { name: 'manners-off', manners: false, secured: false },
  { name: 'tls', manners: true, secured: true },
];

function argumentsOf(list) {
  const wanted = { url: undefined, deletes: true, only: undefined, writeTable: false, build: true, jest: [] };
  const rest = [...list];
  while (rest.length > 0) {
    const next = rest.shift();
    if (next === '--url') wanted.url = rest.shift();
    else if (next.startsWith('--url=')) wanted.url = next.slice('--url='.length);
    else if (next === '--no-deletes') wanted.deletes = false;
    else if (next === '--only') wanted.only = rest.shift();
    else if (next === '--write-table') wanted.writeTable = true;
    else if (next === '--no-build') wanted.build = false;
    else wanted.jest.push(next);
  }
  if (wanted.url !== undefined && !/^esdb(\+discover)?:\/\//.test(wanted.url)) {
    throw new Refusal(`--url needs a connection string such as esdb://user:password@host:2113?tls=true, not "${wanted.url}".`);
  }
  if (wanted.only !== undefined && !RUNS.some(({ name }) => name === wanted.only)) {
    throw new Refusal(`--only takes one of: ${RUNS.map(({ name }) => name).join(', ')}.`);
  }
  return wanted;
}

const seed = Number(process.env.MASH_CONFORMANCE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const folder = mkdtempSync(join(tmpdir(), 'mash-log-conformance-'));
const children = new Set();

function startNode(options, env) {
  const child = fork(join(HERE, 'embedded-node.mjs'), [JSON.stringify(options)], { env: { ...process.env, ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  children.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = async () => {
    children.delete(child);
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((resolve, reject) => {
    child.once('message', (where) => resolve({ ...where, stop }));
    child.once('exit', (code) => reject(new Refusal(`The embedded node ended with code ${code} before it was ready.`)));
  });
}

/** Runs the suite against one server and gives back what Jest wrote. */
async function runSuite(name, target, more) {
  const outputFile = process.env.MASH_TEST_RESULTS?.replace(/(\.json)?$/, `-${name}.json`) ?? join(folder, `${name}.json`);
  say(`\n--- ${name}: ${target.connectionString.replace(/\/\/[^@/]*@/, '//…@')}`);
  const code = await new Promise((resolve) => {
    const jest = spawn(
      process.execPath,
      [
        join(ROOT, 'node_modules/jest/bin/jest.js'), '--config', join(HERE, 'jest.config.mjs'), '--runInBand', '--forceExit',
        '--json', `--outputFile=${outputFile}`, ...more,
      ],
      {
        cwd: ROOT,
        // Jest would print the JSON as well.
        stdio: ['ignore', 'ignore', 'pipe'],
        env: {
          ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
          MASH_CONFORMANCE_TARGET: JSON.stringify(target), MASH_CONFORMANCE_SEED: String(seed),
        },
      },
    );
    children.add(jest);
    createInterface({ input: jest.stderr }).on('line', (line) => say(`${name.padEnd(11)} ${line}`));
    jest.once('exit', (status) => {
      children.delete(jest);
      resolve(status ?? 1);
    });
  });
  if (!existsSync(outputFile)) throw new Refusal(`The run ${name} was ended before it had results.`);
  return { name, code, results: JSON.parse(readFileSync(outputFile, 'utf8')) };
}

async function againstEmbedded(wanted) {
  const postgres = await startThrowawayPostgres('conformance');
  const env = { MASH_TEST_POSTGRES: postgres.adminUrl };
  const wantedRuns = RUNS.filter((run) => wanted.only === undefined || run.name === wanted.only);
  try {
    // Side by side: much of a run is waiting for a deadline or a clock.
    return await Promise.all(wantedRuns.map((run) => onNodesOfItsOwn(run, env, wanted.jest)));
  } finally {
    await postgres.stop();
  }
}

async function onNodesOfItsOwn({ name, manners, secured }, env, jest) {
  const node = await startNode({ manners, secured, allowDeletes: true }, env);
  const guarded = await startNode({ manners, secured, allowDeletes: false }, env);
  const target = {
    connectionString: node.connectionString, deletes: true, embedded: true, manners, control: node.control, guarded: guarded.connectionString,
  };
  try {
    return await runSuite(name, target, jest);
  } finally {
    await Promise.all([node.stop(), guarded.stop()]);
  }
}

async function againstUrl({ url, deletes, jest }) {
  const target = { connectionString: url, deletes, embedded: false, guarded: deletes ? undefined : url };
  return [await runSuite('url', target, jest)];
}

await main(async () => {
  const wanted = argumentsOf(process.argv.slice(2));
  if (wanted.build) await prepare();
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      for (const child of children) child.kill('SIGTERM');
      process.exitCode = 1;
    });
  }
  say(`seed ${seed}: MASH_CONFORMANCE_SEED=${seed} npm run conformance repeats this run`);
  const began = Date.now();
  const runs = wanted.url === undefined ? await againstEmbedded(wanted) : await againstUrl(wanted);
  const report = compare(runs);
  const whole = wanted.jest.length === 0;
  say(whole ? report.text : report.failures.join('\n'));
  if (wanted.writeTable) {
    const readme = join(HERE, 'README.md');
    writeFileSync(readme, readFileSync(readme, 'utf8').replace(/(<!-- rows -->\n)[^]*?(<!-- end of rows -->)/, (_, head, tail) => `${head}${table(runs)}${tail}`));
  }
  if (runs.some(({ code }) => code !== 0) || (whole && report.uncovered.length > 0)) process.exitCode = 1;
  const sum = (field) => runs.reduce((total, { results }) => total + results[field], 0);
  say(
    `conformance: ${sum('numPassedTests')} passed, ${sum('numFailedTests') + sum('numRuntimeErrorTestSuites')} failed, ` +
      `${sum('numPendingTests')} not checked, in ${runs.length} run${runs.length === 1 ? '' : 's'} and ${Math.round((Date.now() - began) / 1000)} s (seed ${seed})`,
  );
});
rmSync(folder, { recursive: true, force: true });
