import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Metrics } from '@mash/telemetry';
import getPort from 'get-port';
import { serveHealth } from './serve-health.js';

describe('the port of a service that nobody queries', () => {
  let ok = true;
  let url: string;
  let served: { close(): Promise<void> };
  beforeAll(async () => {
    const port = await getPort();
    const metrics = new Metrics();
    metrics.counter({ name: 'mash_events_total', help: 'Events.' }).add(2, {});
    served = await serveHealth(port, () => ({ ok }), metrics);
    url = `http://127.0.0.1:${port}`;
  });
  afterAll(() => served.close());

  it('answers for its health, well or not', async () => {
    expect((await fetch(`${url}/health`)).status).toBe(200);
    ok = false;
    expect((await fetch(`${url}/health`)).status).toBe(503);
  });
  it('answers with its metrics as text', async () => expect(await (await fetch(`${url}/metrics`)).text()).toContain('mash_events_total 2'));
  it('answers nothing else', async () => expect((await fetch(`${url}/events`)).status).toBe(404));
});
