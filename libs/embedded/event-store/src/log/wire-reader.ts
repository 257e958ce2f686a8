import { TOMBSTONE_REVISION } from './proposed-event.js';

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/** Where some bytes lie: `to` is the first that does not belong to them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Reads protocol buffer fields in the order in which they were written, and throws at any other. */
export class WireReader {
  private at = 0;

  constructor(private readonly buffer: Buffer) {}

  get atEnd(): boolean {
    return this.at === this.buffer.length;
  }

  get position(): number {
    return this.at;
  }

  /** Whether a field with this number comes next, of bytes unless said otherwise. */
  isAt(field: number, kind = LENGTH_DELIMITED): boolean {
    return this.buffer[this.at] === ((field << 3) | kind);
  }

  expect(field: number, kind: number): void {
    if (this.buffer[this.at++] !== ((field << 3) | kind)) throw damaged();
  }

  /** Steps into a nested message: says where it lies, and goes on reading at its first field. */
  enter(field: number): Span {
    this.expect(field, LENGTH_DELIMITED);
    const length = this.varint();
    if (this.at + length > this.buffer.length) throw damaged();
    return { from: this.at, to: this.at + length };
  }

  /** Steps over a field of bytes and says where they lie. */
  span(field: number): Span {
    const found = this.enter(field);
    this.at = found.to;
    return found;
  }

  /** Steps over bytes; returns where it stands then. */
  skip(length: number): number {
    this.at += length;
    if (this.at > this.buffer.length) throw damaged();
    return this.at;
  }

  varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.buffer[this.at++];
      if (byte === undefined) throw damaged();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  number(field: number): number {
    this.expect(field, VARINT);
    return this.varint();
  }

  revision(): number {
    const revision = this.varint();
    return Number.isSafeInteger(revision) ? revision : TOMBSTONE_REVISION;
  }
}

function damaged(): Error {
  return new Error('A stored event is damaged: its bytes are not those of an event message.');
}
