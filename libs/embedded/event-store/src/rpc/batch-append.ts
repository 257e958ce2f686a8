import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';

import type { BatchContent } from './batch-answers.js';
import { appended, BATCH_ACCESS_DENIED, BATCH_TIMEOUT, refused, responseTo, unexpected } from './batch-answers.js';
import type { BatchMessage } from './batch-message.js';
import type { BatchTarget } from './batch-upload.js';
import { BatchUpload } from './batch-upload.js';
import type { Visitor } from './gate.js';
import type { Node } from './node.js';
import type { Refusal } from './refusal.js';
import { cancelled, internal, invalidArgument, refusalOf, unavailable } from './refusal.js';

type BatchCall = ServerDuplexStream<BatchMessage, BatchAppendResp>;

const REMEMBERED_IDS = 10_000;
const MAX_ID_LENGTH = 64;
/** What one call may hold of appends that are not complete: a client sends them one after the other, or a few in turn. */
const MAX_UNFINISHED_BYTES = 16 * 1024 * 1024;
/** So long after its deadline the rest of an append may still come. The client has no clock of its own on these. */
const GRACE_MS = 5_000;

const TOO_MUCH_UNFINISHED = unexpected(`A batch call may hold at most ${MAX_UNFINISHED_BYTES} bytes of appends that are not complete.`);

/** Many appends over one stream, each named by a correlation id and answered exactly once. */
export function batchAppendHandler(node: Node) {
  return (call: BatchCall): void => {
    let visitor: Visitor;
    try {
      visitor = node.gate.admit(call.metadata);
    } catch (error) {
      call.emit('error', refusalOf(error, internal));
      return;
    }
    const batch = new BatchAppendCall(node, visitor, call);
    const forget = node.openCalls.add(() => batch.fail(cancelled()));
    const leave = (): void => {
      forget();
      batch.dropUnfinished();
    };
    call.on('data', (message: BatchMessage) => {
      batch.take(message);
      const room = node.sequencer.room();
      if (room === undefined || call.cancelled) return;
      // What is not read stays with the client, which is told to wait.
      call.pause();
      void room.then(() => call.resume());
    });
    call.on('error', leave);
    call.on('cancelled', leave);
    call.on('end', () => {
      leave();
      void batch.settled().then(() => batch.end());
    });
  };
}

class BatchAppendCall {
  private readonly uploads = new Map<string, BatchUpload>();
  /** The official client crashes on a second answer for one id, so answered ids are remembered for a good while. */
  private readonly answered = new Set<string>();
  private readonly underWay = new Set<Promise<void>>();
  private unfinishedBytes = 0;
  private over = false;

  constructor(
    private readonly node: Node,
    private readonly visitor: Visitor,
    private readonly call: BatchCall,
  ) {}

  take(message: BatchMessage): void {
    if (this.over) return;
    const id = message.content.getCorrelationId()?.getString() ?? '';
    // Without a name that can be said back no answer would find its append, which would then wait for ever.
    if (id === '' || id.length > MAX_ID_LENGTH) return this.fail(invalidArgument('An append of a batch call needs a correlation id: a UUID in text form.'));
    if (this.answered.has(id)) return;
    const begun = this.uploads.get(id);
    const upload = begun ?? new BatchUpload(this.node.maxAppendBytes, this.node.now(), this.node.writeTimeoutMs);
    if (begun !== undefined) this.unfinishedBytes -= begun.held;
    this.uploads.delete(id);
    upload.take(message);
    // What arrives too late is told so, whatever else is wrong with it; after that only the writing itself is timed.
    if (begun === undefined && upload.deadline <= this.node.now()) return this.answer(id, upload, BATCH_TIMEOUT);
    if (upload.refusal !== undefined) return this.answer(id, upload, refused(upload.refusal));
    if (message.content.getIsFinal()) return this.finish(id, upload);
    this.keepUnfinished(id, upload);
  }

  /** Nobody waits for their answers any longer. */
  dropUnfinished(): void {
    for (const { timer } of this.uploads.values()) clearTimeout(timer);
    this.uploads.clear();
    this.unfinishedBytes = 0;
  }

  /** Resolves when everything taken so far has been answered. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  end(): void {
    if (!this.over) this.call.end();
    this.over = true;
  }

  /** Ends the whole call: the client gives every append that waits for an answer this one, and connects afresh. */
  fail(refusal: Refusal): void {
    if (!this.over && !this.call.cancelled && !this.call.destroyed) this.call.emit('error', refusal);
    this.over = true;
  }

  private keepUnfinished(id: string, upload: BatchUpload): void {
    this.unfinishedBytes += upload.held;
    this.uploads.set(id, upload);
    upload.timer ??= setTimeout(() => this.giveUp(id, upload, BATCH_TIMEOUT), upload.deadline - this.node.now() + GRACE_MS);
    if (this.unfinishedBytes > MAX_UNFINISHED_BYTES) this.giveUp(id, upload, TOO_MUCH_UNFINISHED);
  }

  private giveUp(id: string, upload: BatchUpload, content: BatchContent): void {
    this.uploads.delete(id);
    this.unfinishedBytes -= upload.held;
    this.answer(id, upload, content);
  }

  private finish(id: string, upload: BatchUpload): void {
    const { target } = upload;
    clearTimeout(upload.timer);
    this.remember(id);
    if (target === undefined) return this.send(responseTo(id, upload, unexpected('The append has no options.')));
    const allowed = this.visitor.may('write', target.stream);
    const done = (typeof allowed === 'boolean' ? this.append(id, upload, target, allowed) : this.appendWhen(allowed, id, upload, target))
      // An append whose outcome nobody can tell, or whose right could not be looked up.
      .catch((error: unknown) => this.fail(refusalOf(error, unavailable)))
      .finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  private async appendWhen(allowed: Promise<boolean>, id: string, upload: BatchUpload, target: BatchTarget): Promise<void> {
    await this.append(id, upload, target, await allowed);
  }

  private async append(id: string, upload: BatchUpload, target: BatchTarget, allowed: boolean): Promise<void> {
    if (!allowed) return this.send(responseTo(id, upload, BATCH_ACCESS_DENIED));
    const { sequencer, now } = this.node;
    const outcome = await sequencer.append({ intent: 'append', ...target, events: upload.events }, upload.deadline - now());
    if (outcome.kind === 'unavailable') return this.fail(unavailable());
    this.send(responseTo(id, upload, appended(outcome, target)));
  }

  private answer(id: string, upload: BatchUpload, content: BatchContent): void {
    clearTimeout(upload.timer);
    this.remember(id);
    this.send(responseTo(id, upload, content));
  }

  private send(response: BatchAppendResp): void {
    if (!this.over && !this.call.cancelled && !this.call.destroyed) this.call.write(response);
  }

  private remember(id: string): void {
    this.answered.add(id);
    if (this.answered.size <= REMEMBERED_IDS) return;
    for (const oldest of this.answered) {
      this.answered.delete(oldest);
      break;
    }
  }
}
