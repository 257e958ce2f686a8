import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startKeycloak } from './start-keycloak.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The suites that make no difference between Keycloak and its stand-in. */
const SUITES = ['libs/platform/identity/src/token/token-check', 'libs/platform/identity/src/sign-in/sign-in'];

function jest(issuer) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['node_modules/jest/bin/jest.js', '--runInBand', ...SUITES], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, MASH_TEST_ISSUER: issuer, NODE_OPTIONS: '--experimental-vm-modules' },
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const lines = [];
const keycloak = await startKeycloak({ log: (line) => lines.push(line) }).catch((error) => {
  process.stderr.write(`${lines.slice(-40).join('\n')}\n${error.message}\n`);
  process.exit(1);
});
process.stdout.write(`Keycloak is ready at ${keycloak.issuer}\n`);
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => void keycloak.stop().then(() => process.exit(1)));
process.exitCode = await jest(keycloak.issuer);
await keycloak.stop();
