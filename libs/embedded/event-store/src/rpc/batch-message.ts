import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';

import { WireReader } from '../log/wire-reader.js';
import { streamsPb } from './protocol.js';

/** One message of a batch call. */
export interface BatchMessage {
  readonly content: BatchAppendReq;
  /** How long its sender is willing to wait, where that is said as a span of time and not as a moment. */
  readonly patienceMs: number | undefined;
}

const VARINT = 0;
const OPTIONS = 2;
const DEADLINE = 7;
/** Whole numbers come as unsigned 64 bits; in the upper half of those are the negative ones. */
const FIRST_NEGATIVE = 2 ** 63;

export function readBatchMessage(bytes: Buffer): BatchMessage {
  return { content: streamsPb.BatchAppendReq.deserializeBinary(bytes), patienceMs: patienceIn(bytes) };
}

/**
 * Newer clients say their deadline as a duration, in a field that the generated class does not know. It is found where
 * the fields come in the order of their numbers, as every client known to us writes them.
 */
function patienceIn(bytes: Buffer): number | undefined {
  const from = new WireReader(bytes);
  try {
    if (from.isAt(1)) from.span(1);
    if (!from.isAt(OPTIONS)) return undefined;
    const options = from.enter(OPTIONS);
    for (let field = 1; field < DEADLINE; field += 1) {
      if (from.isAt(field)) from.span(field);
      else if (from.isAt(field, VARINT)) from.number(field);
    }
    if (!from.isAt(DEADLINE)) return undefined;
    const duration = from.enter(DEADLINE);
    if (duration.to !== options.to) return undefined;
    const seconds = from.position < duration.to ? signed(from, 1) : 0;
    const nanos = from.position < duration.to ? signed(from, 2) : 0;
    return seconds * 1_000 + nanos / 1e6;
  } catch {
    return undefined;
  }
}

function signed(from: WireReader, field: number): number {
  if (!from.isAt(field, VARINT)) return 0;
  const value = from.number(field);
  return value < FIRST_NEGATIVE ? value : -1;
}
