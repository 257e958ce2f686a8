import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';

import type { Gate, Visitor } from './gate.js';
import { accessDenied, cannotServe, refusalOf } from './refusal.js';

type ReadCall = ServerWritableStream<ReadReq, Buffer>;

const WHOLE_LOG = '$all';

/** Lets a read or subscription through once it is known that the caller may read the stream. */
export function guardedRead(gate: Gate, read: (call: ReadCall, visitor: Visitor) => void) {
  return (call: ReadCall): void => {
    const refuse = (error: unknown): void => void call.emit('error', refusalOf(error, cannotServe));
    const proceed = (visitor: Visitor, allowed: boolean): void => {
      if (call.cancelled) return;
      if (allowed) read(call, visitor);
      else call.emit('error', accessDenied('This user may not read the stream.'));
    };
    try {
      const visitor = gate.admit(call.metadata);
      const allowed = visitor.may('read', streamIn(call.request));
      if (typeof allowed === 'boolean') return proceed(visitor, allowed);
      allowed.then((known) => proceed(visitor, known), refuse);
    } catch (error) {
      refuse(error);
    }
  };
}

/** A request that names nothing is judged like the whole log; parsing refuses it afterwards. */
function streamIn(request: ReadReq): string {
  const name = request.getOptions()?.getStream()?.getStreamIdentifier()?.getStreamName_asU8();
  return name === undefined ? WHOLE_LOG : Buffer.from(name).toString('utf8');
}
