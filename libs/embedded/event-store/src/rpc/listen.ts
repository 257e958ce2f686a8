import { createServer as createHttpServer } from 'node:http';
import type { Server as NetServer, Socket } from 'node:net';
import { createServer as createNetServer } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { createServer as createTlsServer } from 'node:tls';

import type { Server as GrpcServer } from '@grpc/grpc-js';
import { ServerCredentials } from '@grpc/grpc-js';

import { answerHttp } from '../http/answer-http.js';
import { byFirstBytes } from '../http/first-bytes.js';
import type { EndPoint, TlsOptions } from '../options.js';
import { grpcServer } from './grpc-server.js';
import type { Node } from './node.js';

const CLOSE_PATIENCE_MS = 500;
const TLS_SETTINGS = { ALPNProtocols: ['h2', 'http/1.1'], handshakeTimeout: 10_000, noDelay: true };
const HTTP1_PATIENCE_MS = 10_000;

export interface ListenOptions {
  readonly host: string;
  readonly wantedPort: number;
  readonly advertisedHost: string;
  readonly manners: boolean;
  readonly tls: TlsOptions | undefined;
  readonly leader: EndPoint | undefined;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Opens the one port at which both the protocol (HTTP/2) and the watchers' HTTP/1.1 are answered. */
export async function listen(node: Node, options: ListenOptions): Promise<Listening> {
  let openDoor = (socket: Socket): void => void socket.destroy();
  const enter = (socket: Socket): void => {
    // A connection that breaks is met by whoever reads from it; unheard, its error would end the process.
    socket.on('error', () => undefined);
    openDoor(socket);
  };
  const server =
    options.tls === undefined
      ? createNetServer({ noDelay: true }, enter)
      : createTlsServer({ ...TLS_SETTINGS, cert: options.tls.certificate, key: options.tls.key }, enter);
  const sockets = trackSockets(server);
  const port = await bind(server, options.host, options.wantedPort);
  const { grpc, open } = openDoors(node, options, port);
  openDoor = open;
  return {
    port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await closeGrpc(grpc);
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

interface Doors {
  readonly grpc: GrpcServer;
  open(socket: Socket): void;
}

function openDoors(node: Node, { advertisedHost, manners, tls, leader }: ListenOptions, port: number): Doors {
  const self = { host: advertisedHost, port };
  const grpc = grpcServer(node, { self, leader, newId: node.newId, now: node.now }, manners);
  // Encryption ends at our own listener, so to this library every connection is a plain one.
  const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure());
  const http = createHttpServer(
    answerHttp(() => ({ holdsLog: node.sequencer.holdsLog, leads: leader === undefined, signsIn: tls !== undefined })),
  );
  http.setTimeout(HTTP1_PATIENCE_MS);
  const http2 = (socket: Socket): void => injector.injectConnection(socket);
  const http1 = (socket: Socket): void => void http.emit('connection', socket);
  return {
    grpc,
    open:
      tls === undefined
        ? (socket) => byFirstBytes(socket, { http2, http1 })
        : (socket) => ((socket as TLSSocket).alpnProtocol === 'h2' ? http2(socket) : http1(socket)),
  };
}

/** Those of HTTP/1.1 and those still shaking hands are known to nobody else when the port closes. */
function trackSockets(server: NetServer): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

function bind(server: NetServer, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      // Such as too many open files: the next connection may well be accepted again.
      server.on('error', () => undefined);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closeGrpc(server: GrpcServer): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.forceShutdown(), CLOSE_PATIENCE_MS);
    server.tryShutdown(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
