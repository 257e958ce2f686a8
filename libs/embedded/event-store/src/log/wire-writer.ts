import { TOMBSTONE_REVISION } from './proposed-event.js';

const LENGTH_DELIMITED = 2;
const LARGEST_REVISION = Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]);

/** A field of bytes with its key and length. Every field number in use is below 16, so every key takes one byte. */
export function fieldSize(length: number): number {
  return 1 + varintSize(length) + length;
}

export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

/** Writes protocol buffer fields into a buffer of exactly the size that was reckoned beforehand. */
export class WireWriter {
  readonly buffer: Buffer;
  private at = 0;

  constructor(size: number) {
    this.buffer = Buffer.allocUnsafe(size);
  }

  static revisionSize(revision: number): number {
    return revision === TOMBSTONE_REVISION ? LARGEST_REVISION.length : varintSize(revision);
  }

  number(field: number, value: number): void {
    this.buffer[this.at++] = field << 3;
    this.varint(value);
  }

  revision(field: number, revision: number): void {
    if (revision !== TOMBSTONE_REVISION) return this.number(field, revision);
    this.buffer[this.at++] = field << 3;
    this.at += LARGEST_REVISION.copy(this.buffer, this.at);
  }

  lengthPrefix(field: number, length: number): void {
    this.buffer[this.at++] = (field << 3) | LENGTH_DELIMITED;
    this.varint(length);
  }

  bytes(field: number, value: Buffer): void {
    this.lengthPrefix(field, value.length);
    this.at += value.copy(this.buffer, this.at);
  }

  /** Text in which every character takes one byte. */
  text(field: number, value: string): void {
    this.lengthPrefix(field, value.length);
    this.at += this.buffer.write(value, this.at, 'latin1');
  }

  entry(field: number, key: Buffer, value: Buffer): void {
    this.lengthPrefix(field, fieldSize(key.length) + fieldSize(value.length));
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
