import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@mash/embedded-postgres';
import type { RunningPostgres } from '@mash/embedded-postgres';
import getPort from 'get-port';

/** A PostgreSQL that nobody else uses, to be treated badly. */
export class OwnPostgres {
  private constructor(private readonly folder: string, private readonly port: number, private server: RunningPostgres) {}

  /** Under root it runs as another account, which must be able to reach the folder. */
  static async start(folder: string): Promise<OwnPostgres> {
    const port = await getPort();
    const server = await startEmbeddedPostgres({ port, dataDir: folder, password });
    return new OwnPostgres(folder, port, server);
  }

  get adminUrl(): string {
    return this.server.adminUrl;
  }

  get pid(): number {
    return this.server.pid;
  }

  get alive(): boolean {
    return isThere(this.pid);
  }

  /** What `pg_ctl stop -m immediate` does: every session ends at once, nothing is written, the next start recovers. */
  async stopImmediately(): Promise<void> {
    if (isThere(this.pid)) process.kill(this.pid, 'SIGQUIT');
    await this.gone();
  }

  async gone(): Promise<void> {
    while (isThere(this.pid)) await pause(10);
  }

  async startAgain(): Promise<void> {
    this.server = await startEmbeddedPostgres({ port: this.port, dataDir: this.folder, password });
  }

  /** The postmaster and its sessions, as processes. */
  processes(): number[] {
    const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => parentOf(pid) === this.pid);
    return [this.pid, ...children];
  }

  async stop(): Promise<void> {
    if (!isThere(this.pid)) return;
    this.processes().forEach((pid) => signalIfThere(pid, 'SIGCONT'));
    // Nothing in it is worth an orderly stop.
    await this.stopImmediately();
  }
}

const password = 'wexcombe-chaos';

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined;
  }
}

export function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

export function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime, which is as good.
  }
}
