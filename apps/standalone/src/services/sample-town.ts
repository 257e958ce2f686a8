import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateFile, writePrivateFile } from '../data/private-file.js';
import { SAMPLE_USERS_FILE } from '../stand-ins/sample-files.js';
import type { ChildSpec } from '../supervise/child-spec.js';
import { runOnce } from '../supervise/run-once.js';

export interface SeedContext {
  readonly dataDir: string;
  readonly logDir: string;
  readonly wanted: boolean;
  readonly say: (line: string) => void;
  readonly stopping: AbortSignal;
}

const markSchema = z.object({ town: z.string() });
const progressSchema = z.object({ percent: z.number(), what: z.string() });

/** Says each thing that the seeder begins, once, with how far it is. */
function progress(say: (line: string) => void): (message: unknown) => void {
  let last = '';
  return (message) => {
    const { success, data } = progressSchema.safeParse(message);
    if (!success || data.what === last) return;
    last = data.what;
    say(`  ${String(data.percent).padStart(3)} % ${data.what}`);
  };
}

/**
 * Fills a new data folder with the sample town, once; answers whether the folder holds it. A folder that was begun without it stays
 * without it; one whose seeding was interrupted is seeded again, which repeats nothing that is
 * there, since commands carry their keys.
 */
export async function seedOnce(seeder: ChildSpec, { dataDir, logDir, wanted, say, stopping }: SeedContext): Promise<boolean> {
  const mark = join(dataDir, 'sample-town.json');
  const begun = markSchema.safeParse(readPrivateFile(mark));
  if (begun.success) return begun.data.town !== 'none';
  if (!wanted) {
    writePrivateFile(mark, { town: 'none' });
    return false;
  }
  if (!existsSync(seeder.script)) throw new Error(`The sample town is not built (${seeder.script}). Start with --no-sample, or run "npm run build".`);
  say('creating the sample town of Wexcombe (once; takes about half a minute)');
  const from = performance.now();
  await runOnce(seeder, logDir, stopping, progress(say));
  if (stopping.aborted) return false;
  writePrivateFile(mark, { town: 'Wexcombe' });
  say(`✓ the sample town (${((performance.now() - from) / 1000).toFixed(1)} s)`);
  return true;
}

const usersSchema = z.array(z.object({ username: z.string(), password: z.string(), firstName: z.string(), lastName: z.string(), realmRoles: z.array(z.string()), post: z.string().optional() }));

/** The sample sign-ins, a line each. */
export function sampleSignIns(): string[] {
  const users = usersSchema.parse(JSON.parse(readFileSync(SAMPLE_USERS_FILE, 'utf8')));
  const widest = Math.max(...users.map((user) => user.username.length));
  const widestPassword = Math.max(...users.map((user) => user.password.length));
  return users.map((user) => `${user.username.padEnd(widest)}  ${user.password.padEnd(widestPassword)}  ${user.firstName} ${user.lastName}, ${user.post ?? user.realmRoles.join(', ')}`);
}
