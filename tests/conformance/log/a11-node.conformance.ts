import { randomUUID } from 'node:crypto';

import { AccessDeniedError, EventStoreDBClient as Client, jsonEvent } from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from '@jest/globals';

import { connections, opened } from './connections.js';
import { follow } from './subscriber.js';
import { connect, control, eventually, freshStream, itOnEmbedded, itPlaintext, itSecured, itWhen, itWithControl, pause, readThrough, target } from './target.js';
import { addressOf, headers, Wire } from './wire.js';
import { BatchCall, classicAppend } from './wire-append.js';
import { ReadCall } from './wire-read.js';

const LEADER = 8;

describe('the node', () => {
  const { wire, client } = connections();
  const open = opened();

  afterEach(async () => {
    // Nothing to do unless a test failed while the node was stopped.
    if (target.control !== undefined) await control('start');
  });

  const event = (id: string = randomUUID()) => jsonEvent({ id, type: 'ConcernReceived', data: {} });

  it('A11.1 serves callers that ask for the leader, and those that do not', async () => {
    for (const wanted of ['true', 'false']) {
      expect((await classicAppend(wire, freshStream(), 'any', [{}], wire.headers({ 'requires-leader': wanted }))).answer?.hasSuccess()).toBe(true);
    }
    expect((await client.appendToStream(freshStream(), event(), { requiresLeader: true })).success).toBe(true);
  });

  it('A11.2 gossips about one living leader, with an address that can be dialled', async () => {
    const { answer } = await wire.gossip();
    const leaders = (answer?.getMembersList() ?? []).filter((member) => member.getState() === LEADER && member.getIsAlive());
    expect(leaders).toHaveLength(1);
    const dialled = leaders[0]?.getHttpEndPoint();
    expect(dialled?.getAddress()).not.toBe('');
    expect(leaders[0]?.getInstanceId()?.getString()).toMatch(/^[0-9a-f-]{36}$/i);
    const query = /\?.*$/.exec(target.connectionString)?.[0] ?? '';
    const user = wire.user === undefined ? '' : `${encodeURIComponent(wire.user.username)}:${encodeURIComponent(wire.user.password)}@`;
    const there = connect({}, `esdb://${user}${dialled?.getAddress()}:${dialled?.getPort()}${query}`);
    expect((await there.appendToStream(freshStream(), event())).success).toBe(true);
    await there.dispose();
  });

  itOnEmbedded('A11.2 gossips about nobody else, at the address where it was asked', async () => {
    const { answer } = await wire.gossip();
    expect(answer?.getMembersList()).toHaveLength(1);
    expect(answer?.getMembersList()[0]?.getHttpEndPoint()?.getPort()).toBe(addressOf(target.connectionString).port);
  });

  it('A11.3 can be discovered by its gossip, for every call', async () => {
    const discovered = connect({}, target.connectionString.replace(/^esdb:/, 'esdb+discover:'));
    const stream = freshStream();
    expect((await discovered.appendToStream(stream, event())).success).toBe(true);
    const followed = follow(discovered.subscribeToStream(stream));
    await followed.caughtUp();
    expect(followed.ids).toHaveLength(1);
    await followed.close();
    await discovered.dispose();
  });

  it('A11.4 lets a quiet connection ping often without closing it', async () => {
    const pinging = new Wire(target.connectionString, { 'grpc.keepalive_time_ms': 300, 'grpc.keepalive_timeout_ms': 5_000, 'grpc.keepalive_permit_without_calls': 1 });
    const stream = freshStream();
    const subscription = await new ReadCall(pinging, { stream, subscription: true }).caughtUp();
    await pause(2_500);
    await classicAppend(wire, stream, 'any', [{}]);
    await subscription.until(() => subscription.ids.length === 1);
    expect(subscription.failure).toBeUndefined();
    subscription.close();
    pinging.close();
  });

  itPlaintext('A11.5 A14.9 takes calls with a user on plaintext, whom the client leaves out', async () => {
    const done = await client.appendToStream(freshStream(), event(), { credentials: { username: 'anybody', password: 'anything' } });
    expect(done.success).toBe(true);
  });

  itSecured('A11.6 lets the right user in, by the connection string and by a call\'s own credentials', async () => {
    expect((await client.appendToStream(freshStream(), event())).success).toBe(true);
    const credentials = wire.user ?? { username: '', password: '' };
    expect((await client.appendToStream(freshStream(), event(), { credentials })).success).toBe(true);
  });

  for (const [who, credentials] of [['an unknown user', { username: 'nobody', password: 'x' }], ['a wrong password', undefined]] as const) {
    itSecured(`A11.6 denies access to ${who}, for every call`, async () => {
      const wrong = credentials ?? { username: wire.user?.username ?? '', password: `${wire.user?.password ?? ''}x` };
      const stream = freshStream();
      await client.appendToStream(stream, event());
      await expect(client.appendToStream(stream, event(), { credentials: wrong })).rejects.toBeInstanceOf(AccessDeniedError);
      await expect(readThrough(client.readStream(stream, { credentials: wrong }))).rejects.toBeInstanceOf(AccessDeniedError);
      const followed = follow(client.subscribeToAll({ credentials: wrong }));
      open.push(followed);
      await followed.until(() => followed.error() !== undefined);
      expect(followed.error()).toBeInstanceOf(AccessDeniedError);
      const { failure } = await classicAppend(wire, stream, 'any', [{}], headers(wrong));
      expect([status.UNAUTHENTICATED, status.PERMISSION_DENIED]).toContain(failure?.code);
      expect(failure?.details).not.toContain(wrong.password);
    });
  }

  itSecured('A11.6 takes no plaintext on its port', async () => {
    const plain = Client.connectionString(target.connectionString.replace(/tls=true/, 'tls=false').replace(/\?(?!.*tls=)/, '?tls=false&'));
    await expect(plain.appendToStream(freshStream(), event())).rejects.toThrow();
    await plain.dispose();
  });

  it('A11.7 takes any connection name', async () => {
    const named = connect({ connectionName: 'hub-of-wexcombe-1' });
    expect((await named.appendToStream(freshStream(), event())).success).toBe(true);
    await named.dispose();
    expect((await classicAppend(wire, freshStream(), 'any', [{}], headers(wire.user, { 'connection-name': 'x'.repeat(500) }))).answer?.hasSuccess()).toBe(true);
  });

  itWithControl('A11.8 A14.7 cancels open subscriptions when it stops, and never ends them with OK', async () => {
    const stream = freshStream();
    const calls = [
      await new ReadCall(wire, { stream, subscription: true }).caughtUp(),
      await new ReadCall(wire, { from: 'end', subscription: true }).caughtUp(),
    ];
    const followed = follow(client.subscribeToStream(stream));
    open.push(followed);
    await followed.caughtUp();
    await control('restart');
    for (const call of calls) {
      await call.over();
      expect([status.CANCELLED, status.UNAVAILABLE]).toContain(call.failure?.code);
    }
    await followed.until(() => followed.error() !== undefined);
    expect(['cancelled', 'unavailable']).toContain((followed.error() as { type: string }).type);
  });

  itWithControl('A11.8 A14.1 cancels an open batch call when it stops, and never ends it with OK', async () => {
    const batch = new BatchCall(wire);
    const [pending, done] = [randomUUID(), randomUUID()];
    batch.send({ id: done, stream: freshStream(), events: [{}] });
    await batch.answerTo(done);
    batch.send({ id: pending, stream: freshStream(), events: [{}], final: false });
    await control('restart');
    await eventually(() => {
      if (batch.failure === undefined) throw new Error('The batch call did not fail.');
    });
    expect([status.CANCELLED, status.UNAVAILABLE]).toContain(batch.failure?.code);
    expect(batch.answers).toHaveLength(1);
  });

  itWithControl('A11.8 A14.10 serves the same client again after a restart, with all that it had answered', async () => {
    const stream = freshStream();
    const first = event();
    await client.appendToStream(stream, first, { expectedRevision: 'no_stream' });
    await control('restart');
    // The first call after a lost connection may fail; the one after it finds the node.
    const second = await eventually(() => client.appendToStream(stream, event(), { expectedRevision: 0n }));
    expect(second.nextExpectedRevision).toBe(1n);
    const followed = follow(client.subscribeToStream(stream));
    await followed.caughtUp();
    expect(followed.ids[0]).toBe(first.id);
    expect(followed.ids).toHaveLength(2);
    await followed.close();
  });

  itWithControl('A11.8 fails calls while it is stopped, and leaves nobody waiting', async () => {
    const other = connect({ defaultDeadline: '2000' });
    await other.appendToStream(freshStream(), event());
    await control('stop');
    await expect(other.appendToStream(freshStream(), event())).rejects.toThrow();
    await expect(readThrough(other.readStream(freshStream()))).rejects.toThrow();
    await control('start');
    expect((await eventually(() => other.appendToStream(freshStream(), event()))).success).toBe(true);
    await other.dispose();
  });

  itWhen(target.manners === true, 'a limit of production manners')('A14.8 lets 100 calls share a connection; more wait until one ends', async () => {
    const crowd = new Wire();
    const calls = Array.from({ length: 110 }, () => new ReadCall(crowd, { stream: freshStream(), subscription: true }));
    const confirmed = (): number => calls.filter((call) => call.kinds.includes('confirmation')).length;
    await eventually(() => {
      if (confirmed() < 100) throw new Error(`${confirmed()} of 100 subscriptions were confirmed.`);
    });
    await pause(200);
    expect(confirmed()).toBe(100);
    for (const call of calls.filter(({ kinds }) => kinds.length > 0).slice(0, 10)) call.close();
    await eventually(() => {
      if (confirmed() < 110) throw new Error(`${confirmed()} of 110 subscriptions were confirmed after ten had ended.`);
    });
    for (const call of calls) call.close();
    crowd.close();
  });

  it('A11.11 forgets calls that were cancelled, however many', async () => {
    const stream = freshStream();
    // With production manners a hundred that were not forgotten would block the connection.
    for (let round = 0; round < 4; round += 1) {
      const calls = await Promise.all(Array.from({ length: 60 }, () => new ReadCall(wire, { stream, subscription: true }).caughtUp()));
      for (const call of calls) call.close();
    }
    expect((await classicAppend(wire, stream, 'any', [{}])).answer?.hasSuccess()).toBe(true);
  });

  it('A11.11 ends a cancelled read and serves the next', async () => {
    const stream = freshStream();
    await client.appendToStream(stream, Array.from({ length: 500 }, () => event()));
    for (let round = 0; round < 10; round += 1) {
      for await (const { event: found } of client.readStream(stream)) {
        expect(found?.revision).toBe(0n);
        break;
      }
    }
    expect((await new ReadCall(wire, { stream, count: 3n }).over()).revisions).toEqual([0, 1, 2]);
  });
});
