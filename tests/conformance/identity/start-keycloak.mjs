import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { toKeycloakUsers } from '../../../infra/keycloak/export-users.mjs';
import { keycloakDistribution } from './keycloak-distribution.mjs';

const folder = new URL('../../../infra/keycloak/', import.meta.url);
const READY_WITHIN_MS = 180_000;
const STOP_WITHIN_MS = 15_000;

/** A home of its own for each start: the libraries are shared, configuration and data are not. */
function makeHome(distribution, realmFile, usersFile) {
  const home = mkdtempSync(join(tmpdir(), 'mash-keycloak-'));
  for (const part of ['bin', 'conf', 'providers', 'themes']) cpSync(join(distribution, part), join(home, part), { recursive: true });
  // The server writes its own build under lib/quarkus; the rest, 150 MB, is only read.
  mkdirSync(join(home, 'lib'));
  cpSync(join(distribution, 'lib', 'quarkus'), join(home, 'lib', 'quarkus'), { recursive: true });
  for (const part of ['app', 'lib', 'quarkus-run.jar']) symlinkSync(join(distribution, 'lib', part), join(home, 'lib', part));
  const imports = join(home, 'data', 'import');
  mkdirSync(imports, { recursive: true });
  const users = JSON.parse(readFileSync(usersFile, 'utf8'));
  writeFileSync(join(imports, 'mash-realm.json'), readFileSync(realmFile));
  writeFileSync(join(imports, 'mash-users-0.json'), JSON.stringify(toKeycloakUsers('mash', users)));
  return home;
}

async function ready(issuer, server) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`Keycloak ended with ${server.exitCode} before it was ready`);
    const answer = await fetch(`${issuer}/.well-known/openid-configuration`).catch(() => undefined);
    if (answer?.status === 200) return;
    await wait(250);
  }
  throw new Error('Keycloak was not ready in time');
}

function signal(server, name) {
  try {
    // The start script runs Java as its child: the whole group is told.
    process.kill(-server.pid, name);
  } catch {
    // Already gone.
  }
}

async function end(server) {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  signal(server, 'SIGTERM');
  await Promise.race([ended, wait(STOP_WITHIN_MS, undefined, { ref: false })]);
  signal(server, 'SIGKILL');
}

export async function startKeycloak(options = {}) {
  const realmFile = options.realmFile ?? fileURLToPath(new URL('mash-realm.json', folder));
  const usersFile = options.usersFile ?? fileURLToPath(new URL('sample-users.json', folder));
  const port = options.port ?? (await getPort());
  const home = makeHome(keycloakDistribution(), realmFile, usersFile);
  const issuer = `http://127.0.0.1:${port}/realms/mash`;
  const server = spawn(
    join(home, 'bin', 'kc.sh'),
    ['start-dev', '--import-realm', '--db=dev-mem', '--http-host=127.0.0.1', `--http-port=${port}`],
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...options.environment } },
  );
  for (const stream of [server.stdout, server.stderr]) {
    createInterface({ input: stream }).on('line', (line) => options.log?.(line));
  }
  const stop = async () => {
    await end(server);
    rmSync(home, { recursive: true, force: true });
  };
  try {
    await ready(issuer, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, issuer, stop };
}
