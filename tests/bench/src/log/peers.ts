import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { throwAwayDatabases } from '@mash/postgres';

import type { Comparison } from '../rounds.js';
import { compare } from '../rounds.js';
import { canPin } from '../servers/server-process.js';
import { smallEvent } from '../small-event.js';
import { appendOneByOne, perSecond } from './load.js';
import { startOurs } from './sides.js';

const IN_FLIGHT = [64, 1];

/** Each through the interface that it offers; each loses nothing it acknowledged when the power goes (fsync at every commit). */
const PEERS = ['emmett-postgresql', 'message-db', 'emmett-sqlite'] as const;
/** So many that a round takes a few seconds: the last one opens its file anew for each append. */
const APPENDS = { 'emmett-postgresql': 2_048, 'message-db': 2_048, 'emmett-sqlite': 256 } as const;

/** P5: ours beside other event stores at equal durability, in the same run, over the same PostgreSQL. */
export async function besidePeers(): Promise<Comparison[]> {
  const found: Comparison[] = [];
  const ours = await startOurs();
  try {
    for (const name of PEERS) {
      const peer = await startPeer(name).catch((error: unknown) => {
        process.stdout.write(`  P5 ${name} was left out: ${error instanceof Error ? error.message : 'it did not start'}\n`);
      });
      if (peer === undefined) continue;
      for (const inFlight of IN_FLIGHT) {
        const amount = APPENDS[name] / (inFlight === 1 ? 4 : 1);
        found.push(await compare(
          { id: 'P5', what: `durable append of one event, ${inFlight} in flight`, unit: 'appends/s', other: name, better: 'more', aim: inFlight === 1 || name === 'emmett-sqlite' ? undefined : 1.5 },
          () => perSecond(inFlight, amount, (share) => appendOneByOne(ours.log, share)),
          () => peer.appendsPerSecond(inFlight, amount)));
      }
      await peer.stop();
    }
  } finally {
    await ours.stop();
  }
  return found;
}

interface Peer {
  appendsPerSecond(inFlight: number, amount: number): Promise<number>;
  stop(): Promise<void>;
}

const folderOf = (name: string): string => fileURLToPath(new URL(`../../peers/${name}/`, import.meta.url));

/** A peer's packages are none of the product's: they are installed beside it, when they are measured for the first time. */
async function startPeer(name: (typeof PEERS)[number]): Promise<Peer> {
  const folder = folderOf(name);
  if (!existsSync(`${folder}node_modules`)) {
    process.stdout.write(`  installing ${name} (once; compiling a driver can take two minutes)\n`);
    const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'], { cwd: folder, stdio: 'inherit' });
    if (status !== 0) throw new Error('its packages could not be installed');
  }
  const databases = await throwAwayDatabases(['mash']);
  const node = [process.execPath, `${folder}append.mjs`];
  const [command = '', ...args] = canPin ? ['taskset', '-c', '1', ...node] : node;
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, MASH_BENCH_ADMIN: databases.adminUrl, MASH_BENCH_POSTGRES: databaseUrl(databases) } });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  /** The rest of the next line that begins so: a peer may print what it likes in between. */
  const answer = async (mark: 'ready' | 'speed '): Promise<string> => {
    for (let said = 'it ended before it answered'; ;) {
      const { value, done } = await answers.next();
      if (done === true || value === undefined) throw new Error(said);
      if (value.startsWith(mark)) return value.slice(mark.length);
      said = value;
    }
  };
  const stop = async (): Promise<void> => {
    const exited = new Promise((resolve) => void child.once('exit', resolve));
    child.stdin.end();
    if (child.exitCode === null) await exited;
    await databases.drop();
  };
  try {
    await answer('ready');
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    appendsPerSecond: async (inFlight, amount) => {
      child.stdin.write(`${JSON.stringify({ inFlight, amount, event: smallEvent(0) })}\n`);
      return Number(await answer('speed '));
    },
    stop,
  };
}

/** The peers make their own tables, so they work as the superuser in a database of their own. */
function databaseUrl(databases: { readonly adminUrl: string; url(database: 'mash', role: 'mash_owner'): string }): string {
  const url = new URL(databases.adminUrl);
  url.pathname = new URL(databases.url('mash', 'mash_owner')).pathname;
  return url.href;
}
