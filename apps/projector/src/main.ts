import { LogUnavailable } from '@mash/event-log';
import { createPool } from '@mash/postgres';
import { keepRunning, logVariables, openJournal, postgres, readEnvironment, runService, serveHealth } from '@mash/service';
import { createViews, isOutdated, project, rebuild } from '@mash/views';
import { allViews } from '@mash/all-views';

await runService('projector', async (log) => {
  const environment = readEnvironment({ ...logVariables, postgres }, process.env);
  const { journal, close } = openJournal(environment);
  const pool = createPool(environment.postgres, 4);
  const stopping = new AbortController();
  const state = { handled: 0, following: false };
  const health = await serveHealth(environment.port, () => ({ ok: state.following, handled: state.handled }));
  const running = keepRunning(log, 'projecting', stopping.signal, async () => {
    await createViews(pool, allViews);
    if (await isOutdated(pool, allViews)) {
      log('info', 'views are of another version: rebuilding beside them');
      const built = await rebuild({ pool, journal, views: allViews });
      log('info', 'views rebuilt', { events: built.events });
    }
    state.following = true;
    await project({
      pool, journal, views: allViews, signal: stopping.signal,
      onBatch: (count) => {
        state.handled += count;
      },
    }).catch((error: unknown) => {
      state.following = error instanceof LogUnavailable;
      throw error;
    });
  });
  return {
    stop: async () => {
      stopping.abort();
      await running;
      await health.close();
      await pool.end();
      await close();
    },
  };
});
