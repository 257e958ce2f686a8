import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Metadata, ServiceError } from '@grpc/grpc-js';

import { eventually } from './target.js';
import type { Failure, Wire } from './wire.js';
import { failureOf, identifier, sharedPb, streamsPb } from './wire.js';

export interface WireFilter {
  readonly on: 'stream' | 'type';
  readonly regex?: string;
  readonly prefixes?: readonly string[];
  /** `undefined` sends `count`, which lets the server choose its window. */
  readonly max?: number;
  readonly multiplier?: number;
}

export interface WireRead {
  /** Nothing means the whole log. */
  readonly stream?: string;
  /** A revision, or a position of the whole log. */
  readonly from?: 'start' | 'end' | bigint;
  readonly backwards?: boolean;
  readonly count?: bigint;
  readonly subscription?: boolean;
  readonly resolveLinks?: boolean;
  readonly filter?: WireFilter;
  readonly uuid?: 'string' | 'structured' | 'missing';
  readonly compatibility?: number;
}

export function readRequest(read: WireRead): ReadReq {
  const empty = new sharedPb.Empty();
  const options = new streamsPb.ReadReq.Options().setReadDirection(read.backwards === true ? 1 : 0).setResolveLinks(read.resolveLinks ?? false);
  const from = read.from ?? 'start';
  if (read.stream === undefined) {
    const all = new streamsPb.ReadReq.Options.AllOptions();
    if (from === 'start') all.setStart(empty);
    else if (from === 'end') all.setEnd(empty);
    else all.setPosition(new streamsPb.ReadReq.Options.Position().setCommitPosition(String(from)).setPreparePosition(String(from)));
    options.setAll(all);
  } else {
    const stream = new streamsPb.ReadReq.Options.StreamOptions().setStreamIdentifier(identifier(read.stream));
    if (from === 'start') stream.setStart(empty);
    else if (from === 'end') stream.setEnd(empty);
    else stream.setRevision(String(from));
    options.setStream(stream);
  }
  if (read.subscription === true) options.setSubscription(new streamsPb.ReadReq.Options.SubscriptionOptions());
  else options.setCount(String(read.count ?? 9_007_199_254_740_991n));
  if (read.filter === undefined) options.setNoFilter(empty);
  else options.setFilter(filterOptions(read.filter));
  const uuid = new streamsPb.ReadReq.Options.UUIDOption();
  if (read.uuid !== 'missing') options.setUuidOption(read.uuid === 'structured' ? uuid.setStructured(empty) : uuid.setString(empty));
  if (read.compatibility !== undefined) {
    options.setControlOption(new streamsPb.ReadReq.Options.ControlOption().setCompatibility(read.compatibility));
  }
  return new streamsPb.ReadReq().setOptions(options);
}

function filterOptions(filter: WireFilter): InstanceType<typeof streamsPb.ReadReq.Options.FilterOptions> {
  const expression = new streamsPb.ReadReq.Options.FilterOptions.Expression().setRegex(filter.regex ?? '').setPrefixList([...(filter.prefixes ?? [])]);
  const options = new streamsPb.ReadReq.Options.FilterOptions().setCheckpointintervalmultiplier(filter.multiplier ?? 1);
  if (filter.on === 'stream') options.setStreamIdentifier(expression);
  else options.setEventType(expression);
  return filter.max === undefined ? options.setCount(new sharedPb.Empty()) : options.setMax(filter.max);
}

/** What kind of message arrived, in the words of the protocol. */
export function kindOf(message: ReadResp): string {
  if (message.hasEvent()) return 'event';
  if (message.hasConfirmation()) return 'confirmation';
  if (message.hasCheckpoint()) return 'checkpoint';
  if (message.hasStreamNotFound()) return 'stream_not_found';
  if (message.hasCaughtUp()) return 'caught_up';
  if (message.hasFellBehind()) return 'fell_behind';
  return 'other';
}

/** A read or a subscription below the client, with everything that arrived. */
export class ReadCall {
  readonly messages: ReadResp[] = [];
  failure: Failure | undefined;
  ended = false;
  private readonly call: ReturnType<Wire['streams']['read']>;

  constructor(wire: Wire, read: WireRead, headers: Metadata = wire.headers()) {
    this.call = wire.streams.read(readRequest(read), headers);
    this.call.on('data', (message: ReadResp) => void this.messages.push(message));
    this.call.on('error', (error: ServiceError) => void (this.failure = failureOf(error)));
    this.call.on('end', () => void (this.ended = true));
  }

  get kinds(): string[] {
    return this.messages.map(kindOf);
  }

  /** The recorded events that arrived, links aside. */
  get events(): InstanceType<typeof streamsPb.ReadResp.ReadEvent.RecordedEvent>[] {
    return this.messages.flatMap((message) => message.getEvent()?.getEvent() ?? []);
  }

  get ids(): string[] {
    return this.events.map((event) => event.getId()?.getString() ?? '');
  }

  get revisions(): number[] {
    return this.events.map((event) => Number(event.getStreamRevision()));
  }

  get checkpoints(): bigint[] {
    return this.messages.flatMap((message) => (message.hasCheckpoint() ? BigInt(message.getCheckpoint()?.getCommitPosition() ?? 0) : []));
  }

  /** Until it has said so often that it caught up. */
  async caughtUp(times = 1): Promise<this> {
    await this.until(() => this.kinds.filter((kind) => kind === 'caught_up').length >= times);
    return this;
  }

  async until(done: () => boolean): Promise<void> {
    await eventually(() => {
      if (!done()) throw new Error(`waited in vain; ${this.messages.length} messages arrived, the last: ${this.kinds.slice(-5).join(', ') || 'none'}; ${this.failure?.details ?? 'no failure'}`);
    });
  }

  /** Until the call is over, one way or the other. */
  async over(): Promise<this> {
    await this.until(() => this.ended || this.failure !== undefined);
    return this;
  }

  close(): void {
    this.call.cancel();
  }
}

/** A whole read, to its end. */
export function readAllOf(wire: Wire, read: WireRead): Promise<ReadCall> {
  return new ReadCall(wire, read).over();
}
