import type { AppendIntent } from '../log/append-request.js';
import type { ExpectedRevision } from '../log/expected-revision.js';

/** What an append must be answered with. */
export type PureOutcome =
  | { readonly kind: 'appended'; readonly revision: number; readonly wrote: boolean }
  | { readonly kind: 'wrong-version'; readonly current: number }
  | { readonly kind: 'deleted' };

export interface PureAppend {
  readonly intent: AppendIntent;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly ids: readonly string[];
  /** The document of each event, where the stream holds metadata. */
  readonly document?: string;
}

interface PureStream {
  readonly ids: string[];
  tombstoned: boolean;
  /** `$tb`, for metadata streams the only key there is here; "deleted" is past all revisions. */
  truncateBefore: number | 'deleted' | undefined;
}

/**
 * The rules of appending as the field describes them, over plain arrays and without a thought for speed: no
 * pending writes, no cache, no storage. The real sequencer must answer as this does.
 */
export class PureLog {
  private readonly streams = new Map<string, PureStream>();
  /** One stream an id, forgotten at a restart. */
  private remembered = new Map<string, { stream: string; revision: number }>();

  /** Ids of every event that the log wrote on its own account, for which the model has no name. */
  static readonly OWN = 'written by the log';

  restart(): void {
    this.remembered = new Map();
  }

  idsOf(stream: string): readonly string[] {
    return this.stream(stream).ids;
  }

  names(): string[] {
    return [...this.streams.keys()];
  }

  isTombstoned(stream: string): boolean {
    return this.stream(stream).tombstoned;
  }

  isSoftDeleted(stream: string): boolean {
    return this.stream(stream).truncateBefore === 'deleted';
  }

  /** The revisions that a read of the stream shows: nothing when it is hidden or has never been. */
  visible(stream: string): number[] {
    const { ids, truncateBefore } = this.stream(stream);
    const from = truncateBefore === 'deleted' ? Infinity : (truncateBefore ?? 0);
    return ids.map((_, revision) => revision).filter((revision) => revision >= from);
  }

  append(append: PureAppend): PureOutcome {
    const { ids, tombstoned } = this.stream(append.stream);
    const last = ids.length - 1;
    const wrong: PureOutcome = { kind: 'wrong-version', current: last };
    const hidden = this.isSoftDeleted(append.stream);
    const { expected } = append;
    if (tombstoned || this.isDescribedTombstoned(append.stream)) return { kind: 'deleted' };
    if (expected.kind === 'stream-exists' && hidden) return { kind: 'deleted' };
    if (last < 0) {
      if (expected.kind === 'revision') return wrong;
      if (expected.kind === 'stream-exists' && !this.hasMetadata(append.stream)) return wrong;
      return this.write(append);
    }
    if (expected.kind === 'any' || expected.kind === 'stream-exists') return this.unlessRemembered(append, wrong);
    const at = expected.kind === 'no-stream' ? -1 : expected.revision;
    if (at > last) return wrong;
    if (at === last) return this.write(append);
    if (append.intent === 'append') {
      const there = ids.slice(at + 1, at + 1 + append.ids.length);
      if (there[0] === append.ids[0]) {
        return append.ids.every((id, index) => there[index] === id) ? { kind: 'appended', revision: at + append.ids.length, wrote: false } : wrong;
      }
    }
    return expected.kind === 'no-stream' && hidden ? this.write(append) : wrong;
  }

  private unlessRemembered(append: PureAppend, wrong: PureOutcome): PureOutcome {
    if (append.intent !== 'append') return this.write(append);
    const found = append.ids.map((id) => this.remembered.get(id)).filter((known) => known?.stream === append.stream);
    if (found.length === 0) return this.write(append);
    const last = found.at(-1);
    return found.length < append.ids.length || last === undefined ? wrong : { kind: 'appended', revision: last.revision, wrote: false };
  }

  private write(append: PureAppend): PureOutcome {
    const stream = this.stream(append.stream);
    switch (append.intent) {
      case 'tombstone':
        stream.tombstoned = true;
        // Whatever the metadata said, they say no more.
        if (append.stream.startsWith('$$')) this.stream(append.stream.slice(2)).truncateBefore = undefined;
        return { kind: 'appended', revision: Number.MAX_SAFE_INTEGER, wrote: true };
      case 'soft-delete':
        if (stream.ids.length === 0 && !this.hasMetadata(append.stream)) return { kind: 'wrong-version', current: -1 };
        if (this.isTombstoned(`$$${append.stream}`)) return { kind: 'deleted' };
        this.setMetadata(append.stream, PureLog.OWN, 'deleted');
        return { kind: 'appended', revision: stream.ids.length - 1, wrote: true };
      case 'append':
        return this.writeEvents(append, stream);
    }
  }

  private writeEvents(append: PureAppend, stream: PureStream): PureOutcome {
    const described = append.stream.startsWith('$$') ? append.stream.slice(2) : undefined;
    const goesOnAt = stream.ids.length;
    const cameBack = this.isSoftDeleted(append.stream);
    const describedCameBack = described !== undefined && this.isSoftDeleted(described);
    for (const id of append.ids) {
      stream.ids.push(id);
      this.remembered.set(id, { stream: append.stream, revision: stream.ids.length - 1 });
      if (described !== undefined) this.stream(described).truncateBefore = truncateBeforeIn(append.document);
    }
    const revision = stream.ids.length - 1;
    if (cameBack) this.setMetadata(append.stream, PureLog.OWN, goesOnAt);
    if (described !== undefined && describedCameBack) this.setMetadata(described, PureLog.OWN, this.idsOf(described).length);
    return { kind: 'appended', revision, wrote: true };
  }

  /** The metadata stream of a tombstoned stream is closed with it. */
  isDescribedTombstoned(stream: string): boolean {
    return stream.startsWith('$$') && this.isTombstoned(stream.slice(2));
  }

  private hasMetadata(stream: string): boolean {
    const metadata = this.stream(`$$${stream}`);
    return metadata.ids.length > 0 || metadata.tombstoned;
  }

  private setMetadata(stream: string, id: string, truncateBefore: number | 'deleted'): void {
    this.stream(`$$${stream}`).ids.push(id);
    this.stream(stream).truncateBefore = truncateBefore;
  }

  private stream(name: string): PureStream {
    const found = this.streams.get(name) ?? { ids: [], tombstoned: false, truncateBefore: undefined };
    this.streams.set(name, found);
    return found;
  }
}

function truncateBeforeIn(document = '{}'): number | undefined {
  return (JSON.parse(document) as { $tb?: number }).$tb;
}
