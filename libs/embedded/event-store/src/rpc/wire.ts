import { fieldSize, WireWriter } from '../log/wire-writer.js';

/** One field of a protocol message whose content is text, bytes or another message. */
export function lengthDelimited(field: number, content: Uint8Array): Buffer {
  const out = new WireWriter(fieldSize(content.length));
  out.bytes(field, Buffer.from(content.buffer, content.byteOffset, content.length));
  return out.buffer;
}
