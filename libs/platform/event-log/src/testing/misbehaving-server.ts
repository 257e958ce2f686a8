import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsPb from '@eventstore/db-client/generated/streams_pb.js';
import type { AppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { sendUnaryData, ServerDuplexStream, ServerReadableStream, ServerWritableStream, handleUnaryCall } from '@grpc/grpc-js';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { appendAnswer, confirmation, eventAnswer, failures, oneLeader, streamNotFound, supportedMethods } from './answers.js';
import { KeptEvents } from './kept-events.js';
import type { KeptEvent } from './kept-events.js';

/** What the next call of a kind is answered by; a script that has run out means good behaviour. */
export type AppendTrick =
  | 'stay silent' | 'commit, then stay silent' | 'commit, then fail' | 'commit, then cancel' | 'commit the first, then fail' | 'commit the first and another, then fail' | 'fail' | 'not leader' | 'say conflict' | 'say too large'
  | 'say denied' | 'answer nothing that makes sense';
export type ReadTrick = 'stay silent' | 'drip' | 'break off' | 'fail' | 'not leader' | 'say denied';
export type SubscriptionTrick = 'never confirm' | 'confirm, then stay silent' | 'end with OK' | 'fail' | 'cancel' | 'say everything twice' | 'say denied';

/** One call as the server saw it. */
export interface SeenCall {
  /** Address and port of the other side: one for each connection. */
  readonly peer: string;
  /** What was sent, for an append; empty for others. */
  readonly bytes: Buffer;
  readonly metadata: Readonly<Record<string, unknown>>;
}

const breakOffAfter = 3;
/** Milliseconds between events that drip. */
export const dripEvery = 50;

/** A peer that keeps a log well and answers as badly as its script says. Speaks plaintext, on this machine only. */
export class MisbehavingServer {
  readonly events = new KeptEvents();
  readonly script = { appends: [] as AppendTrick[], reads: [] as ReadTrick[], subscriptions: [] as SubscriptionTrick[] };
  readonly seen = { appends: [] as SeenCall[], reads: [] as SeenCall[], subscriptions: [] as SeenCall[], batchAppends: 0, features: 0 };
  /** Where "not leader" sends the client. */
  leaderPort = 0;
  /** Never answers who leads, which a client that discovers its node asks first. */
  silentGossip = false;
  private port = 0;

  private constructor(private readonly server: Server) {}

  /** On any free port unless told. Allows 100 calls on one connection, as a real server does: more wait without a word. */
  static async start(port = 0): Promise<MisbehavingServer> {
    const own = new MisbehavingServer(new Server({ 'grpc.max_concurrent_streams': 100, 'grpc.max_send_message_length': -1 }));
    await own.listen(port);
    return own;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  get discoveringUrl(): string {
    return `esdb+discover://127.0.0.1:${this.port}?tls=false`;
  }

  get listensAt(): number {
    return this.port;
  }

  stop(): void {
    this.server.forceShutdown();
  }

  private async listen(wanted: number): Promise<void> {
    const raw = streamsGrpc.StreamsService.append;
    this.server.addService(
      // Appends are kept as bytes too, because that is what a test compares.
      { ...streamsGrpc.StreamsService, append: { ...raw, requestDeserialize: (bytes: Buffer) => bytes } },
      {
        append: (call: ServerReadableStream<Buffer, AppendResp>, answer: sendUnaryData<AppendResp>) => this.append(call, answer),
        batchAppend: (call: ServerDuplexStream<unknown, unknown>) => {
          this.seen.batchAppends += 1;
          call.resume();
        },
        read: (call: ServerWritableStream<ReadReq, ReadResp>) => (call.request.getOptions()?.hasSubscription() ? this.subscribe(call) : void this.read(call)),
        delete: unimplemented, tombstone: unimplemented,
      },
    );
    const features: handleUnaryCall<unknown, ReturnType<typeof supportedMethods>> = (_, answer) => {
      this.seen.features += 1;
      answer(null, supportedMethods());
    };
    const gossip: handleUnaryCall<unknown, ReturnType<typeof oneLeader>> = (_, answer) => {
      if (!this.silentGossip) answer(null, oneLeader(this.port));
    };
    this.server.addService(featuresGrpc.ServerFeaturesService, { getSupportedMethods: features });
    this.server.addService(gossipGrpc.GossipService, { read: gossip });
    this.port = await new Promise((resolve, reject) => {
      this.server.bindAsync(`127.0.0.1:${wanted}`, ServerCredentials.createInsecure(), (error, bound) => (error ? reject(error) : resolve(bound)));
    });
  }

  private append(call: ServerReadableStream<Buffer, AppendResp>, answer: sendUnaryData<AppendResp>): void {
    const chunks: Buffer[] = [];
    call.on('data', (chunk: Buffer) => chunks.push(chunk));
    call.on('error', () => undefined);
    call.on('end', () => {
      const trick = this.script.appends.shift();
      this.seen.appends.push({ peer: call.getPeer(), bytes: Buffer.concat(chunks), metadata: call.metadata.getMap() });
      this.answerAppend(trick, chunks, answer);
    });
  }

  private answerAppend(trick: AppendTrick | undefined, chunks: readonly Buffer[], answer: sendUnaryData<AppendResp>): void {
    const [header, ...messages] = chunks.map((chunk) => streamsPb.AppendReq.deserializeBinary(chunk));
    const options = header?.getOptions();
    const stream = Buffer.from(options?.getStreamIdentifier()?.getStreamName_asU8() ?? '').toString();
    const expected = options?.hasNoStream() ? -1 : Number(options?.getRevision());
    const commit = (most = messages.length): ReturnType<KeptEvents['append']> =>
      this.events.append(stream, expected, messages.slice(0, most).flatMap((message) => message.getProposedMessage() ?? []));
    switch (trick) {
      case 'stay silent': return;
      case 'commit, then stay silent': return void commit();
      case 'commit, then fail': return void (commit(), answer(failures.unavailable()));
      case 'commit, then cancel': return void (commit(), answer(failures.cancelled()));
      case 'commit the first, then fail': return void (commit(1), answer(failures.unavailable()));
      case 'commit the first and another, then fail': return void (commit(1), this.events.put(stream, 1), answer(failures.unavailable()));
      case 'fail': return answer(failures.unavailable());
      case 'not leader': return answer(failures.notLeader(this.leaderPort));
      case 'say conflict': return answer(null, appendAnswer({ current: this.events.stream(stream).length - 1 }));
      case 'say too large': return answer(failures.tooLarge());
      case 'say denied': return answer(failures.denied());
      case 'answer nothing that makes sense': return answer(null, new streamsPb.AppendResp());
      case undefined: return answer(null, appendAnswer(commit()));
    }
  }

  private async read(call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> {
    this.seen.reads.push({ peer: call.getPeer(), bytes: Buffer.alloc(0), metadata: call.metadata.getMap() });
    call.on('error', () => undefined);
    const trick = this.script.reads.shift();
    if (trick === 'stay silent') return;
    if (trick === 'fail') return void call.emit('error', failures.unavailable());
    if (trick === 'say denied') return void call.emit('error', failures.denied());
    if (trick === 'not leader') return void call.emit('error', failures.notLeader(this.leaderPort));
    const found = this.found(call.request);
    if (found === null) call.write(streamNotFound('none'));
    for (const [sent, event] of (found ?? []).entries()) {
      if (call.cancelled) return;
      if (trick === 'break off' && sent === breakOffAfter) return void call.emit('error', failures.unavailable());
      if (trick === 'drip') await new Promise((resolve) => void setTimeout(resolve, dripEvery));
      call.write(eventAnswer(event));
    }
    call.end();
  }

  /** What a read is for; null when there is no such stream. */
  private found(request: ReadReq): readonly KeptEvent[] | null {
    const options = request.getOptions();
    const most = Number(options?.getCount());
    const stream = options?.getStream();
    if (stream) {
      const kept = this.events.stream(Buffer.from(stream.getStreamIdentifier()?.getStreamName_asU8() ?? '').toString());
      return kept.length === 0 ? null : kept.slice(Number(stream.getRevision()), Number(stream.getRevision()) + most);
    }
    if (options?.getReadDirection() === 1) return this.events.all.slice(-most).reverse();
    const from = Number(options?.getAll()?.getPosition()?.getCommitPosition() ?? 0);
    return this.events.all.filter((event) => event.position >= from).slice(0, most);
  }

  private subscribe(call: ServerWritableStream<ReadReq, ReadResp>): void {
    this.seen.subscriptions.push({ peer: call.getPeer(), bytes: Buffer.alloc(0), metadata: call.metadata.getMap() });
    call.on('error', () => undefined);
    const trick = this.script.subscriptions.shift();
    if (trick === 'never confirm') return;
    if (trick === 'say denied') return void call.emit('error', failures.denied());
    call.write(confirmation());
    if (trick === 'confirm, then stay silent') return;
    const options = call.request.getOptions();
    const prefixes = options?.getFilter()?.getStreamIdentifier()?.getPrefixList() ?? [''];
    let position = Number(options?.getAll()?.getPosition()?.getCommitPosition() ?? -1);
    const send = (): void => {
      for (const event of this.events.all) {
        if (event.position <= position) continue;
        position = event.position;
        if (prefixes.some((prefix) => event.stream.startsWith(prefix))) {
          call.write(eventAnswer(event));
          if (trick === 'say everything twice') call.write(eventAnswer(event));
        }
      }
    };
    send();
    if (trick === 'end with OK') return void call.end();
    if (trick === 'fail') return void call.emit('error', failures.unavailable());
    if (trick === 'cancel') return void call.emit('error', failures.cancelled());
    call.on('cancelled', this.events.onNews(send));
  }
}

const unimplemented: handleUnaryCall<unknown, never> = (_, answer) => answer({ code: 12, details: 'not here' });
