import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import sharedPb from '@eventstore/db-client/generated/shared_pb.js';
import statusPb from '@eventstore/db-client/generated/status_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { ChannelCredentials, ClientUnaryCall, ServiceError } from '@grpc/grpc-js';
import { credentials, Metadata } from '@grpc/grpc-js';

import { target, userOf } from './target.js';

/*
 * The protocol below the official client, which hides some forms of answers. The compiled definitions are those that the
 * client package ships.
 */
export { sharedPb, statusPb, streamsPb };

/** How a call ended that did not succeed. */
export interface Failure {
  readonly code: number;
  readonly details: string;
  readonly trailers: Readonly<Record<string, string>>;
}

export type Outcome<T> = { readonly answer: T; readonly failure?: undefined } | { readonly answer?: undefined; readonly failure: Failure };

export interface Address {
  readonly host: string;
  readonly port: number;
}

export function addressOf(connectionString: string): Address {
  const found = /^esdb(?:\+discover)?:\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^:,/?]+)(?::(\d+))?/.exec(connectionString);
  if (found === null) throw new Error('The connection string names no host.');
  return { host: found[1] ?? '', port: Number(found[2] ?? 2113) };
}

export function parameterOf(connectionString: string, name: string): string | undefined {
  return new RegExp(`[?&]${name}=([^&]*)`, 'i').exec(connectionString)?.[1];
}

export function channelCredentials(connectionString: string): ChannelCredentials {
  if (parameterOf(connectionString, 'tls') === 'false') return credentials.createInsecure();
  const authority = parameterOf(connectionString, 'tlsCAFile');
  return credentials.createSsl(authority === undefined ? null : readFileSync(decodeURIComponent(authority)), null, null, {
    rejectUnauthorized: parameterOf(connectionString, 'tlsVerifyCert') !== 'false',
  });
}

export interface User {
  readonly username: string;
  readonly password: string;
}

export function headers(user: User | undefined, more: Readonly<Record<string, string>> = {}): Metadata {
  const metadata = new Metadata();
  metadata.set('connection-name', 'conformance-wire');
  if (user !== undefined) metadata.set('authorization', `Basic ${Buffer.from(`${user.username}:${user.password}`).toString('base64')}`);
  for (const [key, value] of Object.entries(more)) metadata.set(key, value);
  return metadata;
}

function failureOf(error: ServiceError): Failure {
  const trailers: Record<string, string> = {};
  for (const [key, value] of Object.entries(error.metadata?.getMap() ?? {})) trailers[key] = value.toString();
  return { code: error.code, details: error.details, trailers };
}

/** Every service of one server, over one connection, each call with the user of the connection string. */
export class Wire {
  private readonly address: string;
  private readonly security: ChannelCredentials;
  readonly streams: InstanceType<typeof streamsGrpc.StreamsClient>;
  readonly user: User | undefined;

  constructor(
    readonly connectionString = target.connectionString,
    /** Channel options, and `via`: another address through which the server is reached under its own name. */
    { via, ...options }: Readonly<Record<string, number | string>> = {},
  ) {
    const { host, port } = addressOf(connectionString);
    this.address = String(via ?? `${host}:${port}`);
    this.security = channelCredentials(connectionString);
    this.user = userOf(connectionString);
    // A pool of its own: channels with equal settings would share one connection.
    this.streams = new streamsGrpc.StreamsClient(this.address, this.security, {
      'grpc.use_local_subchannel_pool': 1,
      'grpc.max_receive_message_length': 17 * 1024 * 1024,
      ...(via === undefined ? {} : { 'grpc.ssl_target_name_override': host, 'grpc.default_authority': `${host}:${port}` }),
      ...options,
    });
  }

  headers(more: Readonly<Record<string, string>> = {}): Metadata {
    return headers(this.user, more);
  }

  features(): Promise<Outcome<SupportedMethods>> {
    const client = new featuresGrpc.ServerFeaturesClient(this.address, this.security);
    return unary<SupportedMethods>((answer) => client.getSupportedMethods(new sharedPb.Empty(), this.headers(), answer)).finally(() => client.close());
  }

  gossip(): Promise<Outcome<ClusterInfo>> {
    const client = new gossipGrpc.GossipClient(this.address, this.security);
    return unary<ClusterInfo>((answer) => client.read(new sharedPb.Empty(), this.headers(), answer)).finally(() => client.close());
  }

  /** A call by its path alone, with an empty message. */
  call(path: string): Promise<Outcome<Buffer>> {
    const same = (bytes: Buffer): Buffer => bytes;
    return unary<Buffer>((answer) => this.streams.makeUnaryRequest(path, same, same, Buffer.alloc(0), this.headers(), { deadline: Date.now() + 10_000 }, answer));
  }

  close(): void {
    this.streams.close();
  }
}

export function unary<T>(start: (answer: (error: ServiceError | null, message?: T) => void) => ClientUnaryCall | unknown): Promise<Outcome<T>> {
  return new Promise((resolve, reject) => {
    start((error, message) => {
      if (error !== null) resolve({ failure: failureOf(error) });
      else if (message === undefined) reject(new Error('The call ended without an answer.'));
      else resolve({ answer: message });
    });
  });
}

export { failureOf };

export function identifier(stream: string): InstanceType<typeof sharedPb.StreamIdentifier> {
  return new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream));
}

export function newId(): string {
  return randomUUID();
}
