// `npm test`: every unit and integration test against a PostgreSQL of their own. Arguments go to
// Jest. MASH_TEST_POSTGRES names the superuser's URL of another server to test on.
import { join } from 'node:path';
import { main, ROOT } from './prepare.mjs';
import { runOnThrowawayPostgres } from './throwaway-postgres.mjs';

const jest = join(ROOT, 'node_modules/jest/bin/jest.js');

await main(() => runOnThrowawayPostgres('tests', ['--experimental-vm-modules', jest, ...process.argv.slice(2)]));
