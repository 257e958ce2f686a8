import { Server } from '@grpc/grpc-js';

import { readAppendMessage } from './append-message.js';
import { appendHandler } from './append.js';
import { batchAppendHandler } from './batch-append.js';
import { readBatchMessage } from './batch-message.js';
import { deleteHandler, tombstoneHandler } from './delete-stream.js';
import type { GossipFacts } from './gossip.js';
import { gossipHandler } from './gossip.js';
import { guardedRead } from './guarded-read.js';
import type { Node } from './node.js';
import { featuresGrpc, gossipGrpc, streamsGrpc } from './protocol.js';
import { readHandler } from './read.js';
import { supportedMethodsHandler } from './server-features.js';

const MAX_MESSAGE_BYTES = 20 * 1024 * 1024;
/** What a production server allows on one connection: more calls than this wait without a word. */
const MANNERLY_STREAMS = 100;

/** Binds the calls of the protocol; whatever is not named here is answered "unimplemented" at once. */
export function grpcServer(node: Node, gossip: GossipFacts, manners: boolean): Server {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
    ...(manners ? { 'grpc.max_concurrent_streams': MANNERLY_STREAMS } : {}),
  });
  const { StreamsService } = streamsGrpc;
  // These answers are encoded by hand, so they pass through as they are.
  const asIs = (bytes: Buffer): Buffer => bytes;
  server.addService(
    {
      ...StreamsService,
      read: { ...StreamsService.read, responseSerialize: asIs },
      append: { ...StreamsService.append, requestDeserialize: readAppendMessage, responseSerialize: asIs },
      batchAppend: { ...StreamsService.batchAppend, requestDeserialize: readBatchMessage },
    },
    {
      read: guardedRead(node.gate, readHandler(node)),
      append: appendHandler(node),
      batchAppend: batchAppendHandler(node),
      delete: deleteHandler(node),
      tombstone: tombstoneHandler(node),
    },
  );
  server.addService(featuresGrpc.ServerFeaturesService, { getSupportedMethods: supportedMethodsHandler(node.allowDeletes) });
  server.addService(gossipGrpc.GossipService, { read: gossipHandler(gossip) });
  return server;
}
