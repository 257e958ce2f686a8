import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { Metrics } from '@mash/telemetry';

/**
 * A service that nobody queries still says how it is: `/health` answers 200 with its state, or 503; `/metrics` answers in
 * the text format of Prometheus. On loopback unless told otherwise.
 */
export async function serveHealth(
  port: number, state: () => Readonly<Record<string, unknown>> & { readonly ok: boolean }, metrics: Metrics,
): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    switch (request.url) {
      case '/health': {
        const now = state();
        response.writeHead(now.ok ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(now));
        return;
      }
      case '/metrics':
        void answerMetrics(metrics, response);
        return;
      default:
        response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, process.env['MASH_HOST'] ?? '127.0.0.1', resolve);
  });
  return { close: () => new Promise((resolve) => void server.close(() => resolve())) };
}

/** Answers `GET /metrics`, also as a handler of Express; 503 when they cannot be read. */
export async function answerMetrics(metrics: Metrics, response: Pick<ServerResponse, 'writeHead'>): Promise<void> {
  try {
    const { contentType, text } = await metrics.read();
    response.writeHead(200, { 'content-type': contentType }).end(text);
  } catch {
    response.writeHead(503).end();
  }
}
