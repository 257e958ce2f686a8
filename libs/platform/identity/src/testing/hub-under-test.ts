import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import express from 'express';
import type { Pool } from 'pg';
import type { Clock } from '@mash/kernel';
import { createSignIn } from '../sign-in/create-sign-in.js';
import type { SignIn } from '../sign-in/create-sign-in.js';
import { CrossSiteRequest } from '../sign-in/cross-site.js';
import { NotSignedIn } from '../token/not-signed-in.js';
import { SAMPLE_SECRET } from './issuer-under-test.js';

export interface HubUnderTest {
  readonly url: string;
  readonly signIn: SignIn;
  stop(): Promise<void>;
}

/** The smallest hub: sign-in, and one address that says who is asking. */
export async function hubUnderTest(
  issuer: string,
  pool: Pool,
  settings: { readonly clock?: Clock; readonly sessionKey?: string } = {},
): Promise<HubUnderTest> {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The hub has no port');
  const url = `http://127.0.0.1:${address.port}`;
  const signIn = createSignIn({
    issuer,
    clientId: 'hub',
    clientSecret: SAMPLE_SECRET,
    publicUrl: url,
    sessionKey: settings.sessionKey ?? randomBytes(32).toString('base64'),
    pool,
    ...(settings.clock && { clock: settings.clock }),
  });
  app.use(signIn.router);
  app.all('/who', (request, response) => {
    signIn.identityOf(request).then(
      (identity) => response.status(identity === null ? 401 : 200).json(identity),
      (error: unknown) => {
        if (error instanceof NotSignedIn) response.status(401).json({ code: error.code });
        else response.status(error instanceof CrossSiteRequest ? 403 : 500).end();
      },
    );
  });
  return {
    url,
    signIn,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
