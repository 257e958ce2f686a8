import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { prepareDataFolder } from '@mash/embedded-postgres';
import { ROOT } from '../root.js';

/**
 * The data folder: the one the user names, or `.data` in the clone, or, where PostgreSQL cannot
 * work inside the clone, a folder among the machine's other service data, which the user is told.
 */
export function choosePlace(named: string | undefined, say: (line: string) => void): string {
  if (named !== undefined) {
    const path = resolve(named);
    prepareDataFolder(path, say);
    return path;
  }
  const inClone = join(ROOT, '.data');
  try {
    prepareDataFolder(inClone, say);
    return inClone;
  } catch {
    const elsewhere = join(stateFolder(), `data-${createHash('sha256').update(ROOT).digest('hex').slice(0, 8)}`);
    say(`The database cannot keep its data inside ${ROOT}; it goes to ${elsewhere} (choose another place with --data).`);
    prepareDataFolder(elsewhere, say);
    return elsewhere;
  }
}

function stateFolder(): string {
  return process.getuid?.() === 0 ? '/var/lib/mash' : join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local/state'), 'mash');
}
