import 'reflect-metadata';
import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { ReadRecorder } from '@mash/access';
import { allEventTypes } from '@mash/all-events';
import { limits } from '@mash/graphql';
import { createSignIn } from '@mash/identity';
import { createPool } from '@mash/postgres';
import { answerMetrics, observeLog, openJournal, runService, systemClock } from '@mash/service';
import type { RunningService } from '@mash/service';
import { Metrics } from '@mash/telemetry';
import type { Log } from '@mash/telemetry';
import { ViewReader } from '@mash/views';
import { auditProxy } from './audit/audit-proxy.js';
import { ChangeFeed } from './changes/change-feed.js';
import { hubEnvironment } from './environment.js';
import { HubModule } from './hub.module.js';
import { refuseUnreadable } from './refuse-unreadable.js';
import { securityHeaders, webClient } from './web-client.js';

async function start(log: Log): Promise<RunningService> {
  const environment = hubEnvironment(process.env);
  const metrics = new Metrics(true);
  const { journal, close } = openJournal({ ...environment, observe: observeLog(metrics, log) }, allEventTypes);
  const pool = createPool(environment.postgres, 12);
  const feed = new ChangeFeed(environment.postgres, log);
  await feed.start();
  const signIn = createSignIn({ ...environment, pool, clock: systemClock });
  const views = new ViewReader(pool);
  const app = await NestFactory.create<NestExpressApplication>(
    HubModule.with({ journal, views, feed, signIn, log, recorder: new ReadRecorder(journal, 'hub') }),
    { logger: false, bodyParser: false, abortOnError: false });
  app.disable('x-powered-by');
  app.use(securityHeaders);
  app.use(express.json({ limit: limits.bodyBytes }));
  app.use(refuseUnreadable);
  app.use(signIn.router);
  app.use('/health', health(pool));
  app.use('/metrics', (_: express.Request, response: express.Response) => void answerMetrics(metrics, response));
  if (environment.notary) app.use('/audit/graphql', auditProxy(environment.notary, signIn, log));
  if (environment.webRoot) app.use(webClient(environment.webRoot));
  await app.listen(environment.port, process.env['MASH_HOST'] ?? '127.0.0.1');
  return {
    stop: async () => {
      (app.getHttpServer() as Server).closeAllConnections();
      await app.close();
      await feed.stop();
      await pool.end();
      await close();
    },
  };
}

/** Well when it can read the views: without them it answers nobody. */
const health = (pool: ReturnType<typeof createPool>): express.RequestHandler => (_, response) => {
  pool.query('SELECT 1 FROM views.checkpoint').then(
    () => response.json({ ok: true }), () => response.status(503).json({ ok: false }));
};

await runService('hub', start);
