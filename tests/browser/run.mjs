// `npm run test:browser`: the scenario in a real Chromium. MASH_CHROMIUM names the browser, MASH_TEST_RESULTS a file for the results.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const results = process.env.MASH_TEST_RESULTS;
const args = ['infra/setup/test.mjs', '--config', 'tests/browser/jest.config.mjs', ...(results === undefined ? [] : ['--json', `--outputFile=${results}`]), ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
child.once('exit', (code) => { process.exitCode = code ?? 1; });
