import { adminUrl, askServer } from './admin-connection.js';
import { prepareBinaries } from './binaries.js';
import { createCluster } from './create-cluster.js';
import { checkCluster, dataFolder, makeReachable, ownerOfCluster } from './data-folder.js';
import type { DataFolder } from './data-folder.js';
import { launch } from './launch.js';
import { requireFreePort } from './port.js';
import { findAlive, forgetDeadPostmaster, parentOf, stopPostmaster } from './postmaster.js';
import type { Postmaster } from './postmaster.js';
import { watched } from './running.js';
import type { RunningPostgres } from './running.js';
import { chooseServerUser } from './server-user.js';
import { readStarter, writeStarter } from './starter.js';

export interface EmbeddedPostgresOptions {
  /** On 127.0.0.1; the server never listens elsewhere. */
  readonly port: number;
  /** Made when it is missing; holds everything that the server keeps. */
  readonly dataDir: string;
  /** Of the superuser `postgres`, fixed when the folder is first used. */
  readonly password: string;
  readonly log?: (line: string) => void;
}

/**
 * Starts PostgreSQL on the data folder, or takes over the one that a killed run left there.
 * It outlives a killed parent on purpose: stopping is the parent's decision, not its crash's.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<RunningPostgres> {
  const log = options.log ?? (() => undefined);
  const folder = dataFolder(options.dataDir);
  const adopted = await takeOver(folder, options, log);
  if (adopted !== undefined) return adopted;

  await requireFreePort(options.port);
  const user = chooseServerUser(ownerOfCluster(folder), log);
  makeReachable(folder.path, user);
  const binaries = prepareBinaries(user, log);
  if (checkCluster(folder, binaries.major) === 'missing') {
    log(`making a new PostgreSQL data folder in ${folder.cluster}`);
    await createCluster(binaries, folder, user, options.password);
  }
  const child = await launch(binaries, folder, user, options.port, log);
  const pid = child.pid ?? 0;
  writeStarter(folder, process.pid);
  if ((await askServer(options.port, options.password, folder.cluster)) === 'wrong password') {
    await stopPostmaster(folder.cluster, pid);
    throw new Error(
      `The data in ${folder.path} was made with another database password. Bring back the secrets file` +
        ' that belongs to this folder, or choose another data folder.',
    );
  }
  child.unref();
  return watched({ port: options.port, adminUrl: adminUrl(options.port, options.password), adopted: false }, folder.cluster, pid);
}

async function takeOver(folder: DataFolder, options: EmbeddedPostgresOptions, log: (line: string) => void): Promise<RunningPostgres | undefined> {
  const alive = findAlive(folder.cluster);
  if (alive === undefined) {
    forgetDeadPostmaster(folder.cluster);
    return undefined;
  }
  refuseIfInUse(folder, alive);
  const answer = alive.port === options.port ? await askServer(alive.port, options.password, folder.cluster) : 'silent';
  if (answer === 'welcome') {
    log(`taking over PostgreSQL (process ${alive.pid}) that an earlier run left behind on port ${alive.port}`);
    return watched({ port: alive.port, adminUrl: adminUrl(alive.port, options.password), adopted: true }, folder.cluster, alive.pid);
  }
  log(`stopping PostgreSQL (process ${alive.pid}) that an earlier run left behind`);
  await stopPostmaster(folder.cluster, alive.pid);
  return undefined;
}

// A server whose parent is still the process that started it is no orphan: somebody uses it.
function refuseIfInUse(folder: DataFolder, alive: Postmaster): void {
  const starter = readStarter(folder);
  if (starter === undefined || parentOf(alive.pid) !== starter) return;
  throw new Error(`Another run (process ${starter}) is using the data folder ${folder.path}. Stop it first, or choose another data folder.`);
}
