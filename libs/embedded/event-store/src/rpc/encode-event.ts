import type { RecordedEvent } from '../log/recorded-event.js';
import { TOMBSTONE_REVISION } from '../log/recorded-event.js';

/*
 * The one message that is sent in bulk is written by hand, straight into one buffer: the generated
 * classes cost several times as much for each event. Field numbers are those of the protocol's
 * ReadResp; a test reads the result back with the generated classes.
 */
const LENGTH_DELIMITED = 2;
const TICKS_PER_MILLISECOND = '0000';
const LARGEST_REVISION = Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]);
const CONTENT_TYPE = Buffer.from('content-type');
const TYPE = Buffer.from('type');
const CREATED = Buffer.from('created');
const JSON_CONTENT = Buffer.from('application/json');
const BINARY_CONTENT = Buffer.from('application/octet-stream');

/** A ReadResp that carries one event, and the link through which it was found, if any. */
export function encodeReadEvent(event: RecordedEvent | undefined, link: RecordedEvent | undefined): Buffer {
  const eventParts = event === undefined ? undefined : partsOf(event);
  const linkParts = link === undefined ? undefined : partsOf(link);
  const position = (link ?? event)?.position ?? 0;
  let size = 1 + varintSize(position);
  if (eventParts !== undefined) size += fieldSize(eventParts.size);
  if (linkParts !== undefined) size += fieldSize(linkParts.size);
  const out = new Writer(fieldSize(size));
  out.lengthPrefix(1, size);
  if (event !== undefined && eventParts !== undefined) writeRecorded(out, 1, event, eventParts);
  if (link !== undefined && linkParts !== undefined) writeRecorded(out, 2, link, linkParts);
  out.number(3, position);
  return out.buffer;
}

interface Parts {
  readonly stream: Buffer;
  readonly type: Buffer;
  readonly contentType: Buffer;
  readonly size: number;
}

function partsOf(event: RecordedEvent): Parts {
  const stream = Buffer.from(event.stream, 'utf8');
  const type = Buffer.from(event.type, 'utf8');
  const contentType = event.isJson ? JSON_CONTENT : BINARY_CONTENT;
  const size =
    fieldSize(fieldSize(event.id.length)) +
    fieldSize(fieldSize(stream.length)) +
    1 + (event.revision === TOMBSTONE_REVISION ? LARGEST_REVISION.length : varintSize(event.revision)) +
    2 * (1 + varintSize(event.position)) +
    fieldSize(entrySize(TYPE, type.length)) +
    fieldSize(entrySize(CONTENT_TYPE, contentType.length)) +
    fieldSize(entrySize(CREATED, String(event.createdMs).length + TICKS_PER_MILLISECOND.length)) +
    fieldSize(event.metadata.length) +
    fieldSize(event.data.length);
  return { stream, type, contentType, size };
}

function writeRecorded(out: Writer, field: number, event: RecordedEvent, parts: Parts): void {
  out.lengthPrefix(field, parts.size);
  out.lengthPrefix(1, fieldSize(event.id.length));
  out.text(2, event.id);
  out.lengthPrefix(2, fieldSize(parts.stream.length));
  out.bytes(3, parts.stream);
  if (event.revision === TOMBSTONE_REVISION) out.rawNumber(3, LARGEST_REVISION);
  else out.number(3, event.revision);
  out.number(4, event.position);
  out.number(5, event.position);
  out.entry(6, TYPE, parts.type);
  out.entry(6, CONTENT_TYPE, parts.contentType);
  out.entry(6, CREATED, Buffer.from(`${event.createdMs}${TICKS_PER_MILLISECOND}`));
  out.bytes(7, event.metadata);
  out.bytes(8, event.data);
}

/** Every field number in use is below 16, so every key takes one byte. */
function fieldSize(length: number): number {
  return 1 + varintSize(length) + length;
}

function entrySize(key: Buffer, valueLength: number): number {
  return fieldSize(key.length) + fieldSize(valueLength);
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

class Writer {
  readonly buffer: Buffer;
  private at = 0;

  constructor(size: number) {
    this.buffer = Buffer.allocUnsafe(size);
  }

  number(field: number, value: number): void {
    this.buffer[this.at++] = field << 3;
    this.varint(value);
  }

  rawNumber(field: number, varint: Buffer): void {
    this.buffer[this.at++] = field << 3;
    this.at += varint.copy(this.buffer, this.at);
  }

  lengthPrefix(field: number, length: number): void {
    this.buffer[this.at++] = (field << 3) | LENGTH_DELIMITED;
    this.varint(length);
  }

  bytes(field: number, value: Buffer): void {
    this.lengthPrefix(field, value.length);
    this.at += value.copy(this.buffer, this.at);
  }

  text(field: number, value: string): void {
    this.lengthPrefix(field, value.length);
    this.at += this.buffer.write(value, this.at, 'latin1');
  }

  entry(field: number, key: Buffer, value: Buffer): void {
    this.lengthPrefix(field, entrySize(key, value.length));
    this.bytes(1, key);
    this.bytes(2, value);
  }

  private varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.buffer[this.at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.buffer[this.at++] = rest;
  }
}
