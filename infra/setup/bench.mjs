// `npm run bench -- log|graphql`: measures on a PostgreSQL of its own, so that a fresh clone needs nothing else.
import { join } from 'node:path';
import { main, ROOT } from './prepare.mjs';
import { runOnThrowawayPostgres } from './throwaway-postgres.mjs';

await main(() => runOnThrowawayPostgres('bench', [join(ROOT, 'tests/bench/dist/main.js'), ...process.argv.slice(2)]));
