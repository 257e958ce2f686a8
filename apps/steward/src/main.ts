import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { allEventTypes } from '@mash/all-events';
import { Runner, Supervision, followerMetrics } from '@mash/catch-up';
import { createPool } from '@mash/postgres';
import { keepRunning, logVariables, observeLog, openJournal, postgres, readEnvironment, runService, serveHealth } from '@mash/service';
import { Metrics } from '@mash/telemetry';
import { ViewReader } from '@mash/views';
import { keepTime } from './keep-time.js';
import { stewardHandler } from './steward.js';
import { StewardModule } from './steward.module.js';
import { TimerStore } from './timer-store.js';

await runService('steward', async (log) => {
  const environment = readEnvironment({ ...logVariables, postgres }, process.env);
  const exposed = new Metrics(true);
  const { journal, close } = openJournal({ ...environment, observe: observeLog(exposed, log) }, allEventTypes);
  const pool = createPool(environment.postgres, 4);
  const app = await NestFactory.createApplicationContext(StewardModule.with(journal, new ViewReader(pool)), { logger: false, abortOnError: false });
  const stopping = new AbortController();
  const parts = { bus: app.get(CommandBus), timers: new TimerStore(pool), log };
  const metrics = followerMetrics(exposed, 'steward');
  const runner = new Runner({ log: journal.log, pool, handler: stewardHandler({ ...parts, journal }), metrics });
  const following = new Supervision({ supervised: runner, log: journal.log, metrics, say: log });
  following.start();
  const keepingTime = keepRunning(log, 'keeping time', stopping.signal, () => keepTime({ ...parts, clock: journal.clock, signal: stopping.signal }));
  const health = await serveHealth(environment.port, () => ({ ok: !runner.stuck }), exposed);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([following.stop(), keepingTime]);
      await app.close();
      await health.close();
      await pool.end();
      await close();
    },
  };
});
