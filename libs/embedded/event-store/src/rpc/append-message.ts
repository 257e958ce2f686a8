import type { AppendReq } from '@eventstore/db-client/generated/streams_pb.js';

import type { Span } from '../log/wire-reader.js';
import { WireReader } from '../log/wire-reader.js';
import type { ProposedParts } from './parse-proposed-event.js';
import { partsOf } from './parse-proposed-event.js';
import { streamsPb } from './protocol.js';

/** One message of a classic append: where it goes, or one event. */
export interface AppendMessage {
  readonly options: AppendReq.Options | undefined;
  readonly proposed: ProposedParts | undefined;
}

const PROPOSED_MESSAGE = 2;
const NOTHING = Buffer.alloc(0);

/**
 * The message that comes a thousand times in a bulk append is read by hand where it has the form in which every client
 * known to us writes it; the generated class, which takes any form, costs several times as much for each event.
 */
export function readAppendMessage(bytes: Buffer): AppendMessage {
  const proposed = usualForm(bytes);
  if (proposed !== undefined) return { options: undefined, proposed };
  const message = streamsPb.AppendReq.deserializeBinary(bytes);
  const other = message.getProposedMessage();
  return { options: message.getOptions(), proposed: other && partsOf(other) };
}

/** Fields in the order of their numbers, each at most once, an id in text form; nothing where the bytes are anything else. */
function usualForm(bytes: Buffer): ProposedParts | undefined {
  const from = new WireReader(bytes);
  if (!from.isAt(PROPOSED_MESSAGE)) return undefined;
  try {
    const message = from.enter(PROPOSED_MESSAGE);
    const uuid = from.enter(1);
    const id = from.span(2);
    const properties = readProperties(from, bytes);
    const metadata = from.isAt(3) ? cut(bytes, from.span(3)) : NOTHING;
    const data = from.isAt(4) ? cut(bytes, from.span(4)) : NOTHING;
    if (id.to !== uuid.to || message.to !== bytes.length || !from.atEnd || properties === undefined) return undefined;
    return { id: text(bytes, id), type: properties.get('type'), contentType: properties.get('content-type'), data, metadata };
  } catch {
    return undefined;
  }
}

function readProperties(from: WireReader, bytes: Buffer): ReadonlyMap<string, string> | undefined {
  const properties = new Map<string, string>();
  while (from.isAt(2)) {
    const entry = from.enter(2);
    const key = from.span(1);
    const value = from.span(2);
    if (value.to !== entry.to) return undefined;
    properties.set(text(bytes, key), text(bytes, value));
  }
  return properties;
}

const cut = (bytes: Buffer, { from, to }: Span): Buffer => bytes.subarray(from, to);

/** Throws at what may not be UTF-8: there the generated class has a reading of its own. */
function text(bytes: Buffer, { from, to }: Span): string {
  const found = bytes.toString('utf8', from, to);
  if (found.includes('\ufffd')) throw new RangeError('not UTF-8');
  return found;
}
