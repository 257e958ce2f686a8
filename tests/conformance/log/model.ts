import type { Expected } from './wire-append.js';

/** What one call to the log answers, in words that model and server share. */
export type Answer =
  | { readonly kind: 'appended'; readonly revision: number }
  | { readonly kind: 'wrong-version'; readonly current: number }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'read'; readonly events: readonly string[] }
  | { readonly kind: 'not-found' };

interface Stream {
  /** Every event ever appended: its index is its revision. */
  readonly ids: string[];
  /** Revisions below are hidden; nothing stands for everything, which is a soft delete. */
  first: number | undefined;
  /** From metadata, which a soft delete replaces. */
  maxCount: number | undefined;
  hasMetadata: boolean;
  tombstoned: boolean;
}

/**
 * The log as rows A2, A3, A6 and A9 have it, without time, sizes and the memory for "any": every append of a sequence has
 * new ids unless it repeats one at an exact revision or "no stream".
 */
export class Model {
  private readonly streams = new Map<string, Stream>();
  /** Of every accepted append, in order, as the whole log shows them. */
  readonly log: string[] = [];

  private stream(name: string): Stream {
    const known = this.streams.get(name) ?? { ids: [], first: 0, maxCount: undefined, hasMetadata: false, tombstoned: false };
    this.streams.set(name, known);
    return known;
  }

  /** The ids that stand from a revision on, for a sequence that repeats an append. */
  standing(name: string, from: number, count: number): string[] {
    return this.stream(name).ids.slice(from, from + count);
  }

  last(name: string): number {
    return this.stream(name).ids.length - 1;
  }

  append(name: string, expected: Expected, ids: readonly string[]): Answer {
    const stream = this.stream(name);
    const refused = this.refusal(stream, expected, ids);
    if (refused !== undefined) return refused;
    if (stream.first === undefined) {
      stream.first = stream.ids.length;
      stream.hasMetadata = true;
    }
    stream.ids.push(...ids);
    this.log.push(...ids);
    return { kind: 'appended', revision: stream.ids.length - 1 };
  }

  private refusal(stream: Stream, expected: Expected, ids: readonly string[]): Answer | undefined {
    const last = stream.ids.length - 1;
    const wrong: Answer = { kind: 'wrong-version', current: last };
    const deleted = stream.first === undefined;
    if (stream.tombstoned) return { kind: 'deleted' };
    if (expected === 'stream_exists') {
      if (deleted) return { kind: 'deleted' };
      return last >= 0 || stream.hasMetadata ? undefined : wrong;
    }
    if (expected === 'any') return undefined;
    const at = expected === 'no_stream' ? -1 : Number(expected);
    if (at === last) return undefined;
    if (at > last) return wrong;
    const found = stream.ids.slice(at + 1, at + 1 + ids.length);
    if (ids.length > 0 && ids.every((id, index) => found[index] === id)) return { kind: 'appended', revision: at + ids.length };
    return expected === 'no_stream' && deleted && found[0] !== ids[0] ? undefined : wrong;
  }

  softDelete(name: string, expected: Expected): Answer {
    const stream = this.stream(name);
    const refused = this.removal(stream, expected);
    if (refused !== undefined) return refused;
    if (stream.ids.length === 0 && !stream.hasMetadata) return { kind: 'wrong-version', current: -1 };
    stream.first = undefined;
    stream.maxCount = undefined;
    stream.hasMetadata = true;
    return { kind: 'removed' };
  }

  tombstone(name: string, expected: Expected): Answer {
    const stream = this.stream(name);
    const refused = this.removal(stream, expected);
    if (refused !== undefined) return refused;
    stream.tombstoned = true;
    return { kind: 'removed' };
  }

  private removal(stream: Stream, expected: Expected): Answer | undefined {
    const last = stream.ids.length - 1;
    if (stream.tombstoned) return { kind: 'deleted' };
    if (expected === 'any') return undefined;
    if (expected === 'stream_exists') {
      if (stream.first === undefined) return { kind: 'deleted' };
      return last >= 0 || stream.hasMetadata ? undefined : { kind: 'wrong-version', current: last };
    }
    const at = expected === 'no_stream' ? -1 : Number(expected);
    if (at === last) return undefined;
    return expected === 'no_stream' && stream.first === undefined ? undefined : { kind: 'wrong-version', current: last };
  }

  /** Replaces all metadata, as setting it does. */
  describe(name: string, rules: { readonly maxCount?: number; readonly truncateBefore?: number }): Answer {
    const stream = this.stream(name);
    if (stream.tombstoned) return { kind: 'deleted' };
    stream.maxCount = rules.maxCount;
    // A soft-deleted stream comes back without what it held, whatever the new metadata say.
    stream.first = stream.first === undefined ? stream.ids.length : (rules.truncateBefore ?? 0);
    stream.hasMetadata = true;
    return { kind: 'removed' };
  }

  read(name: string, from: number | 'end', backwards: boolean, count: number): Answer {
    const stream = this.stream(name);
    if (stream.tombstoned) return { kind: 'deleted' };
    if (stream.ids.length === 0 || stream.first === undefined) return { kind: 'not-found' };
    const lowest = Math.max(stream.first, stream.maxCount === undefined ? 0 : stream.ids.length - stream.maxCount);
    const last = stream.ids.length - 1;
    const revisions: number[] = [];
    if (backwards) {
      for (let at = from === 'end' ? last : Math.min(from, last); at >= lowest && revisions.length < count; at -= 1) revisions.push(at);
    } else if (from !== 'end') {
      for (let at = Math.max(from, lowest); at <= last && revisions.length < count; at += 1) revisions.push(at);
    }
    return { kind: 'read', events: revisions.map((revision) => `${revision}:${stream.ids[revision] ?? ''}`) };
  }
}
