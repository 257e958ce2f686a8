import type { EventReader } from '../storage/event-reader.js';
import type { AppendOutcome, AppendRequest, QueuedAppend } from './append-request.js';
import { compareIds, judgeExpectedRevision } from './expected-revision.js';
import type { PositionIssuer } from './position-issuer.js';
import type { RecentIds } from './recent-ids.js';
import type { ProposedEvent } from './recorded-event.js';
import { describedStreamOf, METADATA_TYPE, metadataStreamOf, RecordedEvent, TOMBSTONE_REVISION, TOMBSTONE_TYPE } from './recorded-event.js';
import { isSoftDeleted, parseStreamMetadata, SOFT_DELETED, withTruncateBefore } from './stream-metadata.js';
import type { StreamStates } from './stream-states.js';

export interface BatchTools {
  readonly states: StreamStates;
  readonly recent: RecentIds;
  readonly positions: PositionIssuer;
  readonly reader: EventReader;
  readonly newId: () => string;
  readonly now: () => number;
}

/** Decides a run of appends one after the other, each seeing the ones before it, and collects one commit's rows. */
export class Batch {
  readonly rows: RecordedEvent[] = [];
  private readonly answers: (() => void)[] = [];

  constructor(private readonly tools: BatchTools) {}

  async add(append: QueuedAppend): Promise<void> {
    const outcome = await this.decide(append);
    this.answers.push(() => append.answer(outcome));
  }

  /** Refusals wait for the commit too: they may rest on an append that is not durable yet. */
  answerAll(): void {
    for (const answer of this.answers) answer();
  }

  private async decide(append: AppendRequest): Promise<AppendOutcome> {
    const head = this.tools.states.get(append.stream);
    const described = describedStreamOf(append.stream);
    // The metadata stream of a tombstoned stream is closed with it.
    if (described !== undefined && this.tools.states.get(described).last === TOMBSTONE_REVISION) return { kind: 'deleted' };
    const verdict = judgeExpectedRevision(append.expected, {
      last: head.last,
      hasMetadata: head.lastMetadataRevision >= 0,
      metadata: head.metadata,
    });
    switch (verdict.kind) {
      case 'deleted':
        return { kind: 'deleted' };
      case 'wrong-version':
        return { kind: 'wrong-version', current: head.last };
      case 'accept':
        return this.accept(append);
      case 'compare-recent-ids':
        return this.acceptUnlessRemembered(append);
      case 'compare-ids-at':
        return this.acceptUnlessRetried(append, verdict.revision, verdict.unlessSame);
    }
  }

  private acceptUnlessRemembered(append: AppendRequest): AppendOutcome {
    if (append.events.length === 0) return this.accept(append);
    const found = append.events.map((event) => this.tools.recent.find(event.id, append.stream));
    const known = found.filter((remembered) => remembered !== undefined);
    if (known.length === 0) return this.accept(append);
    const last = known.at(-1);
    if (known.length < found.length || last === undefined) return this.wrongVersion(append);
    return { kind: 'appended', revision: last.revision, position: last.position };
  }

  private async acceptUnlessRetried(
    append: AppendRequest,
    revision: number,
    unlessSame: 'accept' | 'wrong-version',
  ): Promise<AppendOutcome> {
    if (append.intent !== 'append') return unlessSame === 'accept' ? this.accept(append) : this.wrongVersion(append);
    const found = await this.eventsFrom(append.stream, revision, append.events.length);
    const same = compareIds(append.events.map((event) => event.id), found.map((event) => event.id));
    if (same === 'all') {
      const last = found.at(-1);
      return { kind: 'appended', revision: last?.revision ?? this.tools.states.get(append.stream).last, position: last?.position };
    }
    return same === 'none' && unlessSame === 'accept' ? this.accept(append) : this.wrongVersion(append);
  }

