import { allEventTypes } from '@mash/all-events';
import { createPool } from '@mash/postgres';
import { logVariables, observeLog, openJournal, postgres, readEnvironment, runService, serveHealth } from '@mash/service';
import { Metrics } from '@mash/telemetry';
import { Projector } from '@mash/views';
import { allViews } from '@mash/all-views';

await runService('projector', async (log) => {
  const environment = readEnvironment({ ...logVariables, postgres }, process.env);
  const metrics = new Metrics(true);
  const { journal, close } = openJournal({ ...environment, observe: observeLog(metrics, log) }, allEventTypes);
  const pool = createPool(environment.postgres, 4);
  const projector = new Projector({ pool, journal, views: allViews, metrics, say: log });
  const health = await serveHealth(environment.port, () => ({ ok: projector.state.following, handled: projector.state.handled }), metrics);
  projector.start();
  return {
    stop: async () => {
      await projector.stop();
      await health.close();
      await pool.end();
      await close();
    },
  };
});
