import { randomUUID } from 'node:crypto';

import { AccessDeniedError, EventStoreDBClient as Client, jsonEvent } from '@eventstore/db-client';
import type { BatchAppendReq as BatchAppendReqType, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServiceError } from '@grpc/grpc-js';
import { credentials, status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';

import { sharedPb, streamsGrpc, streamsPb } from './rpc/protocol.js';
import { startEventStore } from './start-event-store.js';
import { oneNode } from './testing/one-node.js';

const { log, store, client } = await oneNode();

describe('the node', () => {
  const event = () => jsonEvent({ type: 'ConcernReceived', data: {} });

  it.each(['0.0.0.0', '192.168.1.10', '::', 'log.example.org'])('refuses to listen on %s', async (host) => {
    const refused = startEventStore({ host, port: 0, ownerUrl: log.ownerUrl, url: log.url });
    await expect(refused).rejects.toThrow('listens on this machine only');
  });

  it('refuses to delete or tombstone unless it was configured to', async () => {
    const name = `enquiry-${randomUUID()}`;
    await client.appendToStream(name, event());
    await expect(client.deleteStream(name)).rejects.toBeInstanceOf(AccessDeniedError);
    await expect(client.tombstoneStream(name)).rejects.toBeInstanceOf(AccessDeniedError);
    const last = await client.appendToStream(name, event(), { expectedRevision: 0n });
    expect(last.nextExpectedRevision).toBe(1n);
  });

  it('can be found through gossip, as a cluster of one', async () => {
    const discovered = Client.connectionString(`esdb+discover://127.0.0.1:${store.port}?tls=false`);
    const done = await discovered.appendToStream(`enquiry-${randomUUID()}`, event());
    expect(done.success).toBe(true);
    await discovered.dispose();
  });

  it('lets no more than 100 calls share a connection, so that what hangs in production hangs here', async () => {
    // Clients of one process share a connection when their settings are equal, so this one differs from the other tests'.
    const crowd = Client.connectionString(`${store.connectionString}&keepAliveInterval=10001`);
    let confirmed = 0;
    const subscriptions = Array.from({ length: 130 }, () => crowd.subscribeToStream(`enquiry-${randomUUID()}`));
    for (const subscription of subscriptions) subscription.on('confirmation', () => (confirmed += 1)).on('error', () => undefined);
    const giveUp = Date.now() + 5_000;
    while (confirmed < 100 && Date.now() < giveUp) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await crowd.dispose();
    expect(confirmed).toBe(100);
  });

  describe('in a batch call', () => {
    type Batch = { send(request: BatchAppendReqType): void; answers: BatchAppendResp[]; answered(count: number): Promise<void>; close(): void };

    const openBatch = (): Batch => {
      const raw = new streamsGrpc.StreamsClient(`127.0.0.1:${store.port}`, credentials.createInsecure());
      const call = raw.batchAppend();
      const answers: BatchAppendResp[] = [];
      call.on('data', (answer: BatchAppendResp) => void answers.push(answer));
      call.on('error', () => undefined);
      return {
        send: (request) => void call.write(request),
        answers,
        // A little longer than needed: an answer too many would come after the last one.
        answered: async (count) => {
          const giveUp = Date.now() + 10_000;
          while (answers.length < count && Date.now() < giveUp) await new Promise((resolve) => setTimeout(resolve, 10));
          await new Promise((resolve) => setTimeout(resolve, 200));
        },
        close: () => {
          call.cancel();
          raw.close();
        },
      };
    };
    const request = (id: string, stream: string | undefined, events: number, bytes: number, final: boolean, late = false): BatchAppendReqType => {
      const message = new streamsPb.BatchAppendReq().setCorrelationId(new sharedPb.UUID().setString(id)).setIsFinal(final);
      if (stream !== undefined) {
        const identifier = new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream));
        const options = new streamsPb.BatchAppendReq.Options().setStreamIdentifier(identifier).setAny(new sharedPb.Empty());
        message.setOptions(options);
        if (late) options.setDeadline(longAgo());
      }
      for (let n = 0; n < events; n += 1) {
        const proposed = new streamsPb.BatchAppendReq.ProposedMessage().setId(new sharedPb.UUID().setString(randomUUID())).setData(Buffer.alloc(bytes, 120));
        proposed.getMetadataMap().set('type', 'ConcernReceived').set('content-type', 'application/octet-stream');
        message.addProposedMessages(proposed);
      }
      return message;
    };
    /** One second after the epoch, in field 6 where the client puts its deadline. */
    const longAgo = () => streamsPb.BatchAppendReq.Options.deserializeBinary(Buffer.from([0x32, 2, 0x08, 1])).getDeadline();

    it('gives exactly one answer for each correlation id, whatever follows a refusal', async () => {
      const batch = openBatch();
      const refused = randomUUID();
      const stream = `enquiry-${randomUUID()}`;
      batch.send(request(refused, stream, 2, 700_000, false));
      batch.send(request(refused, undefined, 1, 10, false));
      batch.send(request(refused, undefined, 1, 10, true));
      const accepted = randomUUID();
      batch.send(request(accepted, stream, 1, 10, false));
      batch.send(request(accepted, undefined, 2, 10, true));
      batch.send(request(accepted, stream, 1, 10, true));
      await batch.answered(2);
      const ids = batch.answers.map((answer) => answer.getCorrelationId()?.getString());
      expect(ids.sort()).toEqual([refused, accepted].sort());
      const success = batch.answers.find((answer) => answer.hasSuccess());
      expect(success?.getSuccess()?.getCurrentRevision()).toBe('2');
      batch.close();
    });

    it.each([
      ['none', undefined],
      ['one that is structured', new sharedPb.UUID().setStructured(new sharedPb.UUID.Structured().setMostSignificantBits('1').setLeastSignificantBits('2'))],
      ['an empty one', new sharedPb.UUID().setString('')],
      ['an endless one', new sharedPb.UUID().setString('x'.repeat(1_000))],
    ])('fails a call whose append has no correlation id that can be said back: %s', async (_case, id) => {
      const raw = new streamsGrpc.StreamsClient(`127.0.0.1:${store.port}`, credentials.createInsecure());
      const call = raw.batchAppend();
      const failed = new Promise<ServiceError>((resolve) => call.on('error', resolve).on('data', () => undefined));
      call.write(request(randomUUID(), `enquiry-${randomUUID()}`, 1, 10, true).setCorrelationId(id));
      expect(await failed).toMatchObject({ code: status.INVALID_ARGUMENT, details: expect.stringContaining('correlation id') });
      raw.close();
    });

    it('answers "timeout" to an append whose deadline has passed, before looking at its size', async () => {
      const batch = openBatch();
      const id = randomUUID();
      batch.send(request(id, `enquiry-${randomUUID()}`, 3, 700_000, true, true));
      await batch.answered(1);
      expect(batch.answers.map((answer) => answer.getError()?.getMessage())).toEqual(['Timeout']);
      batch.close();
    });
  });

  it('refuses events that could spoil a commit shared with others', async () => {
    const path = { credentials: { username: 'hub', password: 'unused' } };
    const zero = client.appendToStream('with\u0000zero', event(), path);
    const long = client.appendToStream('x'.repeat(3_000), event(), path);
    const noId = client.appendToStream('s', jsonEvent({ id: '00000000-0000-0000-0000-000000000000', type: 't', data: {} }), path);
    const noType = client.appendToStream('s', jsonEvent({ type: '', data: {} }), path);
    for (const refused of [zero, long, noId, noType]) await expect(refused).rejects.toMatchObject({ code: status.INVALID_ARGUMENT });
    const good = await client.appendToStream(`enquiry-${randomUUID()}`, event(), path);
    expect(good.success).toBe(true);
  });
});
