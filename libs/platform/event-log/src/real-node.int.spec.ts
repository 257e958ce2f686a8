import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createThrowawayLog } from '@mash/embedded-event-store/testing';
import type { ThrowawayLog } from '@mash/embedded-event-store/testing';
import { EventLog } from './event-log.js';
import { LogUnavailable } from './stored-event.js';
import type { PlacedEvent } from './stored-event.js';
import { Heard, gather, notes, outcomeOf } from './testing/settled.js';

type Node = Awaited<ReturnType<ThrowawayLog['start']>>;

describe('over a real node', () => {
  let database: ThrowawayLog;
  let node: Node;
  const open: EventLog[] = [];
  const connect = (options: ConstructorParameters<typeof EventLog>[0]): EventLog => {
    const log = new EventLog(options);
    open.push(log);
    return log;
  };

  beforeAll(async () => {
    database = await createThrowawayLog();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((log) => log.close()));
    await node.stop();
  });
  afterAll(() => database.drop());

  it('A14.10 appends, reads and follows on by itself after the node was restarted, and loses nothing', async () => {
    node = await database.start();
    const { port } = node;
    const heard = new Heard();
    const log = connect({ connectionString: node.connectionString, observe: heard.observe });
    const stop = new AbortController();
    const followed: PlacedEvent[] = [];
    const following = (async (): Promise<void> => {
      while (!stop.signal.aborted) {
        try {
          for await (const batch of log.follow(followed.at(-1)?.position ?? null, stop.signal)) followed.push(...batch);
        } catch (error) {
          if (!(error instanceof LogUnavailable)) throw error;
          await setTimeout(50);
        }
      }
    })();
    const stream = `enquiry-${randomUUID()}`;
    let revision = -1n;
    for (let restart = 0; restart < 3; restart += 1) {
      for (let time = 0; time < 5; time += 1) ({ revision } = await log.append(stream, revision < 0n ? 'none' : revision, notes(1)));
      const away = node.stop().then(() => database.start({ port }));
      const [appended] = await Promise.all([log.append(stream, revision, notes(2)), away.then((again) => (node = again))]);
      revision = appended.revision;
    }
    while (followed.filter((event) => event.stream === stream).length < 21) await setTimeout(20);
    stop.abort();
    await following;
    const all = Array.from({ length: 21 }, (_, each) => BigInt(each));
    expect((await log.readStream(stream)).map((event) => event.revision)).toEqual(all);
    expect(followed.filter((event) => event.stream === stream).map((event) => event.revision)).toEqual(all);
    expect(heard.of('subscription lost').length).toBeGreaterThanOrEqual(3);
  });

  it('A14.9 works over TLS as a user who is no administrator, also when it has to discover the node', async () => {
    const secured = await database.startSecured();
    node = secured;
    for (const connectionString of [secured.anonymousConnectionString, secured.anonymousConnectionString.replace('esdb://', 'esdb+discover://')]) {
      const log = connect({ connectionString, user: secured.user.name, password: secured.user.password, production: true });
      const stream = `person-${randomUUID()}`;
      await log.append(stream, 'none', notes(2));
      expect(await log.readStream(stream)).toHaveLength(2);
      expect((await log.head())?.stream).toBe(stream);
      const stop = new AbortController();
      expect((await gather(log.follow(null, stop.signal), 2, stop)).error).toBeNull();
    }
    const stranger = connect({ connectionString: secured.anonymousConnectionString, user: secured.user.name, password: 'guessed' });
    expect(await outcomeOf(stranger.append('note-1', 'none', notes(1)), 0)).toBe('LogRefused');
    expect(await outcomeOf(stranger.readStream('note-1'), 0)).toBe('LogRefused');
    expect((await gather(stranger.follow(null, new AbortController().signal), 1, new AbortController())).error).toContain('LogRefused');
    expect(() => new EventLog({ connectionString: secured.anonymousConnectionString })).toThrow('TLS without a user');
  });

  it('holds up the server and not its memory while a consumer is slow', async () => {
    node = await database.start();
    const log = connect({ connectionString: node.connectionString });
    const stream = `enquiry-${randomUUID()}`;
    const from = (await log.head())?.position ?? null;
    const pad = 'x'.repeat(5_000);
    const [events, each] = [20_000, 150];
    for (let done = 0; done < events; done += each) {
      await log.append(stream, done === 0 ? 'none' : BigInt(done - 1), notes(each).map((event) => ({ ...event, data: { pad } })));
    }
    const memory = (): number => {
      globalThis.gc?.();
      const { heapUsed, external } = process.memoryUsage();
      return (heapUsed + external) / 1_048_576;
    };
    const stop = new AbortController();
    const consumers = [
      log.follow(from, stop.signal), (async function* readAll() {
        for await (const event of log.readAll(from)) yield [event];
      })(),
    ];
    for (const consumer of consumers) {
      await consumer.next();
      const before = memory();
      const grown: number[] = [];
      for (let look = 0; look < 8; look += 1) {
        await setTimeout(250);
        grown.push(memory() - before);
      }
      // Client and node share this process, and 100 MB wait: unbounded buffers on either side would hold them.
      expect(Math.min(...grown.slice(4))).toBeLessThan(40);
    }
    stop.abort();
    await Promise.all(consumers.map((consumer) => consumer.return(undefined)));
  }, 180_000);
});