  private async eventsFrom(stream: string, revision: number, count: number): Promise<RecordedEvent[]> {
    if (count === 0) return [];
    const pending = this.rows.filter((row) => row.stream === stream && row.revision >= revision);
    const committed = await this.tools.reader.streamRun(stream, revision, count);
    return [...committed, ...pending].slice(0, count);
  }

  private wrongVersion(append: AppendRequest): AppendOutcome {
    return { kind: 'wrong-version', current: this.tools.states.get(append.stream).last };
  }

  private accept(append: AppendRequest): AppendOutcome {
    switch (append.intent) {
      case 'append':
        return this.acceptEvents(append.stream, append.events);
      case 'soft-delete':
        return this.hide(append.stream);
      case 'tombstone':
        return this.entomb(append.stream);
    }
  }

  private acceptEvents(stream: string, events: readonly ProposedEvent[]): AppendOutcome {
    // Asked before anything is recorded, which changes the answer.
    const hidden = events.length > 0 ? this.hiddenBehind(stream) : [];
    let position: number | undefined;
    let revision = this.tools.states.get(stream).last;
    for (const event of events) {
      revision += 1;
      position = this.record(stream, revision, event);
      this.tools.recent.remember(event.id, { stream, revision, position });
    }
    for (const { name, goesOnAt } of hidden) {
      // What was set just now is known from here only: of a stream that is not hidden no document is kept.
      const document = name === stream ? this.tools.states.get(name).metadataDocument : events.at(-1)?.data;
      this.writeMetadata(name, withTruncateBefore(document, String(goesOnAt)));
    }
    return { kind: 'appended', revision, position };
  }

  /**
   * A soft-deleted stream comes back when an event is written to it, and too when its metadata are set; without
   * what it held before, so the server itself then puts `$tb` where the stream goes on.
   */
  private hiddenBehind(stream: string): { readonly name: string; readonly goesOnAt: number }[] {
    const { states } = this.tools;
    const described = describedStreamOf(stream);
    return (described === undefined ? [stream] : [stream, described])
      .filter((name) => isSoftDeleted(states.get(name).metadata))
      .map((name) => ({ name, goesOnAt: states.get(name).last + 1 }));
  }

  private hide(stream: string): AppendOutcome {
    const head = this.tools.states.get(stream);
    if (head.last < 0 && head.lastMetadataRevision < 0) return { kind: 'wrong-version', current: -1 };
    if (head.lastMetadataRevision === TOMBSTONE_REVISION) return { kind: 'deleted' };
    // What the metadata held besides is forgotten with the stream, as on a real server.
    const position = this.writeMetadata(stream, withTruncateBefore(undefined, SOFT_DELETED));
    return { kind: 'appended', revision: head.last, position };
  }

  private entomb(stream: string): AppendOutcome {
    const position = this.record(stream, TOMBSTONE_REVISION, this.systemEvent(TOMBSTONE_TYPE, Buffer.alloc(0)));
    return { kind: 'appended', revision: TOMBSTONE_REVISION, position };
  }

  private writeMetadata(stream: string, document: Buffer): number {
    const revision = this.tools.states.get(stream).lastMetadataRevision + 1;
    return this.record(metadataStreamOf(stream), revision, this.systemEvent(METADATA_TYPE, document));
  }

  private systemEvent(type: string, data: Buffer): ProposedEvent {
    return { id: this.tools.newId(), type, isJson: true, data, metadata: Buffer.alloc(0) };
  }

  private record(stream: string, revision: number, event: ProposedEvent): number {
    const position = this.tools.positions.next(event);
    this.rows.push(RecordedEvent.record(event, { position, stream, revision, createdMs: this.tools.now() }));
    this.tools.states.update(stream, { last: revision });
    const described = describedStreamOf(stream);
    if (described !== undefined) {
      this.tools.states.update(described, {
        lastMetadataRevision: revision,
        metadata: parseStreamMetadata(event.data),
        metadataDocument: event.data,
      });
    }
    return position;
  }
}
