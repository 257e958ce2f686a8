import { logVariables, openJournal, readEnvironment, runService, serveHealth } from '@mash/service';

await runService('steward', async () => {
  const environment = readEnvironment(logVariables, process.env);
  const { close } = openJournal(environment);
  const health = await serveHealth(environment.port, () => ({ ok: true }));
  return { stop: async () => { await health.close(); await close(); } };
});
