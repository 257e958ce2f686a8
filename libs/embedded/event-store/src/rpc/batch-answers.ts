import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';

import type { AppendOutcome } from '../log/append-request.js';
import type { ExpectedRevision } from '../log/expected-revision.js';
import type { BatchTarget, BatchUpload } from './batch-upload.js';
import { sharedPb, statusPb, streamsPb } from './protocol.js';
import type { Refusal } from './refusal.js';
import { lengthDelimited } from './wire.js';

/** How one append of a batch call ended: its success, or a status with one typed detail. */
export type BatchContent =
  | { readonly kind: 'success'; readonly message: BatchAppendResp.Success }
  | { readonly kind: 'error'; readonly code: number; readonly text: string; readonly type: string; readonly detail: Uint8Array };

/** The protocol has no answer that says "unavailable" for one append: such a call as a whole is ended instead. */
export type KnownOutcome = Exclude<AppendOutcome, { readonly kind: 'unavailable' }>;

const NOTHING = new Uint8Array(0);

export const BATCH_TIMEOUT: BatchContent = failure(status.DEADLINE_EXCEEDED, 'Timeout', 'Timeout', NOTHING);

export const BATCH_ACCESS_DENIED: BatchContent = failure(status.PERMISSION_DENIED, 'AccessDenied', 'AccessDenied', NOTHING);

export function unexpected(text: string): BatchContent {
  return failure(status.INVALID_ARGUMENT, text, 'BadRequest', new sharedPb.BadRequest().setMessage(text).serializeBinary());
}

export function refused(refusal: Refusal): BatchContent {
  const limit = refusal.metadata.get('maximum-append-size')[0];
  if (limit === undefined) return unexpected(refusal.details);
  const detail = new sharedPb.MaximumAppendSizeExceeded().setMaxappendsize(Number(limit));
  return failure(status.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', 'MaximumAppendSizeExceeded', detail.serializeBinary());
}

export function appended(outcome: KnownOutcome, target: BatchTarget): BatchContent {
  switch (outcome.kind) {
    case 'appended':
      return { kind: 'success', message: success(outcome.revision, outcome.position) };
    case 'wrong-version':
      return failure(status.ALREADY_EXISTS, 'WrongExpectedVersion', 'WrongExpectedVersion', wrongVersion(target.expected, outcome.current));
    case 'deleted':
      return failure(status.NOT_FOUND, 'StreamDeleted', 'StreamDeleted', streamDeleted(target.stream));
    case 'timeout':
      return BATCH_TIMEOUT;
  }
}

/** Echoes what was asked, so that the client can name the stream in its error. */
export function responseTo(correlationId: string, upload: BatchUpload, content: BatchContent): BatchAppendResp {
  const response = new streamsPb.BatchAppendResp().setCorrelationId(new sharedPb.UUID().setString(correlationId));
  response.setStreamIdentifier(new sharedPb.StreamIdentifier().setStreamName(Buffer.from(upload.target?.stream ?? '')));
  if (upload.target !== undefined) echoExpected(response, upload.target.expected);
  if (content.kind === 'success') return response.setSuccess(content.message);
  return response.setError(statusOf(content.code, content.text, content.type, content.detail));
}

function failure(code: number, text: string, type: string, detail: Uint8Array): BatchContent {
  return { kind: 'error', code, text, type: `type.googleapis.com/event_store.client.${type}`, detail };
}

function echoExpected(response: BatchAppendResp, expected: ExpectedRevision): void {
  const empty = new sharedPb.Empty();
  switch (expected.kind) {
    case 'any':
      response.setAny(empty);
      return;
    case 'no-stream':
      response.setNoStream(empty);
      return;
    case 'stream-exists':
      response.setStreamExists(empty);
      return;
    case 'revision':
      response.setStreamPosition(String(expected.revision));
  }
}

function success(revision: number, position: number | undefined): BatchAppendResp.Success {
  const message = new streamsPb.BatchAppendResp.Success();
  const empty = new sharedPb.Empty();
  if (revision < 0) message.setNoStream(empty);
  else message.setCurrentRevision(String(revision));
  if (position === undefined) return message.setNoPosition(empty);
  const at = new sharedPb.AllStreamPosition().setCommitPosition(String(position)).setPreparePosition(String(position));
  return message.setPosition(at);
}

function wrongVersion(expected: ExpectedRevision, current: number): Uint8Array {
  const message = new sharedPb.WrongExpectedVersion();
  const empty = new sharedPb.Empty();
  if (current < 0) message.setCurrentNoStream(empty);
  else message.setCurrentStreamRevision(String(current));
  switch (expected.kind) {
    case 'any':
      return message.setExpectedAny(empty).serializeBinary();
    case 'no-stream':
      return message.setExpectedNoStream(empty).serializeBinary();
    case 'stream-exists':
      return message.setExpectedStreamExists(empty).serializeBinary();
    case 'revision':
      return message.setExpectedStreamPosition(String(expected.revision)).serializeBinary();
  }
}

function streamDeleted(stream: string): Uint8Array {
  const identifier = new sharedPb.StreamIdentifier().setStreamName(Buffer.from(stream));
  return new sharedPb.StreamDeleted().setStreamIdentifier(identifier).serializeBinary();
}

/** Written by hand, because the class for "any message" belongs to a package that is not ours to import. */
function statusOf(code: number, text: string, type: string, detail: Uint8Array): InstanceType<typeof statusPb.Status> {
  const any = Buffer.concat([lengthDelimited(1, Buffer.from(type)), lengthDelimited(2, detail)]);
  const head = new statusPb.Status().setCode(code).setMessage(text).serializeBinary();
  return statusPb.Status.deserializeBinary(Buffer.concat([head, lengthDelimited(3, any)]));
}
