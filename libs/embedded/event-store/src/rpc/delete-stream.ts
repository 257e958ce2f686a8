import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { Metadata, sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';

import type { AppendIntent, AppendOutcome } from '../log/append-request.js';
import type { ExpectedRevision } from '../log/expected-revision.js';
import type { Node } from './node.js';
import { parseExpectedRevision } from './parse-expected-revision.js';
import { parseStreamName } from './parse-proposed-event.js';
import { streamsPb } from './protocol.js';
import {
  accessDenied,
  internal,
  invalidArgument,
  refusalOf,
  RefusedError,
  streamDeleted,
  timedOut,
  unavailable,
  wrongExpectedVersion,
} from './refusal.js';

export function deleteHandler(node: Node) {
  return (call: ServerUnaryCall<DeleteReq, DeleteResp>, callback: sendUnaryData<DeleteResp>): void => {
    remove(node, call.metadata, 'soft-delete', call.request.getOptions()).then(
      (position) => {
        const at = new streamsPb.DeleteResp.Position().setCommitPosition(position).setPreparePosition(position);
        callback(null, new streamsPb.DeleteResp().setPosition(at));
      },
      (error: unknown) => callback(refusalOf(error, internal)),
    );
  };
}

export function tombstoneHandler(node: Node) {
  return (call: ServerUnaryCall<TombstoneReq, TombstoneResp>, callback: sendUnaryData<TombstoneResp>): void => {
    remove(node, call.metadata, 'tombstone', call.request.getOptions()).then(
      (position) => {
        const at = new streamsPb.TombstoneResp.Position().setCommitPosition(position).setPreparePosition(position);
        callback(null, new streamsPb.TombstoneResp().setPosition(at));
      },
      (error: unknown) => callback(refusalOf(error, internal)),
    );
  };
}

async function remove(
  node: Node,
  headers: Metadata,
  intent: AppendIntent,
  options: DeleteReq.Options | TombstoneReq.Options | undefined,
): Promise<string> {
  const visitor = node.gate.admit(headers);
  // A record that can be deleted proves nothing; erasure destroys keys instead.
  if (!node.allowDeletes) throw new RefusedError(accessDenied('This event store deletes no streams.'));
  if (options === undefined) throw new RefusedError(invalidArgument('The request has no options.'));
  const stream = parseStreamName(options.getStreamIdentifier()?.getStreamName_asU8());
  const expected = parseExpectedRevision(options, options.hasRevision() ? options.getRevision() : undefined);
  if (!(await visitor.may('delete', stream))) throw new RefusedError(accessDenied('This user may not delete the stream.'));
  const outcome = await node.sequencer.append({ intent, stream, expected, events: [] }, node.writeTimeoutMs);
  return positionOf(outcome, stream, expected);
}

function positionOf(outcome: AppendOutcome, stream: string, expected: ExpectedRevision): string {
  switch (outcome.kind) {
    case 'appended':
      return String(outcome.position ?? 0);
    case 'wrong-version':
      throw new RefusedError(
        wrongExpectedVersion(stream, expectedCode(expected), outcome.current < 0 ? '' : String(outcome.current)),
      );
    case 'deleted':
      throw new RefusedError(streamDeleted(stream));
    case 'timeout':
      throw new RefusedError(timedOut());
    case 'unavailable':
      throw new RefusedError(unavailable());
  }
}

/** The numbers by which the protocol's trailers name an expectation. */
function expectedCode(expected: ExpectedRevision): string {
  switch (expected.kind) {
    case 'no-stream':
      return '-1';
    case 'any':
      return '-2';
    case 'stream-exists':
      return '-4';
    case 'revision':
      return String(expected.revision);
  }
}
