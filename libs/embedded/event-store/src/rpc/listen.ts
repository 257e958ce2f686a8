import { Server, ServerCredentials } from '@grpc/grpc-js';

import { appendHandler } from './append.js';
import { batchAppendHandler } from './batch-append.js';
import { deleteHandler, tombstoneHandler } from './delete-stream.js';
import { gossipHandler } from './gossip.js';
import type { Node } from './node.js';
import { featuresGrpc, gossipGrpc, streamsGrpc } from './protocol.js';
import { readHandler } from './read.js';
import { supportedMethodsHandler } from './server-features.js';

const MAX_MESSAGE_BYTES = 20 * 1024 * 1024;
/** What a production server allows on one connection: more calls than this wait without a word. */
const MANNERLY_STREAMS = 100;
const CLOSE_PATIENCE_MS = 500;

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Binds the calls of the protocol; whatever is not named here is answered "unimplemented" at once. */
export async function listen(node: Node, host: string, wantedPort: number, manners: boolean): Promise<Listening> {
  const server = new Server({
    'grpc.max_receive_message_length': MAX_MESSAGE_BYTES,
    'grpc.max_send_message_length': MAX_MESSAGE_BYTES,
    ...(manners ? { 'grpc.max_concurrent_streams': MANNERLY_STREAMS } : {}),
  });
  let port = wantedPort;
  server.addService(
    // Read answers are encoded by hand, so they pass through as they are.
    { ...streamsGrpc.StreamsService, read: { ...streamsGrpc.StreamsService.read, responseSerialize: (bytes: Buffer) => bytes } },
    {
      read: readHandler(node),
      append: appendHandler(node),
      batchAppend: batchAppendHandler(node),
      delete: deleteHandler(node),
      tombstone: tombstoneHandler(node),
    },
  );
  server.addService(featuresGrpc.ServerFeaturesService, { getSupportedMethods: supportedMethodsHandler(node.allowDeletes) });
  server.addService(gossipGrpc.GossipService, { read: gossipHandler(host, () => port, node.newId(), node.now) });
  port = await bind(server, host, wantedPort);
  return { port, close: () => close(server) };
}

function bind(server: Server, host: string, port: number): Promise<number> {
  const address = host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
  return new Promise((resolve, reject) => {
    server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) => (error === null ? resolve(bound) : reject(error)));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.forceShutdown(), CLOSE_PATIENCE_MS);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
