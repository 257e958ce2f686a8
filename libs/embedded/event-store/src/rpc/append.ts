import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { sendUnaryData, ServerReadableStream } from '@grpc/grpc-js';

import type { AppendOutcome } from '../log/append-request.js';
import type { ExpectedRevision } from '../log/expected-revision.js';
import type { ProposedEvent } from '../log/recorded-event.js';
import { sizeOf } from '../log/recorded-event.js';
import type { Node } from './node.js';
import { parseExpectedRevision } from './parse-expected-revision.js';
import { parseProposedEvent, parseStreamName } from './parse-proposed-event.js';
import { sharedPb, streamsPb } from './protocol.js';
import type { Refusal } from './refusal.js';
import { appendTooLarge, internal, invalidArgument, RefusedError, streamDeleted, timedOut, unavailable } from './refusal.js';

type AppendCall = ServerReadableStream<AppendReq, AppendResp>;

interface Target {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

/** The classic append: options first, then one message an event, then one answer. */
export function appendHandler(node: Node) {
  return (call: AppendCall, callback: sendUnaryData<AppendResp>): void => {
    const upload = new AppendUpload(node.maxAppendBytes);
    call.on('data', (message: AppendReq) => upload.take(message));
    call.on('error', () => undefined);
    // Refusals too wait for the end of the upload, so that there is one place where a call is answered, once.
    call.on('end', () => {
      const { target, refusal } = upload;
      if (refusal !== undefined) return callback(refusal);
      if (target === undefined) return callback(invalidArgument('The append has no options.'));
      node.sequencer.append({ intent: 'append', ...target, events: upload.events }, node.writeTimeoutMs).then(
        (outcome) => answerWith(outcome, target, callback),
        () => callback(internal()),
      );
    });
  };
}

class AppendUpload {
  target: Target | undefined;
  refusal: Refusal | undefined;
  readonly events: ProposedEvent[] = [];
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  take(message: AppendReq): void {
    if (this.refusal !== undefined) return;
    try {
      const options = message.getOptions();
      if (options !== undefined) this.target = parseTarget(options);
      const proposed = message.getProposedMessage();
      if (proposed === undefined) return;
      const event = parseProposedEvent(proposed);
      this.bytes += sizeOf(event);
      if (this.bytes > this.maxBytes) throw new RefusedError(appendTooLarge(this.maxBytes));
      this.events.push(event);
    } catch (error) {
      this.refusal = error instanceof RefusedError ? error.refusal : internal();
    }
  }
}

function parseTarget(options: AppendReq.Options): Target {
  return {
    stream: parseStreamName(options.getStreamIdentifier()?.getStreamName_asU8()),
    expected: parseExpectedRevision(options, options.hasRevision() ? options.getRevision() : undefined),
  };
}

function answerWith(outcome: AppendOutcome, target: Target, answer: sendUnaryData<AppendResp>): void {
  switch (outcome.kind) {
    case 'appended':
      return answer(null, new streamsPb.AppendResp().setSuccess(success(outcome.revision, outcome.position)));
    case 'wrong-version':
      return answer(null, new streamsPb.AppendResp().setWrongExpectedVersion(wrongVersion(target.expected, outcome.current)));
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
function wrongVersion(expected: ExpectedRevision, current: number): AppendResp.WrongExpectedVersion {
  const message = new streamsPb.AppendResp.WrongExpectedVersion();
  const empty = new sharedPb.Empty();
  if (current < 0) message.setNoStream2060(empty).setCurrentNoStream(empty);
  else message.setCurrentRevision2060(current).setCurrentRevision(String(current));
  switch (expected.kind) {
    case 'any':
      return message.setAny2060(empty).setExpectedAny(empty);
    case 'stream-exists':
      return message.setStreamExists2060(empty).setExpectedStreamExists(empty);
    case 'no-stream':
      // The older form says this by 2^64 - 1, which the generated setter cannot hold; only clients before 2021 read it.
      return message.setExpectedNoStream(empty);
    case 'revision':
      return message.setExpectedRevision2060(expected.revision).setExpectedRevision(String(expected.revision));
  }
}
