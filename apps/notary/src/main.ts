import 'reflect-metadata';
import { allViews } from '@mash/all-views';
import { createTokenCheck } from '@mash/identity';
import { runService, systemClock } from '@mash/service';
import { narrowings } from './as-of/narrowings.js';
import { notaryEnvironment } from './environment.js';
import { openNotary } from './open-notary.js';

await runService('notary', (log) => {
  const { postgres, port, host = '127.0.0.1', issuer, clientId, ...access } = notaryEnvironment(process.env);
  return openNotary({
    access, postgres, port, host, log, replayed: { views: allViews, narrowings },
    checkToken: createTokenCheck({ issuer, clientId, clock: systemClock }),
  });
});
