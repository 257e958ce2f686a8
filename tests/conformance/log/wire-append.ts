import { randomUUID } from 'node:crypto';

import type { AppendResp, BatchAppendReq, BatchAppendResp, DeleteResp, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServiceError } from '@grpc/grpc-js';
import type { Metadata } from '@grpc/grpc-js';

import { eventually } from './target.js';
import type { Failure, Outcome, Wire } from './wire.js';
import { failureOf, identifier, sharedPb, streamsPb, unary } from './wire.js';

export type Expected = 'any' | 'no_stream' | 'stream_exists' | bigint;

/** An event as it goes over the wire; whatever is left out has an ordinary value. */
export interface WireEvent {
  readonly id?: string;
  readonly properties?: Readonly<Record<string, string>>;
  readonly data?: Uint8Array;
  readonly metadata?: Uint8Array;
}

export const ORDINARY = { type: 'ConcernReceived', 'content-type': 'application/json' };

interface OptionsWithExpectation {
  setNoStream(value: InstanceType<typeof sharedPb.Empty>): unknown;
  setAny(value: InstanceType<typeof sharedPb.Empty>): unknown;
  setStreamExists(value: InstanceType<typeof sharedPb.Empty>): unknown;
}

function expect(options: OptionsWithExpectation, expected: Expected, exact: (revision: string) => unknown): void {
  if (expected === 'any') options.setAny(new sharedPb.Empty());
  else if (expected === 'no_stream') options.setNoStream(new sharedPb.Empty());
  else if (expected === 'stream_exists') options.setStreamExists(new sharedPb.Empty());
  else exact(String(expected));
}

type Proposed = InstanceType<typeof streamsPb.AppendReq.ProposedMessage> | InstanceType<typeof streamsPb.BatchAppendReq.ProposedMessage>;

function fill<T extends Proposed>(proposed: T, event: WireEvent): T {
  proposed.setId(new sharedPb.UUID().setString(event.id ?? randomUUID()));
  for (const [key, value] of Object.entries(event.properties ?? ORDINARY)) proposed.getMetadataMap().set(key, value);
  proposed.setData(event.data ?? Buffer.from('{}'));
  proposed.setCustomMetadata(event.metadata ?? new Uint8Array(0));
  return proposed;
}

/** The classic append: options first, then one message an event. */
export function classicAppend(wire: Wire, stream: string, expected: Expected, events: readonly WireEvent[], headers?: Metadata): Promise<Outcome<AppendResp>> {
  return unary<AppendResp>((answer) => {
    const call = wire.streams.append(headers ?? wire.headers(), answer);
    const options = new streamsPb.AppendReq.Options().setStreamIdentifier(identifier(stream));
    expect(options, expected, (revision) => options.setRevision(revision));
    call.write(new streamsPb.AppendReq().setOptions(options));
    for (const event of events) {
      call.write(new streamsPb.AppendReq().setProposedMessage(fill(new streamsPb.AppendReq.ProposedMessage(), event)));
    }
    call.end();
  });
}

/** The beginning of a classic append that is never completed. */
export function openAppend(wire: Wire, stream: string, events: readonly WireEvent[]): { cancel(): void } {
  const call = wire.streams.append(wire.headers(), () => undefined);
  const options = new streamsPb.AppendReq.Options().setStreamIdentifier(identifier(stream)).setAny(new sharedPb.Empty());
  call.write(new streamsPb.AppendReq().setOptions(options));
  for (const event of events) {
    call.write(new streamsPb.AppendReq().setProposedMessage(fill(new streamsPb.AppendReq.ProposedMessage(), event)));
  }
  return call;
}

export function deleteStream(wire: Wire, stream: string, expected: Expected): Promise<Outcome<DeleteResp>> {
  const options = new streamsPb.DeleteReq.Options().setStreamIdentifier(identifier(stream));
  expect(options, expected, (revision) => options.setRevision(revision));
  return unary<DeleteResp>((answer) => wire.streams.delete(new streamsPb.DeleteReq().setOptions(options), wire.headers(), answer));
}

