import { readFileSync, writeFileSync } from 'node:fs';
import type { DataFolder } from './data-folder.js';

/** Notes which process started the server, so that an orphan can be told from a server in use. */
export function writeStarter(folder: DataFolder, pid: number): void {
  writeFileSync(folder.starter, JSON.stringify({ pid }), { mode: 0o600 });
}

export function readStarter(folder: DataFolder): number | undefined {
  try {
    return (JSON.parse(readFileSync(folder.starter, 'utf8')) as { pid: number }).pid;
  } catch {
    return undefined;
  }
}
