import { once } from 'node:events';

import { Server, ServerCredentials } from '@grpc/grpc-js';
import type { sendUnaryData, ServerReadableStream, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import featuresPb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendReq, AppendResp, ReadReq } from '@eventstore/db-client/generated/streams_pb.js';

import { smallEvent } from '../small-event.js';

/**
 * The ceiling: a server that speaks the protocol and does nothing else. It answers every append at
 * once and stores nothing; its reads are bytes made beforehand. Nothing can be faster through this
 * client and this gRPC library.
 */
const answers = new Map<number, Buffer[]>();

function append(call: ServerReadableStream<AppendReq, AppendResp>, callback: sendUnaryData<AppendResp>): void {
  let revision = -1;
  call.on('data', (message: AppendReq) => {
    const options = message.getOptions();
    if (options === undefined) revision += 1;
    else revision = options.hasRevision() ? Number(options.getRevision()) : -1;
  });
  call.on('end', () => {
    const position = new streamsPb.AppendResp.Position().setCommitPosition('1').setPreparePosition('1');
    callback(null, new streamsPb.AppendResp().setSuccess(new streamsPb.AppendResp.Success().setCurrentRevision(String(revision)).setPosition(position)));
  });
}

async function read(call: ServerWritableStream<ReadReq, Buffer>): Promise<void> {
  const count = Math.min(Number(call.request.getOptions()?.getCount() ?? 0), 10_000);
  const name = Buffer.from(call.request.getOptions()?.getStream()?.getStreamIdentifier()?.getStreamName_asU8() ?? []);
  const made = answers.get(count) ?? Array.from({ length: count }, (_, revision) => readAnswer(name, revision));
  answers.set(count, made);
  for (const answer of made) if (!call.write(answer)) await once(call, 'drain');
  call.end();
}

function readAnswer(stream: Buffer, revision: number): Buffer {
  const event = smallEvent(revision);
  const recorded = new streamsPb.ReadResp.ReadEvent.RecordedEvent()
    .setId(new sharedPb.UUID().setString(event.id))
    .setStreamIdentifier(new sharedPb.StreamIdentifier().setStreamName(stream))
    .setStreamRevision(String(revision)).setCommitPosition(String(400 * revision)).setPreparePosition(String(400 * revision))
    .setData(Buffer.from(JSON.stringify(event.data))).setCustomMetadata(Buffer.from(JSON.stringify(event.metadata)));
  recorded.getMetadataMap().set('type', event.type).set('content-type', 'application/json').set('created', '17000000000000000');
  const found = new streamsPb.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(String(400 * revision));
  return Buffer.from(new streamsPb.ReadResp().setEvent(found).serializeBinary());
}

const server = new Server();
server.addService(
  { ...streamsGrpc.StreamsService, read: { ...streamsGrpc.StreamsService.read, responseSerialize: (bytes: Buffer) => bytes } },
  { append, read: (call: ServerWritableStream<ReadReq, Buffer>) => void read(call) },
);
server.addService(featuresGrpc.ServerFeaturesService, {
  getSupportedMethods: (_call: ServerUnaryCall<Empty, SupportedMethods>, callback: sendUnaryData<SupportedMethods>) =>
    callback(null, new featuresPb.SupportedMethods().setEventStoreServerVersion('23.10.0')),
});
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  process.stdout.write(`esdb://127.0.0.1:${port}?tls=false\n`);
});
process.stdin.resume();
await once(process.stdin, 'end');
server.forceShutdown();
