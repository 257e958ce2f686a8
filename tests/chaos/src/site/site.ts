import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { throwAwayDatabases } from '@mash/postgres';
import type { Database, ThrowAwayDatabases } from '@mash/postgres';
import { Leavings } from './leavings.js';
import { OwnPostgres, isThere, signalIfThere } from './own-postgres.js';

const prefix = 'mash-chaos-';

/** What one run uses: a folder, and a PostgreSQL of its own that is started when first needed. */
export class Site {
  readonly leavings = new Leavings();
  readonly folder: string;
  private running: Promise<OwnPostgres> | undefined;

  constructor() {
    sweep();
    this.folder = mkdtempSync(join(tmpdir(), prefix));
    // Under root PostgreSQL runs as another account, which must be able to pass through.
    chmodSync(this.folder, 0o711);
    writeFileSync(join(this.folder, 'pid'), String(process.pid));
    this.leavings.add(() => remove(this.folder));
  }

  postgres(): Promise<OwnPostgres> {
    this.running ??= OwnPostgres.start(join(this.folder, 'postgres')).then((postgres) => {
      this.leavings.add(() => postgres.stop());
      return postgres;
    });
    return this.running;
  }

  /** Databases of one phase. They go with the server. */
  async databases(names: readonly Database[], postgres?: OwnPostgres): Promise<ThrowAwayDatabases> {
    return throwAwayDatabases(names, (postgres ?? await this.postgres()).adminUrl);
  }
}

/** Removes what a run left behind that was itself killed without warning. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = numberIn(join(folder, 'pid'));
    if (owner === 0 || isThere(owner)) continue;
    remove(folder);
  }
}

/** With every process that names it, such as a server that was only just starting, and every disk mounted in it. */
function remove(folder: string): void {
  const using = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && commandOf(pid).includes(folder));
  using.forEach((pid) => signalIfThere(Number(pid), 'SIGKILL'));
  for (const mounted of mountsUnder(folder)) spawnSync('umount', ['-l', mounted]);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

export const mountsUnder = (folder: string): string[] =>
  read('/proc/self/mounts').split('\n').map((line) => line.split(' ')[1] ?? '').filter((path) => path.startsWith(`${folder}/`));

const numberIn = (path: string): number => Number(read(path)) || 0;
const commandOf = (pid: string): string => read(`/proc/${pid}/cmdline`);

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
