// Brings a clone to the point where its programs can run. Plain Node without dependencies,
// because in a fresh clone there are none.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

const LOWEST_NODE = [20, 19];
const INSTALLED = join(ROOT, 'node_modules/.mash-installed');
const BUILT = join(ROOT, 'node_modules/.cache/mash-built');
const SOURCES = ['apps', 'libs', 'tests', 'package.json', 'nx.json', '.swcrc', 'tsconfig.base.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', '.data', 'artifacts', 'results']);

/** A sentence for the user, without a stack trace. */
export class Refusal extends Error {}

/** Checks Node, installs packages and builds, each only when needed. */
export async function prepare() {
  checkNode();
  install();
  await build();
}

/** Runs a program in the clone; throws a refusal when it fails. */
export function run(program, args, what, env = {}) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  if (error) throw new Refusal(`${what} did not start: ${error.message}`);
  if (status !== 0) throw new Refusal(`${what} failed; the reason stands above.`);
}

/** Runs the work and turns what it throws into a message and an exit code. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`\n${error instanceof Refusal ? error.message : error.stack}\n`);
    process.exitCode = 1;
  }
}

export function say(line) {
  process.stdout.write(`${line}\n`);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = LOWEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new Refusal(
    `This needs Node.js ${wantedMajor}.${wantedMinor} or later, and ${process.version} is running. Get a newer one from https://nodejs.org and start again.`,
  );
}

function install() {
  const lock = join(ROOT, 'package-lock.json');
  const manifest = existsSync(lock) ? lock : join(ROOT, 'package.json');
  const wanted = digest(readFileSync(manifest));
  if (readMark(INSTALLED) === wanted) return;
  if (!installedAfter(manifest)) {
    say('installing packages (once; takes a minute or two)');
    // Not `npm ci`: it refuses a lock file that lacks the optional binaries of a platform which the registry it was
    // written with did not serve. This takes the same versions from the lock and writes nothing back.
    // Warnings about packages of packages tell a user nothing to do.
    npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  writeMark(INSTALLED, wanted);
}

// npm writes this file at the end of an install that somebody ran by hand.
function installedAfter(manifest) {
  const receipt = join(ROOT, 'node_modules/.package-lock.json');
  return existsSync(receipt) && statSync(receipt).mtimeMs >= statSync(manifest).mtimeMs;
}

// Under `npm start` the running npm is known and need not be on the path a second time.
function npm(args) {
  const running = process.env.npm_execpath;
  if (running?.endsWith('.js')) run(process.execPath, [running, ...args], `npm ${args[0]}`);
  else run('npm', args, `npm ${args[0]}`);
}

async function build() {
  const wanted = stateOfSources();
  if (readMark(BUILT) === wanted && existsSync(join(ROOT, 'apps/standalone/dist/main.js'))) return;
  say('building (only what changed)');
  const { code, output } = await buildAll();
  if (code !== 0) throw new Refusal(`${output}\nThe build failed; the reason stands above.`);
  writeMark(BUILT, wanted);
}

// No daemon and no drawn screen: nothing is left behind. What Nx says is shown only when it fails; until then, how far it is.
function buildAll() {
  const child = spawn(process.execPath, [nx(), 'run-many', '-t', 'build', '--output-style=static'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NO_COLOR: '1' },
  });
  let output = '';
  let told = 0;
  const hear = (text) => {
    output += text;
    const all = Number(/for (\d+) projects/.exec(output)?.[1] ?? 0);
    const done = output.split('> nx run ').length - 1;
    if (done < told + 10 || done >= all) return;
    told = done;
    say(`  ${String(Math.round((done / all) * 100)).padStart(3)} % built`);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', hear);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Refusal(`The build did not start: ${error.message}`)));
    child.once('close', (code) => resolve({ code, output }));
  });
}

function nx() {
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'node_modules/nx/package.json'), 'utf8'));
  return join(ROOT, 'node_modules/nx', typeof bin === 'string' ? bin : bin.nx);
}

// Sizes and times are enough to see that nothing changed; what did change, Nx decides by content.
function stateOfSources() {
  const state = createHash('sha256');
  const visit = (path) => {
    const { size, mtimeMs } = statSync(path);
    state.update(`${path}\0${size}\0${mtimeMs}\n`);
  };
  const walk = (path) => {
    if (!statSync(path).isDirectory()) return visit(path);
    for (const entry of readdirSync(path).sort()) if (!NOT_SOURCES.has(entry)) walk(join(path, entry));
  };
  for (const source of SOURCES) if (existsSync(join(ROOT, source))) walk(join(ROOT, source));
  return state.digest('hex');
}

function digest(content) {
  return createHash('sha256').update(content).digest('hex');
}

function readMark(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function writeMark(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, value);
}
