// `npm start`: from a fresh clone to the running product, with progress and without questions.
import { main, prepare } from './prepare.mjs';
import { runBuilt } from './run-built.mjs';

await main(async () => {
  await prepare();
  await runBuilt('apps/standalone/dist/main.js');
});
