// `npm run stand-in -- postgres|event-store|identity --port N --data DIR`
import { main, prepare } from './prepare.mjs';
import { runBuilt } from './run-built.mjs';

await main(async () => {
  await prepare();
  await runBuilt('apps/standalone/dist/stand-in.js');
});
