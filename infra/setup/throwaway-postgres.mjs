// A PostgreSQL of our own for tests and measurements: begun empty, stopped afterwards, never the one that holds a site's data.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { prepare, ROOT, say } from './prepare.mjs';

// Guards invented data on loopback for the length of a run.
const PASSWORD = 'wexcombe-tests';

/** Brings the clone up to date, runs Node with these arguments on a PostgreSQL of its own, and exits with the program's code. */
export async function runOnThrowawayPostgres(purpose, args) {
  await prepare();
  const postgres = await startThrowawayPostgres(purpose);
  try {
    process.exitCode = await runNode(args, { MASH_TEST_POSTGRES: postgres.adminUrl });
  } finally {
    await postgres.stop();
  }
}

function runNode(args, env) {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/**
 * Starts it, empty, in a folder named after its purpose, so that two purposes can run at once. Needs the packages built.
 * MASH_TEST_POSTGRES names the superuser's URL of another server to use instead.
 */
export async function startThrowawayPostgres(purpose) {
  const given = process.env.MASH_TEST_POSTGRES;
  if (given !== undefined) return { adminUrl: given, stop: async () => {} };
  const { prepareDataFolder, startEmbeddedPostgres } = await import('@mash/embedded-postgres');
  const { default: getPort } = await import('get-port');
  const dataDir = join(choosePlace(purpose, prepareDataFolder), 'postgres');
  const start = async () => startEmbeddedPostgres({ port: await getPort(), dataDir, password: PASSWORD });
  // The first start stops what a killed run left; then its leavings can go.
  await (await start()).stop();
  rmSync(dataDir, { recursive: true, force: true });
  const postgres = await start();
  say(`${purpose}: a PostgreSQL of its own on port ${postgres.port}`);
  return postgres;
}

function choosePlace(purpose, prepareDataFolder) {
  const elsewhere = process.getuid?.() === 0 ? '/var/lib/mash' : join(homedir(), '.local/state/mash');
  const places = [join(ROOT, '.data', purpose), join(elsewhere, purpose)];
  for (const place of places) {
    try {
      prepareDataFolder(place);
      return place;
    } catch (error) {
      if (place === places.at(-1)) throw error;
    }
  }
}
