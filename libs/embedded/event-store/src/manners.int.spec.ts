import { randomUUID } from 'node:crypto';

import { CancelledError, EventStoreDBClient as Client, jsonEvent, NotLeaderError, UnavailableError } from '@eventstore/db-client';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import { credentials } from '@grpc/grpc-js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';

import type { LogLine, RunningEventStore } from './options.js';
import type { ThrowawayLog } from './testing/throwaway-log.js';
import { createThrowawayLog } from './testing/throwaway-log.js';

describe('the manners of a cluster', () => {
  let log: ThrowawayLog;
  let leader: RunningEventStore;
  const lines: LogLine[] = [];
  const running: RunningEventStore[] = [];
  const clients: Client[] = [];

  beforeAll(async () => {
    log = await createThrowawayLog();
    leader = await log.start({ log: (line) => lines.push(line) });
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.dispose()));
    await Promise.all(running.splice(0).map((store) => store.stop()));
  });
  afterAll(async () => {
    await leader.stop();
    await log.drop();
  });

  const dial = (connectionString: string): Client => {
    const client = Client.connectionString(connectionString);
    clients.push(client);
    return client;
  };
  const follower = async (): Promise<RunningEventStore> => {
    const store = await log.start({ follow: { host: '127.0.0.1', port: leader.port } });
    running.push(store);
    return store;
  };
  const stream = (): string => `enquiry-${randomUUID()}`;
  const event = () => jsonEvent({ type: 'ConcernReceived', data: {} });
  const count = async (events: AsyncIterable<unknown>): Promise<number> => {
    let found = 0;
    for await (const one of events) if (one !== undefined) found += 1;
    return found;
  };
  const eventually = async <T>(attempt: () => Promise<T>): Promise<T> => {
    const giveUp = Date.now() + 10_000;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (Date.now() > giveUp) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  };

  describe('a follower', () => {
    it('names the leader to whoever must ask it, and the client goes there', async () => {
      const client = dial((await follower()).connectionString);
      const refused = await client.appendToStream(stream(), event(), { requiresLeader: true }).catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(NotLeaderError);
      expect(refused).toMatchObject({ leader: { address: '127.0.0.1', port: leader.port } });
      const name = stream();
      const done = await eventually(() => client.appendToStream(name, event(), { requiresLeader: true }));
      expect(done.success).toBe(true);
      expect(await count(client.readStream(name))).toBe(1);
    });

    it('accepts no append, even from a client that does not ask for the leader', async () => {
      const { connectionString } = await follower();
      const name = stream();
      const batch = dial(connectionString).appendToStream(name, event(), { requiresLeader: false });
      await expect(batch).rejects.toBeInstanceOf(NotLeaderError);
      const classic = dial(`${connectionString}&keepAliveInterval=10001`).appendToStream(name, event(), {
        requiresLeader: false, credentials: { username: 'hub', password: 'unused' },
      });
      await expect(classic).rejects.toBeInstanceOf(NotLeaderError);
    });

    it('serves reads that do not ask for the leader', async () => {
      const name = stream();
      await dial(leader.connectionString).appendToStream(name, [event(), event()]);
      const client = dial((await follower()).connectionString);
      expect(await count(client.readStream(name, { requiresLeader: false }))).toBe(2);
      await expect(count(client.readStream(name, { requiresLeader: true }))).rejects.toBeInstanceOf(NotLeaderError);
    });

    it('shows the leader beside itself in gossip, so that discovery finds it', async () => {
      const { connectionString, port } = await follower();
      const gossip = new gossipGrpc.GossipClient(`127.0.0.1:${port}`, credentials.createInsecure());
      const members = await new Promise((resolve, reject) => {
        gossip.read(new sharedPb.Empty(), (error, info) => (error === null ? resolve(info.getMembersList().map((one) => [one.getState(), one.getHttpEndPoint()?.getPort()])) : reject(error)));
      });
      gossip.close();
      expect(members).toEqual([[6, port], [8, leader.port]]);
      const discovered = dial(connectionString.replace('esdb://', 'esdb+discover://'));
      expect((await discovered.appendToStream(stream(), event(), { requiresLeader: true })).success).toBe(true);
    });
  });

  describe('a node that goes away and comes back', () => {
    it('cancels what is under way and serves the same client again at the same port', async () => {
      const client = dial(leader.connectionString);
      const name = stream();
      await client.appendToStream(name, event());
      const subscription = client.subscribeToStream(name);
      const ended = new Promise((resolve) => subscription.on('error', resolve));
      await new Promise((resolve) => subscription.on('caughtUp', () => resolve(undefined)));
      const { port } = leader;
      const restarted = leader.restartListening(200);
      const error = await ended;
      expect(error instanceof CancelledError || error instanceof UnavailableError).toBe(true);
      await restarted;
      expect(leader.port).toBe(port);
      const done = await eventually(() => client.appendToStream(name, event(), { expectedRevision: 0n }));
      expect(done.nextExpectedRevision).toBe(1n);
      expect(await count(client.readStream(name))).toBe(2);
    });

    it('settles every append that was under way', async () => {
      const client = dial(leader.connectionString);
      const appends = Array.from({ length: 200 }, () => client.appendToStream(stream(), event()));
      await leader.restartListening();
      const outcomes = await Promise.allSettled(appends);
      expect(outcomes).toHaveLength(200);
      await eventually(() => client.appendToStream(stream(), event()));
    });
  });

  it('begin with an event that is not the hub\'s, on a log that is empty and only there', async () => {
    const fresh = await createThrowawayLog();
    const firstEvents = async (beginsLog: boolean): Promise<string[]> => {
      const store = await fresh.start({ beginsLog });
      const client = dial(store.connectionString);
      const found: string[] = [];
      for await (const one of client.readAll()) found.push(one.event?.streamId ?? '');
      await client.dispose();
      await store.stop();
      return found;
    };
    try {
      expect(await firstEvents(false)).toEqual([]);
      expect(await firstEvents(true)).toEqual(['$$$stats-127.0.0.1:0']);
      expect(await firstEvents(true)).toHaveLength(1);
    } finally {
      await fresh.drop();
    }
  });

  it('writes down once by which name a client has connected, unless that could be a sentence or an address', async () => {
    const named = dial(`${leader.connectionString}&connectionName=projector-7`);
    await named.appendToStream(stream(), event());
    await count(named.readAll({ maxCount: 1 }));
    const chatty = dial(`${leader.connectionString}&connectionName=${encodeURIComponent('Ms Alder, 3 Mill Lane')}`);
    await chatty.appendToStream(stream(), event());
    const met = lines.filter(({ msg }) => msg === 'a client has connected').map(({ connection }) => connection);
    expect(met.filter((name) => name === 'projector-7')).toHaveLength(1);
    expect(met).toContain('unnamed');
    expect(JSON.stringify(lines)).not.toContain('Alder');
  });
});
