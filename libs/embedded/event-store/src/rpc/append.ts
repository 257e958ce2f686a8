import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';

import type { AppendOutcome } from '../log/append-request.js';
import type { ExpectedRevision } from '../log/expected-revision.js';
import type { ProposedEvent } from '../log/recorded-event.js';
import { sizeOf } from '../log/recorded-event.js';
import type { AppendMessage } from './append-message.js';
import type { Visitor } from './gate.js';
import type { Node } from './node.js';
import { parseExpectedRevision } from './parse-expected-revision.js';
import { parseProposedEvent, parseStreamName } from './parse-proposed-event.js';
import { sharedPb, streamsPb } from './protocol.js';
import type { Refusal } from './refusal.js';
import {
  accessDenied, appendTooLarge, cannotServe, internal, invalidArgument, refusalOf, RefusedError, stopping, streamDeleted, timedOut, unavailable,
} from './refusal.js';
import { onUploadEnd } from './whole-upload.js';
import { lengthDelimited } from './wire.js';

/** The answer is serialised here, because one field of it is written by hand. */
type AppendCall = ServerReadableStream<AppendMessage, Buffer>;

/** AppendResp.wrong_expected_version */
const WRONG_VERSION_FIELD = 2;
const OLD_EXPECTED_REVISION = 3;
/** The older form of "no stream": revision 2^64 - 1 in expected_revision_20_6_0, which the generated setter cannot hold. */
const OLD_EXPECTED_NO_STREAM = Buffer.from([OLD_EXPECTED_REVISION << 3, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]);

interface Target {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

/** The classic append: options first, then one message an event, then one answer. */
export function appendHandler(node: Node) {
  return (call: AppendCall, callback: sendUnaryData<Buffer>): void => {
    const upload = new AppendUpload(node.maxAppendBytes);
    const visitor = upload.welcome(() => node.gate.admit(call.metadata));
    let abandoned = false;
    // A node that stops need not wait for an upload that may never end. Nothing of it was appended.
    const forget = node.openCalls.add(() => {
      abandoned = true;
      callback(stopping());
    });
    call.on('data', (message: AppendMessage) => {
      if (!abandoned) upload.take(message);
    });
    call.on('error', () => forget());
    call.on('cancelled', () => forget());
    // Refusals too wait for the end of the upload, so that there is one place where a call is answered, once.
    const unlessAbandoned = (answer: () => void): void => {
      forget();
      if (!abandoned) answer();
    };
    onUploadEnd(call, node.now, {
      whole: () => unlessAbandoned(() => finish(node, upload, visitor, callback)),
      late: () => unlessAbandoned(() => callback(timedOut())),
    });
  };
}

function finish(node: Node, upload: AppendUpload, visitor: Visitor | undefined, callback: sendUnaryData<Buffer>): void {
  const { target, refusal } = upload;
  if (target === undefined || visitor === undefined) return callback(refusal ?? invalidArgument('The append has no options.'));
  const proceed = (allowed: boolean): void => {
    if (!allowed) return callback(accessDenied('This user may not append to the stream.'));
    if (refusal !== undefined) return callback(refusal);
    node.sequencer.append({ intent: 'append', ...target, events: upload.events }, node.writeTimeoutMs).then(
      (outcome) => answerWith(outcome, target, callback),
      () => callback(internal()),
    );
  };
  const allowed = visitor.may('write', target.stream);
  if (typeof allowed === 'boolean') return proceed(allowed);
  allowed.then(proceed, (error: unknown) => callback(refusalOf(error, cannotServe)));
}

class AppendUpload {
  target: Target | undefined;
  refusal: Refusal | undefined;
  readonly events: ProposedEvent[] = [];
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** Who calls, or nothing when that was refused. */
  welcome(admit: () => Visitor): Visitor | undefined {
    return this.attempt(admit);
  }

  take({ options, proposed }: AppendMessage): void {
    if (this.refusal !== undefined) return;
    this.attempt(() => {
      if (options !== undefined) this.target = parseTarget(options);
      if (proposed === undefined) return;
      const event = parseProposedEvent(proposed);
      this.bytes += sizeOf(event);
      if (this.bytes > this.maxBytes) throw new RefusedError(appendTooLarge(this.maxBytes));
      this.events.push(event);
    });
  }

  private attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.refusal = refusalOf(error, internal);
      return undefined;
    }
  }
}

function parseTarget(options: AppendReq.Options): Target {
  return {
    stream: parseStreamName(options.getStreamIdentifier()?.getStreamName_asU8()),
    expected: parseExpectedRevision(options, options.hasRevision() ? options.getRevision() : undefined),
  };
}

function answerWith(outcome: AppendOutcome, target: Target, answer: sendUnaryData<Buffer>): void {
  switch (outcome.kind) {
    case 'appended':
      return answer(null, Buffer.from(new streamsPb.AppendResp().setSuccess(success(outcome.revision, outcome.position)).serializeBinary()));
    case 'wrong-version':
      return answer(null, lengthDelimited(WRONG_VERSION_FIELD, wrongVersion(target.expected, outcome.current)));
    case 'deleted':
      return answer(streamDeleted(target.stream));
    case 'timeout':
      return answer(timedOut());
    case 'unavailable':
      return answer(unavailable());
  }
}

function success(revision: number, position: number | undefined): AppendResp.Success {
  const message = new streamsPb.AppendResp.Success();
  if (revision < 0) message.setNoStream(new sharedPb.Empty());
  else message.setCurrentRevision(String(revision));
  if (position === undefined) return message.setNoPosition(new sharedPb.Empty());
  const at = new streamsPb.AppendResp.Position();
  return message.setPosition(at.setCommitPosition(String(position)).setPreparePosition(String(position)));
}

/** Both generations of fields are filled: older clients read the first, newer ones the second. */
function wrongVersion(expected: ExpectedRevision, current: number): Uint8Array {
  const message = new streamsPb.AppendResp.WrongExpectedVersion();
  const empty = new sharedPb.Empty();
  if (current < 0) message.setNoStream2060(empty).setCurrentNoStream(empty);
  else message.setCurrentRevision2060(current).setCurrentRevision(String(current));
  switch (expected.kind) {
    case 'any':
      return message.setAny2060(empty).setExpectedAny(empty).serializeBinary();
    case 'stream-exists':
      return message.setStreamExists2060(empty).setExpectedStreamExists(empty).serializeBinary();
    case 'no-stream':
      return Buffer.concat([OLD_EXPECTED_NO_STREAM, message.setExpectedNoStream(empty).serializeBinary()]);
    case 'revision':
      return message.setExpectedRevision2060(expected.revision).setExpectedRevision(String(expected.revision)).serializeBinary();
  }
}
