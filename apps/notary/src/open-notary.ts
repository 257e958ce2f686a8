import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import { AuditRecorder } from '@mash/access';
import { allEventTypes } from '@mash/all-events';
import { limits } from '@mash/graphql';
import type { TokenCheck } from '@mash/identity';
import { createPool } from '@mash/postgres';
import { Ledger, Order } from '@mash/replay';
import { answerMetrics, observeLog, openJournal } from '@mash/service';
import type { LogAccess } from '@mash/service';
import { Metrics } from '@mash/telemetry';
import type { Log } from '@mash/telemetry';
import type { ReplayedViews } from './as-of/sight.js';
import { Follower } from './following/follower.js';
import { NotaryModule } from './notary.module.js';
import { Keys } from './service/keys.js';

export interface Opening {
  readonly access: LogAccess;
  readonly postgres: string;
  readonly port: number;
  readonly host: string;
  readonly replayed: ReplayedViews;
  readonly checkToken: TokenCheck;
  readonly log: Log;
}

export interface OpenNotary {
  readonly url: string;
  readonly follower: Follower;
  stop(): Promise<void>;
}

/** Opens the log, the keys and the notary's tables, follows the log, and answers auditors. */
export async function openNotary({ access, postgres, port, host, replayed, checkToken, log }: Opening): Promise<OpenNotary> {
  const metrics = new Metrics(true);
  const { journal, vault, log: eventLog, close } = openJournal({ ...access, observe: observeLog(metrics, log) }, allEventTypes);
  const pool = createPool(postgres, 6);
  const keys = new Keys(eventLog, vault, journal.clock);
  const [ledger, order] = [new Ledger(pool), new Order(pool)];
  const follower = new Follower({ log: eventLog, pool, sealed: keys.of([]), ledger, views: replayed.views, metrics, say: log });
  const app = await NestFactory.create<NestExpressApplication>(
    NotaryModule.with({ journal, keys, follower, ledger, order, replayed, checkToken, log, recorder: new AuditRecorder(journal, 'notary') }),
    // Nest logs what a resolver throws with its words, which quote values; each error is mapped and logged by name instead.
    { logger: false, bodyParser: false, abortOnError: false });
  app.disable('x-powered-by');
  app.use(express.json({ limit: limits.bodyBytes }));
  app.use('/health', health(follower));
  app.use('/metrics', (_: express.Request, response: express.Response) => void answerMetrics(metrics, response));
  await app.listen(port, host);
  follower.start();
  return {
    url: await app.getUrl(), follower,
    stop: async () => {
      const following = follower.stop();
      (app.getHttpServer() as Server).closeAllConnections();
      await app.close();
      await following;
      await pool.end();
      await close();
    },
  };
}

const health = (follower: Follower): express.RequestHandler => (_, response) => {
  response.status(follower.state.ok ? 200 : 503).json(follower.state);
};
