import { createServer } from 'node:http';

/** A service that nobody queries still says how it is: 200 with its state, or 503. On loopback unless told otherwise. */
export async function serveHealth(port: number, state: () => Readonly<Record<string, unknown>> & { readonly ok: boolean }): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url !== '/health') {
      response.writeHead(404).end();
      return;
    }
    const now = state();
    response.writeHead(now.ok ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(now));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, process.env['MASH_HOST'] ?? '127.0.0.1', resolve);
  });
  return { close: () => new Promise((resolve) => void server.close(() => resolve())) };
}
