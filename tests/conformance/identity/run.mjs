import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTown, usersOf } from '@mash/town';
import { startKeycloak } from './start-keycloak.mjs';

// The same tests as against the stand-ins, with nothing but URLs changed: a real Keycloak that imported the same realm
// file, and the machine's own PostgreSQL server.
const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'mash-conformance-'));
const usersFile = join(folder, 'users.json');
writeFileSync(usersFile, JSON.stringify([1, 2, 3, 4, 5].map(buildTown).flatMap(usersOf)));
const postgres = process.env.MASH_CONFORMANCE_POSTGRES ?? execFileSync('bash', [join(root, 'tests/conformance/machine-postgres.sh')], { encoding: 'utf8' }).trim();

/** Tokens and sign-in alone, then the whole scenario. */
const SUITES = ['libs/platform/identity/src/token/token-check', 'libs/platform/identity/src/sign-in/sign-in', 'tests/system/src/scenario'];

function jest(issuer) {
  return new Promise((resolve) => {
    const report = process.env.MASH_TEST_RESULTS ? ['--json', `--outputFile=${process.env.MASH_TEST_RESULTS}`] : [];
    const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '--runInBand', '--forceExit', ...report, ...SUITES], {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env, MASH_TEST_ISSUER: issuer, MASH_TEST_ISSUER_FOR_TOWNS: issuer, MASH_TEST_POSTGRES: postgres, NODE_OPTIONS: '--experimental-vm-modules',
      },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const lines = [];
const keycloak = await startKeycloak({ usersFile, log: (line) => lines.push(line) }).catch((error) => {
  process.stderr.write(`${lines.slice(-40).join('\n')}\n${error.message}\n`);
  process.exit(1);
});
process.stdout.write(`Keycloak is ready at ${keycloak.issuer}\n`);
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => void keycloak.stop().then(() => process.exit(1)));
process.exitCode = await jest(keycloak.issuer);
await keycloak.stop();
rmSync(folder, { recursive: true, force: true });
