import type { Placing, ProposedEvent } from './proposed-event.js';
import type { Span } from './wire-reader.js';
import { WireReader } from './wire-reader.js';
import { fieldSize, varintSize, WireWriter } from './wire-writer.js';

/*
 * The one message that is sent in bulk is written and read by hand: the generated classes cost several times
 * as much for each event. Field numbers are those of the protocol's ReadResp; a test reads the result back
 * with the generated classes. These bytes are what the table holds, so fields are written in one fixed
 * order and read in the same: bytes in any other are not ours, or are damaged.
 */
const NUMBER = 0;
const BYTES = 2;
const CONTENT_TYPE = Buffer.from('content-type');
const TYPE = Buffer.from('type');
const CREATED = Buffer.from('created');
const JSON_CONTENT = Buffer.from('application/json');
const BINARY_CONTENT = Buffer.from('application/octet-stream');
/** The time on the wire is in ticks of 100 ns. */
const TICKS_PER_MILLISECOND = '0000';

/** What the bytes say. Payloads are given by their place in the bytes. */
export interface WireEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly type: string;
  readonly isJson: boolean;
  readonly createdMs: number;
  readonly data: Span;
  readonly metadata: Span;
  /** The recorded event alone, without what wraps it into an answer. */
  readonly body: Span;
}

export interface EncodedEvent {
  readonly wire: Buffer;
  /** What `decodeEvent` would say of the bytes: whoever writes them knows. */
  readonly said: WireEvent;
}

/** The answer to a read that carries this event and no link. */
export function encodeEvent(event: ProposedEvent, placing: Placing): EncodedEvent {
  const stream = Buffer.from(placing.stream, 'utf8');
  const type = Buffer.from(event.type, 'utf8');
  const contentType = event.isJson ? JSON_CONTENT : BINARY_CONTENT;
  const created = Buffer.from(`${placing.createdMs}${TICKS_PER_MILLISECOND}`);
  const bodySize =
    fieldSize(fieldSize(event.id.length)) +
    fieldSize(fieldSize(stream.length)) +
    1 + WireWriter.revisionSize(placing.revision) +
    2 * (1 + varintSize(placing.position)) +
    entryField(TYPE, type) + entryField(CONTENT_TYPE, contentType) + entryField(CREATED, created) +
    fieldSize(event.metadata.length) +
    fieldSize(event.data.length);
  const answerSize = fieldSize(bodySize) + 1 + varintSize(placing.position);
  const out = new WireWriter(fieldSize(answerSize));
  out.lengthPrefix(1, answerSize);
  out.lengthPrefix(1, bodySize);
  out.lengthPrefix(1, fieldSize(event.id.length));
  out.text(2, event.id);
  out.lengthPrefix(2, fieldSize(stream.length));
  out.bytes(3, stream);
  out.revision(3, placing.revision);
  out.number(4, placing.position);
  out.number(5, placing.position);
  out.entry(6, TYPE, type);
  out.entry(6, CONTENT_TYPE, contentType);
  out.entry(6, CREATED, created);
  out.bytes(7, event.metadata);
  out.bytes(8, event.data);
  out.number(3, placing.position);
  const wire = out.buffer;
  const bodyTo = wire.length - 1 - varintSize(placing.position);
  const dataFrom = bodyTo - event.data.length;
  const metadataTo = bodyTo - fieldSize(event.data.length);
  const said = {
    id: event.id, stream: placing.stream, revision: placing.revision, position: placing.position, type: event.type,
    isJson: event.isJson, createdMs: placing.createdMs,
    data: { from: dataFrom, to: bodyTo }, metadata: { from: metadataTo - event.metadata.length, to: metadataTo },
    body: { from: bodyTo - bodySize, to: bodyTo },
  };
  return { wire, said };
}

/** The answer that carries a link, and the event it leads to where there is one. Both are bodies of recorded events. */
export function linkAnswer(target: Buffer | undefined, link: Buffer, position: number): Buffer {
  const size = (target === undefined ? 0 : fieldSize(target.length)) + fieldSize(link.length) + 1 + varintSize(position);
  const out = new WireWriter(fieldSize(size));
  out.lengthPrefix(1, size);
  if (target !== undefined) out.bytes(1, target);
  out.bytes(2, link);
  out.number(3, position);
  return out.buffer;
}

/** Reads what `encodeEvent` wrote. Throws when the bytes are anything else. */
export function decodeEvent(wire: Buffer): WireEvent {
  const from = new WireReader(wire);
  from.enter(1);
  const body = from.enter(1);
  from.enter(1);
  const id = from.span(2);
  from.enter(2);
  const stream = from.span(3);
  from.expect(3, NUMBER);
  const revision = from.revision();
  from.expect(4, NUMBER);
  const position = from.varint();
  from.expect(5, NUMBER);
  from.varint();
  const type = entryValue(from);
  const contentType = entryValue(from);
  const created = entryValue(from);
  return {
    id: wire.toString('latin1', id.from, id.to),
    stream: wire.toString('utf8', stream.from, stream.to),
    revision,
    position,
    type: wire.toString('utf8', type.from, type.to),
    isJson: contentType.to - contentType.from === JSON_CONTENT.length,
    createdMs: Number(wire.toString('latin1', created.from, created.to - TICKS_PER_MILLISECOND.length)),
    metadata: from.span(7),
    data: from.span(8),
    body,
  };
}

/** Cuts a run of answers, one after the other in one buffer, into one buffer each without copying. */
export function* cutAnswers(run: Buffer): Generator<Buffer> {
  const from = new WireReader(run);
  for (let begin = 0; begin < run.length; ) {
    from.expect(1, BYTES);
    const end = from.skip(from.varint());
    yield run.subarray(begin, end);
    begin = end;
  }
}

function entryField(key: Buffer, value: Buffer): number {
  return fieldSize(fieldSize(key.length) + fieldSize(value.length));
}

function entryValue(from: WireReader): Span {
  from.enter(6);
  from.span(1);
  return from.span(2);
}
