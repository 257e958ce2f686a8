import type { AppendReq, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { sharedPb, streamsPb } from './protocol.js';
import type { RawEvent, RecordedRawEvent } from './raw-event.js';

const json = 'application/json';
const bytes = 'application/octet-stream';
const everything = String(Number.MAX_SAFE_INTEGER);
const ticksPerMillisecond = 10_000n;

const identifier = (stream: string): InstanceType<typeof sharedPb.StreamIdentifier> =>
  new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream, 'utf8'));

function reading(count: string): ReadReq.Options {
  const textIds = new streamsPb.ReadReq.Options.UUIDOption().setString(new sharedPb.Empty());
  return new streamsPb.ReadReq.Options().setUuidOption(textIds).setCount(count).setNoFilter(new sharedPb.Empty());
}

const request = (options: ReadReq.Options): ReadReq => new streamsPb.ReadReq().setOptions(options);

/** Where in the whole log a read begins: at its start, its end, or at a position this server gave out. */
export type Place = 'start' | 'end' | bigint;

function wholeLog(from: Place): ReadReq.Options.AllOptions {
  const all = new streamsPb.ReadReq.Options.AllOptions();
  if (from === 'start') return all.setStart(new sharedPb.Empty());
  if (from === 'end') return all.setEnd(new sharedPb.Empty());
  return all.setPosition(new streamsPb.ReadReq.Options.Position().setCommitPosition(String(from)).setPreparePosition(String(from)));
}

/** A position of the whole log is inclusive forwards and exclusive backwards. */
export const readingAll = (from: Place, backwards = false, count = everything): ReadReq =>
  request(reading(count).setAll(wholeLog(from)).setReadDirection(backwards ? 1 : 0));

export function readingStream(stream: string, from: bigint | 'end', count = everything): ReadReq {
  const options = new streamsPb.ReadReq.Options.StreamOptions().setStreamIdentifier(identifier(stream));
  if (from === 'end') options.setEnd(new sharedPb.Empty());
  else options.setRevision(String(from));
  return request(reading(count).setStream(options).setReadDirection(from === 'end' ? 1 : 0));
}

/** A live subscription to the whole log, from after the place given; prefixes of stream names or of types are tested on the server. */
export function subscribing(from: Place, only: { readonly streams?: readonly string[]; readonly types?: readonly string[] }): ReadReq {
  const options = reading(everything).setAll(wholeLog(from)).setSubscription(new streamsPb.ReadReq.Options.SubscriptionOptions());
  const filter = new streamsPb.ReadReq.Options.FilterOptions().setMax(32).setCheckpointintervalmultiplier(32);
  const prefixes = (list: readonly string[]): ReadReq.Options.FilterOptions.Expression =>
    new streamsPb.ReadReq.Options.FilterOptions.Expression().setPrefixList([...list]);
  if (only.streams !== undefined && only.streams.length > 0) options.setFilter(filter.setStreamIdentifier(prefixes(only.streams)));
  else if (only.types !== undefined && only.types.length > 0) options.setFilter(filter.setEventType(prefixes(only.types)));
  return request(options);
}

/** Null for messages that carry no event. */
export function eventIn(answer: ReadResp): RecordedRawEvent | null {
  const found = answer.getEvent();
  // A link is carried as it is written; what it points to is its own event elsewhere.
  const event = found?.getLink() ?? found?.getEvent();
  if (event === undefined) return null;
  const properties = event.getMetadataMap();
  return {
    stream: Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'),
    revision: BigInt(event.getStreamRevision()), id: event.getId()?.getString().toLowerCase() ?? '',
    type: properties.get('type') ?? '', isJson: properties.get('content-type') === json,
    data: Buffer.from(event.getData_asU8()), metadata: Buffer.from(event.getCustomMetadata_asU8()),
    position: BigInt(event.getCommitPosition()),
    created: new Date(Number(BigInt(properties.get('created') ?? '0') / ticksPerMillisecond)).toISOString(),
  };
}

/** The upload of one append whose first event must become exactly its own revision. */
export function appending(events: readonly [RawEvent, ...RawEvent[]]): AppendReq[] {
  const [first] = events;
  const options = new streamsPb.AppendReq.Options().setStreamIdentifier(identifier(first.stream));
  if (first.revision === 0n) options.setNoStream(new sharedPb.Empty());
  else options.setRevision(String(first.revision - 1n));
  return [new streamsPb.AppendReq().setOptions(options), ...events.map(proposing)];
}

function proposing(event: RawEvent): AppendReq {
  const message = new streamsPb.AppendReq.ProposedMessage()
    .setId(new sharedPb.UUID().setString(event.id)).setData(event.data).setCustomMetadata(event.metadata);
  message.getMetadataMap().set('type', event.type).set('content-type', event.isJson ? json : bytes);
  return new streamsPb.AppendReq().setProposedMessage(message);
}
