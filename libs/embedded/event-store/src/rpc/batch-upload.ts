import type { BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js';

import type { ExpectedRevision } from '../log/expected-revision.js';
import type { ProposedEvent } from '../log/recorded-event.js';
import { sizeOf } from '../log/recorded-event.js';
import type { BatchMessage } from './batch-message.js';
import { parseExpectedRevision } from './parse-expected-revision.js';
import { parseProposedEvent, parseStreamName, partsOf } from './parse-proposed-event.js';
import type { Refusal } from './refusal.js';
import { appendTooLarge, internal, refusalOf, RefusedError } from './refusal.js';

export interface BatchTarget {
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

const EVENT_OVERHEAD_BYTES = 256;
/** With the name of its stream. */
const UPLOAD_OVERHEAD_BYTES = 1_536;

/** The chunks of one append gathered so far. */
export class BatchUpload {
  target: BatchTarget | undefined;
  refusal: Refusal | undefined;
  deadline: number;
  readonly events: ProposedEvent[] = [];
  /** Ends the wait for the rest of it. */
  timer: NodeJS.Timeout | undefined;
  private bytes = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly beganAt: number,
    mostPatienceMs: number,
  ) {
    this.deadline = beganAt + mostPatienceMs;
  }

  /** About so much memory it holds. */
  get held(): number {
    return this.bytes + this.events.length * EVENT_OVERHEAD_BYTES + UPLOAD_OVERHEAD_BYTES;
  }

  take({ content, patienceMs }: BatchMessage): void {
    try {
      const options = content.getOptions();
      if (options !== undefined) this.readOptions(options, patienceMs);
      for (const proposed of content.getProposedMessagesList()) {
        const event = parseProposedEvent(partsOf(proposed));
        this.bytes += sizeOf(event);
        if (this.bytes > this.maxBytes) throw new RefusedError(appendTooLarge(this.maxBytes));
        this.events.push(event);
      }
    } catch (error) {
      this.refusal = refusalOf(error, internal);
    }
  }

  private readOptions(options: BatchAppendReq.Options, patienceMs: number | undefined): void {
    if (patienceMs !== undefined) this.deadline = Math.min(this.deadline, this.beganAt + patienceMs);
    const wanted = options.getDeadline();
    // Sent by the client as a moment on its own clock; ours decides, as on a real server.
    if (wanted !== undefined) {
      this.deadline = Math.min(this.deadline, wanted.getSeconds() * 1000 + wanted.getNanos() / 1e6);
    }
    this.target = {
      stream: parseStreamName(options.getStreamIdentifier()?.getStreamName_asU8()),
      expected: parseExpectedRevision(options, options.hasStreamPosition() ? options.getStreamPosition() : undefined),
    };
  }
}
