import { randomUUID } from 'node:crypto';
import { connect as dial, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';
import { credentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningEventStore } from './options.js';
import { sharedPb, streamsGrpc, streamsPb } from './rpc/protocol.js';
import { asAdmin, createThrowawayLog } from './testing/throwaway-log.js';
import type { ThrowawayLog } from './testing/throwaway-log.js';

describe('an append whose client dies in the middle of its upload', () => {
  let log: ThrowawayLog;
  let store: RunningEventStore;
  let line: Server;
  const sockets = new Set<Socket>();

  beforeAll(async () => {
    log = await createThrowawayLog();
    store = await log.start();
    line = createServer((client) => {
      const server = dial(store.port, '127.0.0.1');
      for (const socket of [client, server]) sockets.add(socket.on('error', () => undefined));
      client.pipe(server).pipe(client);
    });
    await new Promise<void>((resolve) => void line.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    line.close();
    await store.stop();
    await log.drop();
  });

  it('leaves nothing in the log, however much of it had arrived', async () => {
    for (let round = 0; round < 20; round += 1) {
      const address = line.address();
      const client = new streamsGrpc.StreamsClient(`127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, credentials.createInsecure());
      const upload = client.append(() => undefined).on('error', () => undefined);
      upload.write(optionsFor(`enquiry-${randomUUID()}`));
      for (let n = 0; n <= round % 3; n += 1) await new Promise<void>((resolve) => void upload.write(proposed(), () => resolve()));
      await new Promise((resolve) => setTimeout(resolve, 20));
      sockets.forEach((socket) => socket.destroy());
      sockets.clear();
      client.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { rows } = await asAdmin((admin) => admin.query('SELECT stream FROM log.event'), log.ownerUrl);
    expect(rows).toEqual([]);
  });
});

function optionsFor(stream: string): AppendReq {
  const name = new sharedPb.StreamIdentifier();
  name.setStreamName(Buffer.from(stream));
  return new streamsPb.AppendReq().setOptions(new streamsPb.AppendReq.Options().setStreamIdentifier(name).setNoStream(new sharedPb.Empty()));
}

function proposed(): AppendReq {
  const message = new streamsPb.AppendReq.ProposedMessage().setId(new sharedPb.UUID().setString(randomUUID())).setData(Buffer.from('{}'));
  message.getMetadataMap().set('type', 'ConcernReceived').set('content-type', 'application/json');
  return new streamsPb.AppendReq().setProposedMessage(message);
}
