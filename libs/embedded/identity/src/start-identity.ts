import { createServer } from 'node:http';
import type { Server } from 'node:http';
import express from 'express';
import pg from 'pg';
import { makeProvider } from './provider/make-provider.js';
import { readRealm } from './realm/realm-file.js';
import { GuessThrottle } from './sign-in/guess-throttle.js';
import { readSampleUsers } from './sign-in/sample-users.js';
import { signInForm } from './sign-in/sign-in-form.js';
import { loadSecrets } from './store/secrets.js';
import { createTables, dropExpired } from './store/tables.js';

const SWEEP_EVERY_MS = 60_000;

export interface IdentityOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly databaseUrl: string;
  readonly realmFile: string;
  readonly usersFile: string;
  /** The address that browsers and the hub use, when it is not the loopback address itself. */
  readonly publicUrl?: string;
  readonly log?: (line: string) => void;
}

export interface RunningIdentity {
  readonly port: number;
  readonly issuer: string;
  stop(): Promise<void>;
}

/** Sample passwords are published, so the page is never offered beyond this machine. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function guardPages(_request: express.Request, response: express.Response, next: express.NextFunction): void {
  // No form-action rule: browsers apply it to the redirects after sign-in, which end at the hub.
  response.setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");
  response.setHeader('cache-control', 'no-store');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-content-type-options', 'nosniff');
  next();
}

async function serve(app: express.Express, options: IdentityOptions, pool: pg.Pool, port: number): Promise<string> {
  const log = options.log ?? (() => undefined);
  const realm = await readRealm(options.realmFile, process.env);
  const users = await readSampleUsers(options.usersFile, realm.roleNames);
  await createTables(pool);
  const path = `/realms/${realm.realm}`;
  const issuer = `${(options.publicUrl ?? `http://127.0.0.1:${port}`).replace(/\/+$/, '')}${path}`;
  const provider = makeProvider(issuer, { realm, users, pool, secrets: await loadSecrets(pool) });
  // Behind a proxy that ends TLS the issuer is https while this server speaks http.
  provider.proxy = issuer.startsWith('https:');
  provider.on('server_error', (_context, error) => log(`The provider failed: ${error.name}`));
  app.use(path, guardPages, signInForm({ provider, users, throttle: new GuessThrottle(realm, Date.now), log }));
  const answer = provider.callback();
  app.use(path, (request, response) => void answer(request, response));
  return issuer;
}

/** Starts the sign-in service that speaks as Keycloak does, from the same realm file. */
export async function startIdentity(options: IdentityOptions): Promise<RunningIdentity> {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 4 });
  pool.on('error', () => options.log?.('The identity database dropped a connection'));
  // One that is lost while it is used is told by its query; as an event it would end the process.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  const app = express().disable('x-powered-by');
  const server = createServer(app);
  try {
    const port = await listen(server, options.port);
    const issuer = await serve(app, options, pool, port);
    const sweep = setInterval(() => void dropExpired(pool).catch(() => undefined), SWEEP_EVERY_MS);
    sweep.unref();
    return {
      port,
      issuer,
      stop: async () => {
        clearInterval(sweep);
        await close(server);
        await pool.end();
      },
    };
  } catch (error) {
    await close(server);
    await pool.end();
    throw error;
  }
}
