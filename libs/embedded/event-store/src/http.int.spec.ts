import { request } from 'node:http';
import { connect as connectSocket } from 'node:net';

import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { describe, expect, it } from '@jest/globals';

import { oneNode } from './testing/one-node.js';

/** The client makes HTTP calls for itself only. */
class PingingClient extends EventStoreDBClient {
  ping(): Promise<unknown> {
    return this.HTTPRequest('GET', '/ping', {});
  }
}

const { store, client } = await oneNode();

describe('HTTP at the port of the protocol', () => {
  const ask = (path: string, method = 'GET'): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: store.port, path, method }, (response) => {
        let body = '';
        response.on('data', (chunk) => (body += String(chunk))).on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      });
      sent.on('error', reject).end();
    });

  it('answers /ping, also through the official client', async () => {
    const pinging = new PingingClient({ endpoint: { address: '127.0.0.1', port: store.port } }, { insecure: true });
    expect(await pinging.ping()).toMatchObject({ text: 'Ping request successfully handled' });
    await pinging.dispose();
  });

  it.each(['/health', '/health/live'])('answers %s without content while the node can write', async (path) => {
    expect(await ask(path)).toEqual({ status: 204, body: '' });
    expect((await ask(`${path}?liveCode=200`)).status).toBe(200);
  });

  it('says at /info what this is', async () => {
    const { status, body } = await ask('/info');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ state: 'leader', authentication: { type: 'insecure' } });
  });

  it.each([['GET', '/subscriptions'], ['POST', '/projections/continuous'], ['GET', '/streams/enquiry-1'], ['POST', '/users/']])(
    'says of %s %s that it is not implemented', async (method, path) => {
      const { status, body } = await ask(path, method);
      expect(status).toBe(501);
      expect(body).toContain('does not implement');
    },
  );

  it.each([['GET', '/'], ['GET', '/healthy'], ['POST', '/ping'], ['DELETE', '/health']])('has nothing at %s %s', async (method, path) => {
    expect((await ask(path, method)).status).toBe(404);
  });

  /** Written by hand: the client of this platform corrects what it is given. */
  const askRaw = (target: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connectSocket({ host: '127.0.0.1', port: store.port });
      let answer = '';
      socket.on('data', (bytes) => (answer += bytes.toString('latin1'))).on('close', () => resolve(answer)).on('error', reject);
      socket.write(`GET ${target} HTTP/1.1\r\nhost: node\r\nconnection: close\r\n\r\n`);
    });

  it.each([
    ['//', '404'], ['//[', '404'], ['//ping', '404'], ['/%', '404'], ['/?%zz=[', '404'], ['*', '404'],
    ['http://node/ping', '200'], ['http://elsewhere.example/nothing', '404'], ['http://[', '400'], ['http://', '400'],
  ])('answers the target %s with %s and goes on serving', async (target, code) => {
    expect(await askRaw(target)).toMatch(new RegExp(`^HTTP/1.1 ${code} `));
    expect((await ask('/ping')).status).toBe(200);
  });

  it('tells the protocols apart even when a connection begins byte by byte', async () => {
    const heard = await new Promise<string>((resolve, reject) => {
      const socket = connectSocket({ host: '127.0.0.1', port: store.port, noDelay: true });
      let answer = '';
      socket.on('data', (bytes) => {
        answer += bytes.toString('latin1');
        if (answer.includes('404')) socket.destroy();
      });
      socket.on('close', () => resolve(answer)).on('error', reject);
      const letters = [...'PUT / HTTP/1.1\r\nhost: node\r\n\r\n'];
      const next = (): void => {
        const letter = letters.shift();
        if (letter !== undefined) socket.write(letter, () => setTimeout(next, 5));
      };
      next();
    });
    expect(heard).toContain('404 Not Found');
  });

  it('closes a connection that speaks neither protocol', async () => {
    const closed = await new Promise<boolean>((resolve) => {
      const socket = connectSocket({ host: '127.0.0.1', port: store.port });
      socket.on('close', () => resolve(true)).on('error', () => undefined).on('data', () => undefined);
      socket.write(Buffer.from('PRICE LIST\r\n\r\n\r\nwhatever else there is to say, at some length\r\n\r\n'));
    });
    expect(closed).toBe(true);
    expect((await client.appendToStream('enquiry-1', jsonEvent({ type: 'ConcernReceived', data: {} }))).success).toBe(true);
  });

  it('survives connections that break off in every state', async () => {
    const beginnings = ['', 'P', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 'GET /ping HTTP/1.1\r\n', 'GET /ping HTTP/1.1\r\nhost: n\r\n\r\n'];
    const oddities = ['CONNECT n:1 HTTP/1.1\r\nhost: n\r\n\r\n', 'GET / HTTP/1.1\r\nhost: n\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n', 'GET / HTTP/1.1\r\nexpect: much\r\nhost: n\r\n\r\n'];
    beginnings.push(...oddities);
    for (const beginning of beginnings) {
      await new Promise<void>((resolve) => {
        const socket = connectSocket({ host: '127.0.0.1', port: store.port });
        socket.on('connect', () => socket.write(beginning, () => socket.resetAndDestroy())).on('close', () => resolve()).on('error', () => undefined);
      });
    }
    expect((await ask('/ping')).status).toBe(200);
  });
});
