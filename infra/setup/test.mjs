// `npm test`: every unit and integration test against a PostgreSQL of their own. Arguments go to
// Jest. MASH_TEST_POSTGRES names the superuser's URL of another server to test on.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { main, prepare, ROOT, say } from './prepare.mjs';

// Guards invented data on loopback for the length of a test run.
const PASSWORD = 'wexcombe-tests';

await main(async () => {
  await prepare();
  const postgres = process.env.MASH_TEST_POSTGRES === undefined ? await startPostgres() : undefined;
  try {
    process.exitCode = await jest(postgres === undefined ? {} : { MASH_TEST_POSTGRES: postgres.adminUrl });
  } finally {
    await postgres?.stop();
  }
});

async function startPostgres() {
  const { prepareDataFolder, startEmbeddedPostgres } = await import('@mash/embedded-postgres');
  const dataDir = join(choosePlace(prepareDataFolder), 'postgres');
  const start = async () => startEmbeddedPostgres({ port: await freePort(), dataDir, password: PASSWORD });
  // The first start stops what a killed test run left; then its leavings can go.
  await (await start()).stop();
  rmSync(dataDir, { recursive: true, force: true });
  const postgres = await start();
  say(`tests use a PostgreSQL of their own on port ${postgres.port}`);
  return postgres;
}

function choosePlace(prepareDataFolder) {
  const places = [join(ROOT, '.data/tests'), process.getuid?.() === 0 ? '/var/lib/mash/tests' : join(homedir(), '.local/state/mash/tests')];
  for (const place of places) {
    try {
      prepareDataFolder(place);
      return place;
    } catch (error) {
      if (place === places.at(-1)) throw error;
    }
  }
}

function jest(env) {
  const args = ['--experimental-vm-modules', join(ROOT, 'node_modules/jest/bin/jest.js'), ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
