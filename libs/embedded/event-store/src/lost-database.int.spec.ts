import { randomUUID } from 'node:crypto';
import type { Server, Socket } from 'node:net';
import { connect as connectSocket, createServer } from 'node:net';

import { jsonEvent } from '@eventstore/db-client';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { ThrowawayLog } from './testing/throwaway-log.js';
import { connect, createThrowawayLog } from './testing/throwaway-log.js';

const CLASSIC = { credentials: { username: 'hub', password: 'unused' } };

/** Between the node and its database. The connections there are can be made to swallow everything, as behind a lost route. */
class LosingRelay {
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(private readonly to: URL) {
    this.server = createServer((near) => this.pass(near));
  }

  static async before(url: string): Promise<{ relay: LosingRelay; url: string }> {
    const through = new URL(url);
    const relay = new LosingRelay(new URL(url));
    await new Promise<void>((resolve) => relay.server.listen(0, '127.0.0.1', () => resolve()));
    const address = relay.server.address();
    through.hostname = '127.0.0.1';
    through.port = String(typeof address === 'object' && address !== null ? address.port : 0);
    return { relay, url: through.href };
  }

  swallow(): void {
    for (const socket of this.sockets) socket.removeAllListeners('data').resume();
  }

  stop(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private pass(near: Socket): void {
    const far = connectSocket(Number(this.to.port === '' ? 5432 : this.to.port), this.to.hostname);
    for (const [from, to] of [[near, far], [far, near]] as const) {
      this.sockets.add(from);
      from.on('data', (bytes) => to.write(bytes)).on('error', () => undefined).on('close', () => to.destroy());
    }
  }
}

describe('a database that vanishes without a word', () => {
  let log: ThrowawayLog;

  beforeAll(async () => {
    log = await createThrowawayLog();
  });
  afterAll(() => log.drop());

  const event = () => jsonEvent({ type: 'ConcernReceived', data: {} });

  it('is given up after a while: the node claims the log over a new connection, and appends and reads go on', async () => {
    const { relay, url } = await LosingRelay.before(log.url);
    const store = await log.start({ url });
    const client = connect(store);
    try {
      const name = `enquiry-${randomUUID()}`;
      await client.appendToStream(name, event(), CLASSIC);
      relay.swallow();
      // A stream not known yet is looked up first, by a connection for reading.
      await expect(client.appendToStream(`enquiry-${randomUUID()}`, event(), CLASSIC)).rejects.toBeDefined();
      const giveUp = Date.now() + 45_000;
      for (let done = false; !done; ) {
        done = await client.appendToStream(name, event(), { ...CLASSIC, expectedRevision: 0n }).then(() => true, () => false);
        expect(Date.now()).toBeLessThan(giveUp);
        if (!done) await new Promise((resolve) => setTimeout(resolve, 200));
      }
      let found = 0;
      for await (const one of client.readStream(name)) if (one.event !== undefined) found += 1;
      expect(found).toBe(2);
    } finally {
      await client.dispose();
      await store.stop();
      relay.stop();
    }
  }, 60_000);

  it('does not keep the node from stopping', async () => {
    const { relay, url } = await LosingRelay.before(log.url);
    const store = await log.start({ url });
    const client = connect(store);
    try {
      relay.swallow();
      await expect(client.appendToStream(`enquiry-${randomUUID()}`, event(), CLASSIC)).rejects.toBeDefined();
      await client.dispose();
      const began = Date.now();
      await store.stop();
      expect(Date.now() - began).toBeLessThan(20_000);
    } finally {
      relay.stop();
    }
  }, 60_000);
});
