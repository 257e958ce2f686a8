import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { createPool } from '@mash/postgres';
import { keepRunning, logVariables, openJournal, postgres, readEnvironment, runService, serveHealth } from '@mash/service';
import { ViewReader } from '@mash/views';
import { follow, keepTime } from './steward.js';
import { StewardModule } from './steward.module.js';
import { TimerStore } from './timer-store.js';

await runService('steward', async (log) => {
  const environment = readEnvironment({ ...logVariables, postgres }, process.env);
  const { journal, close } = openJournal(environment);
  const pool = createPool(environment.postgres, 4);
  const app = await NestFactory.createApplicationContext(StewardModule.with(journal, new ViewReader(pool)), { logger: false, abortOnError: false });
  const stopping = new AbortController();
  const parts = { bus: app.get(CommandBus), journal, timers: new TimerStore(pool), log, signal: stopping.signal };
  const running = [
    keepRunning(log, 'following', stopping.signal, () => follow(parts)),
    keepRunning(log, 'keeping time', stopping.signal, () => keepTime(parts)),
  ];
  const health = await serveHealth(environment.port, () => ({ ok: true }));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
      await app.close();
      await health.close();
      await pool.end();
      await close();
    },
  };
});
