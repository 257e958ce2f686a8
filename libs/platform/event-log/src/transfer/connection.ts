import { EventStoreDBClient } from '@eventstore/db-client';
import type { AppendReq, AppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ClientReadableStream } from '@grpc/grpc-js';
import { TransferRefused } from './errors.js';
import { featuresGrpc, sharedPb, streamsGrpc } from './protocol.js';

export interface ConnectionOptions {
  /** `esdb://host:2113`, several hosts with commas, or `kurrentdb://…`; plaintext is for this machine only. */
  readonly url: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
}

/**
 * The official client's connection (discovery, TLS, credentials, reconnecting) with messages instead of its methods.
 * Everything that reaches past the client's published methods is in this file.
 */
export class Connection {
  private readonly client: EventStoreDBClient;
  private readonly credentials: { credentials?: { username: string; password: string } };
  /** `host:port` of the URL, for messages; never its credentials. */
  readonly place: string;
  readonly usesTls: boolean;

  /** @throws TransferRefused when the URL is unusable, or plaintext to another machine */
  constructor({ url, user, password }: ConnectionOptions) {
    const hosts = hostsIn(url);
    if (hosts === null) {
      throw new TransferRefused('The address of the event log is not usable. It looks like esdb://127.0.0.1:2113?tls=false or esdb://a.example.org:2113,b.example.org:2113?tls=true; a user or password in it must be percent-encoded.');
    }
    this.place = hosts;
    this.usesTls = !/[?&]tls=false/i.test(url);
    if (!this.usesTls && !/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(this.place)) {
      throw new TransferRefused(`${this.place} is another machine and the address says tls=false: nobody would be signed in and everything readable on the way. Use TLS.`);
    }
    this.client = connect(url.replace(/^(kurrentdb|kdb)/i, 'esdb'));
    this.credentials = user === undefined ? {} : { credentials: { username: user, password: password ?? '' } };
  }

  /**
   * A read or a subscription; ends only with its last event, an error or `cancel()`. Of the leader: a follower can lag behind,
   * and its end would be taken for the log's. A node that does not lead names the one that does, where the client goes next.
   */
  read(request: ReadReq): Promise<ClientReadableStream<ReadResp>> {
    const open = this.client['GRPCStreamCreator'](streamsGrpc.StreamsClient, 'read', (client) =>
      client.read(request, ...this.client['callArguments']({ ...this.credentials, requiresLeader: true }, { deadline: Infinity })));
    return open();
  }

  /** One classic append: the whole upload and its answer within `deadline` milliseconds. */
  append(messages: readonly AppendReq[], deadline: number): Promise<AppendResp> {
    return this.client['execute'](streamsGrpc.StreamsClient, 'append', (client) =>
      new Promise<AppendResp>((resolve, reject) => {
        const upload = client.append(...this.client['callArguments']({ ...this.credentials, requiresLeader: true, deadline }), (error, answer) =>
          error === null ? resolve(answer) : reject(error));
        upload.on('error', reject);
        for (const message of messages) upload.write(message);
        upload.end();
      }));
  }

  /** The version the server announces, or "unknown". */
  version(deadline: number): Promise<string> {
    return this.client['execute'](featuresGrpc.ServerFeaturesClient, 'getSupportedMethods', (client) =>
      new Promise<string>((resolve, reject) => {
        client.getSupportedMethods(new sharedPb.Empty(), ...this.client['callArguments']({ ...this.credentials, deadline }), (error, answer) =>
          error === null ? resolve(answer.getEventStoreServerVersion() || 'unknown') : reject(error));
      }));
  }

  close(): Promise<void> {
    return this.client.dispose();
  }
}

const host = /^(\[[0-9a-f:.%]+\]|[\w.-]+)(:\d+)?$/i;

/**
 * The hosts of an address as they are written, for messages; null when it is none. Everything up to the last `@` is about
 * signing in: a password may hold a mark that should have been encoded, and no part of it may pass for a host.
 */
function hostsIn(url: string): string | null {
  const [, body] = /^(?:esdb|kurrentdb|kdb)(?:\+discover)?:\/\/(.*)$/is.exec(url) ?? [];
  const [authority = '', query = ''] = (body ?? '').split('?', 2);
  // A question mark that should have been encoded: settings have names.
  if (/^[^=]*@/.test(query)) return null;
  const hosts = authority.slice(authority.lastIndexOf('@') + 1).replace(/\/+$/, '');
  return hosts.split(',').every((each) => host.test(each)) ? hosts : null;
}

/** The parser quotes the whole address when it fails, password and all: its words go no further. */
function connect(url: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(url);
  } catch {
    throw new TransferRefused('The address of the event log could not be read, or names a certificate that is not there. It looks like esdb://log.example.org:2113?tlsCAFile=/path/ca.pem.');
  }
}
