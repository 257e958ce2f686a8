import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MisbehavingServer } from '../testing/misbehaving-server.js';
import type { RawEvent } from './raw-event.js';
import { RawLog } from './raw-log.js';

const event = (revision: number): RawEvent => ({
  stream: 'enquiry-1', revision: BigInt(revision), id: randomUUID(), type: 'Noted', isJson: true, data: Buffer.from('{}'), metadata: Buffer.alloc(0),
});

describe('a raw log on a node that is not the one to ask', () => {
  let leader: MisbehavingServer;
  let follower: MisbehavingServer;
  let log: RawLog;

  beforeEach(async () => {
    leader = await MisbehavingServer.start();
    follower = await MisbehavingServer.start();
    follower.leaderPort = leader.listensAt;
    log = new RawLog({ url: follower.url });
  });
  afterEach(async () => {
    await log.close();
    leader.stop();
    follower.stop();
  });

  const revisions = async (events: AsyncIterable<RawEvent>): Promise<number[]> => {
    const all: number[] = [];
    for await (const { revision } of events) all.push(Number(revision));
    return all;
  };

  it('asks for the leader with every read and append, and goes where it is sent', async () => {
    leader.events.put('enquiry-1', 3);
    follower.script.reads.push('not leader');
    expect((await log.head())?.revision).toBe(2n);
    expect(await revisions(log.all())).toEqual([0, 1, 2]);
    expect(await log.append([event(3)])).toMatchObject({ appended: true });
    const seen = [...follower.seen.reads, ...leader.seen.reads, ...leader.seen.appends];
    expect(seen).toHaveLength(4);
    expect(seen.map((call) => call.metadata['requires-leader'])).toEqual(['true', 'true', 'true', 'true']);
  });

  it('sends an append to the leader', async () => {
    follower.script.appends.push('not leader');
    expect(await log.append([event(0)])).toMatchObject({ appended: true });
    expect(leader.events.all).toHaveLength(1);
  });

  it('does not take the end of a node that lags behind for the end of the log', async () => {
    follower.events.put('enquiry-1', 2);
    const newest = BigInt((follower.events.all.at(-1)?.position ?? 0) + 7);
    const all = revisions(log.all(null, newest));
    while (follower.seen.reads.length === 0) await new Promise((resolve) => void setTimeout(resolve, 5));
    follower.events.put('enquiry-1', 1);
    expect(await all).toEqual([0, 1, 2]);
    expect(follower.seen.reads.length).toBeGreaterThan(1);
  });
});
