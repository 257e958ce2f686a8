import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';

import type { AppendOutcome } from '../log/append-request.js';
import { appended, BATCH_TIMEOUT, refused, responseTo, unexpected } from './batch-answers.js';
import { BatchUpload } from './batch-upload.js';
import type { Node } from './node.js';
import { cancelled } from './refusal.js';

type BatchCall = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

const REMEMBERED_IDS = 10_000;

/** Many appends over one stream, each named by a correlation id and answered exactly once. */
export function batchAppendHandler(node: Node) {
  return (call: BatchCall): void => {
    const batch = new BatchAppendCall(node, call);
    const forget = node.openCalls.add(() => call.emit('error', cancelled()));
    call.on('data', (message: BatchAppendReq) => batch.take(message));
    call.on('error', () => forget());
    call.on('cancelled', () => forget());
    call.on('end', () => {
      forget();
      void batch.settled().then(() => call.end());
    });
  };
}

class BatchAppendCall {
  private readonly uploads = new Map<string, BatchUpload>();
  /** The official client crashes on a second answer for one id, so answered ids are remembered for a good while. */
  private readonly answered = new Set<string>();
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly node: Node,
    private readonly call: BatchCall,
  ) {}

  take(message: BatchAppendReq): void {
    const id = message.getCorrelationId()?.getString() ?? '';
    if (this.answered.has(id)) return;
    const upload = this.uploads.get(id) ?? new BatchUpload(this.node.maxAppendBytes, this.node.now() + this.node.writeTimeoutMs);
    this.uploads.set(id, upload);
    upload.take(message);
    if (upload.deadline <= this.node.now()) return this.answer(id, upload, BATCH_TIMEOUT);
    if (upload.refusal !== undefined) return this.answer(id, upload, refused(upload.refusal));
    if (message.getIsFinal()) this.append(id, upload);
  }

  /** Resolves when everything taken so far has been answered. */
  async settled(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private append(id: string, upload: BatchUpload): void {
    const { target } = upload;
    this.uploads.delete(id);
    this.remember(id);
    if (target === undefined) return this.send(responseTo(id, upload, unexpected('The append has no options.')));
    const { sequencer, now } = this.node;
    const done = sequencer
      .append({ intent: 'append', ...target, events: upload.events }, upload.deadline - now())
      .then((outcome: AppendOutcome) => this.send(responseTo(id, upload, appended(outcome, target))))
      .finally(() => this.underWay.delete(done));
    this.underWay.add(done);
  }

  private answer(id: string, upload: BatchUpload, content: ReturnType<typeof refused>): void {
    this.uploads.delete(id);
    this.remember(id);
    this.send(responseTo(id, upload, content));
  }

  private send(response: BatchAppendResp): void {
    if (!this.call.cancelled && !this.call.destroyed) this.call.write(response);
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
