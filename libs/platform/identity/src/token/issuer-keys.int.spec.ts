import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { IssuerKeys, KeysUnavailable, KeyUnknown } from './issuer-keys.js';

const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });

describe('the issuer’s keys', () => {
  let server: Server;
  let kids: string[];
  let asked: number;
  let answering: 'keys' | 'error' | 'nothing';
  let now: number;
  let keys: IssuerKeys;

  beforeEach(async () => {
    [kids, asked, answering, now] = [['first'], 0, 'keys', 0];
    server = createServer((_request, response) => {
      asked += 1;
      if (answering === 'nothing') return;
      response.statusCode = answering === 'error' ? 502 : 200;
      response.end(JSON.stringify({ keys: kids.map((kid) => ({ ...jwk, kid, use: 'sig', alg: 'RS256' })) }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    keys = new IssuerKeys({ url: `http://127.0.0.1:${port}/`, now: () => now, timeoutMs: 200 });
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('are fetched once for all who wait together', async () => {
    await Promise.all([keys.get('first'), keys.get('first'), keys.get('first')]);
    expect(asked).toBe(1);
  });

  it('are asked for again for an unknown name, at most once in ten seconds', async () => {
    await keys.get('first');
    for (let time = 0; time < 5; time += 1) await expect(keys.get(`made-up-${time}`)).rejects.toThrow(KeyUnknown);
    expect(asked).toBe(1);
    now = 10_000;
    kids = ['first', 'second'];
    expect((await keys.get('second')).asymmetricKeyType).toBe('rsa');
    expect(asked).toBe(2);
  });

  it('survive an outage when known, and say so when not', async () => {
    await keys.get('first');
    answering = 'error';
    now = 700_000;
    await keys.get('first');
    await expect(keys.get('second')).rejects.toThrow(KeysUnavailable);
    expect((await keys.get('first')).type).toBe('public');
  });

  it('are not waited for without end', async () => {
    answering = 'nothing';
    await expect(keys.get('first')).rejects.toThrow(KeysUnavailable);
  });

  it('are forgotten when the issuer withdraws them', async () => {
    await keys.get('first');
    kids = ['second'];
    now = 600_001;
    await keys.get('first');
    await keys.get('second');
    await expect(keys.get('first')).rejects.toThrow(KeyUnknown);
  });
});