export function tombstoneStream(wire: Wire, stream: string, expected: Expected): Promise<Outcome<TombstoneResp>> {
  const options = new streamsPb.TombstoneReq.Options().setStreamIdentifier(identifier(stream));
  expect(options, expected, (revision) => options.setRevision(revision));
  return unary<TombstoneResp>((answer) => wire.streams.tombstone(new streamsPb.TombstoneReq().setOptions(options), wire.headers(), answer));
}

export interface Chunk {
  readonly id?: string;
  /** Only the first chunk of an append names the stream and what is expected of it. */
  readonly stream?: string;
  readonly expected?: Expected;
  readonly events?: readonly WireEvent[];
  readonly final?: boolean;
  /** The moment, on the client's clock, by which the append must be done. */
  readonly deadline?: number;
}

export function chunk(from: Chunk): BatchAppendReq {
  const message = new streamsPb.BatchAppendReq().setCorrelationId(new sharedPb.UUID().setString(from.id ?? randomUUID()));
  message.setIsFinal(from.final ?? true);
  if (from.stream !== undefined) {
    const options = new streamsPb.BatchAppendReq.Options().setStreamIdentifier(identifier(from.stream));
    expect(options, from.expected ?? 'any', (revision) => options.setStreamPosition(revision));
    if (from.deadline !== undefined) options.setDeadline(timestamp(from.deadline));
    message.setOptions(options);
  }
  for (const event of from.events ?? []) message.addProposedMessages(fill(new streamsPb.BatchAppendReq.ProposedMessage(), event));
  return message;
}

type Deadline = ReturnType<InstanceType<typeof streamsPb.BatchAppendReq.Options>['getDeadline']>;

/** Field 6 of the options holds a `Timestamp`, whose class belongs to a package that is not ours to import. */
function timestamp(ms: number): Deadline {
  const seconds: number[] = [];
  for (let rest = Math.floor(ms / 1000); ; rest = Math.floor(rest / 128)) {
    if (rest < 128) {
      seconds.push(rest);
      break;
    }
    seconds.push((rest % 128) | 128);
  }
  return streamsPb.BatchAppendReq.Options.deserializeBinary(Buffer.from([0x32, seconds.length + 1, 0x08, ...seconds])).getDeadline();
}

/** One batch call, held open, with everything that was answered on it. */
export class BatchCall {
  readonly answers: BatchAppendResp[] = [];
  failure: Failure | undefined;
  ended = false;
  private readonly call: ReturnType<Wire['streams']['batchAppend']>;

  constructor(wire: Wire, headers = wire.headers()) {
    this.call = wire.streams.batchAppend(headers);
    this.call.on('data', (answer: BatchAppendResp) => void this.answers.push(answer));
    this.call.on('error', (error: ServiceError) => void (this.failure = failureOf(error)));
    this.call.on('end', () => void (this.ended = true));
  }

  send(from: Chunk): void {
    this.call.write(chunk(from));
  }

  /** The answer to one correlation id. */
  answerTo(id: string): Promise<BatchAppendResp> {
    return eventually(() => {
      const found = this.answers.find((answer) => answer.getCorrelationId()?.getString() === id);
      if (found === undefined) throw new Error(`No answer came for ${id}${this.failure === undefined ? '' : `: ${this.failure.details}`}.`);
      return found;
    });
  }

  close(): void {
    this.call.cancel();
  }
}

/** One append by a batch call of its own. */
export async function batchAppend(wire: Wire, stream: string, expected: Expected, events: readonly WireEvent[], more: Chunk = {}): Promise<BatchAppendResp> {
  const id = randomUUID();
  const batch = new BatchCall(wire);
  try {
    batch.send({ ...more, id, stream, expected, events });
    return await batch.answerTo(id);
  } finally {
    batch.close();
  }
}

/** The one detail of a batch error. */
export function detailOf(answer: BatchAppendResp): { readonly type: string; readonly value: Uint8Array } {
  const any = answer.getError()?.getDetails();
  if (any === undefined) throw new Error('The answer holds no error with details.');
  return { type: any.getTypeUrl(), value: any.getValue_asU8() };
}
