import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import express from 'express';
import type { RequestHandler, Router } from 'express';

/** What a browser may load and from where: this server only, nothing inline, framed by nobody. */
const policy = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self' http: https:";

export const securityHeaders: RequestHandler = (_, response, next) => {
  response.setHeader('content-security-policy', policy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cache-control', 'no-store');
  next();
};

/** Serves the built web client; every path that is no file is the client's own page. */
export function webClient(root: string): Router {
  const router = express.Router();
  const folder = resolve(root);
  const page = join(folder, 'index.html');
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', cacheControl: true }));
  router.use(express.static(folder, { index: false }));
  router.get(/^(?!\/(graphql|audit|auth|health|metrics)).*/, (_, response) => {
    if (existsSync(page)) response.sendFile(page);
    else response.status(404).type('text').send('The web client is not built. Run: npm run build');
  });
  return router;
}
