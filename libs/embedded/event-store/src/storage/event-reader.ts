import type pg from 'pg';

import { describedStreamOf, RecordedEvent, TOMBSTONE_REVISION } from '../log/recorded-event.js';
import type { StreamMetadata } from '../log/stream-metadata.js';
import { parseStreamMetadata } from '../log/stream-metadata.js';
import { cutAnswers } from '../log/wire-event.js';
import { StreamCache } from './stream-cache.js';

/** What is committed about one stream. `last` is -1 when it holds no event. */
export interface StreamHead {
  readonly last: number;
  readonly lastMetadataRevision: number;
  readonly metadata: StreamMetadata;
  readonly metadataDocument: Buffer | undefined;
}

export const NO_HEAD: StreamHead = { last: -1, lastMetadataRevision: -1, metadata: {}, metadataDocument: undefined };

/** However many events are asked for, a page ends with the one that passes this size. */
const PAGE_BYTES = 2 * 1024 * 1024;

/*
 * A page comes as one value, which is cut into events here: as a row for each event it costs twice the time.
 * It comes as base64 because the driver takes every value for text, and PostgreSQL's own text form of
 * bytes is half as long again and slower to read.
 */
const page = (where: string, key: 'revision' | 'position', order: 'ASC' | 'DESC', limit: '$2' | '$3'): string => `
  SELECT encode(string_agg(wire, ''::bytea ORDER BY ${key} ${order}), 'base64')
  FROM (
    SELECT ${key}, wire, sum(octet_length(wire)) OVER (ORDER BY ${key} ${order} ROWS UNBOUNDED PRECEDING) - octet_length(wire) AS bytes_before
    FROM log.event WHERE ${where} ORDER BY ${key} ${order} LIMIT ${limit}
  ) AS page
  WHERE bytes_before < ${PAGE_BYTES}`;

const SQL = {
  'stream-forwards': page('stream = $1 AND revision >= $2', 'revision', 'ASC', '$3'),
  'stream-backwards': page('stream = $1 AND revision <= $2', 'revision', 'DESC', '$3'),
  'all-forwards': page('position > $1', 'position', 'ASC', '$2'),
  'all-backwards': page('position < $1', 'position', 'DESC', '$2'),
  one: "SELECT encode(wire, 'base64') FROM log.event WHERE stream = $1 AND revision = $2",
} as const;

const HEADS = `
  SELECT wanted.stream, head.revision, meta.revision, encode(meta.wire, 'base64')
  FROM unnest($1::text[]) AS wanted (stream)
  LEFT JOIN LATERAL (SELECT revision FROM log.event e WHERE e.stream = wanted.stream ORDER BY revision DESC LIMIT 1) head ON true
  LEFT JOIN LATERAL (SELECT revision, wire FROM log.event e WHERE e.stream = '$$' || wanted.stream ORDER BY revision DESC LIMIT 1) meta ON true`;

type HeadRow = [string, string | null, string | null, string | null];

/** Reads committed events, page by page, each page found by key and never by offset. */
export class EventReader {
  private readonly cache = new StreamCache();

  /** @param pool as `openReaderPool` makes it: its sessions are set up to walk indexes. */
  constructor(private readonly pool: pg.Pool) {}

  /** At least one event where there is one; fewer than `limit` when they are large. */
  async streamForwards(stream: string, fromRevision: number, limit: number): Promise<RecordedEvent[]> {
    const cached = this.cache.page(stream, fromRevision, limit);
    if (cached !== undefined) return cached;
    const found = await this.page('stream-forwards', [stream, fromRevision, limit]);
    this.cache.learn(stream, fromRevision, found);
    return found;
  }

  /** As many events as are asked for, or all that there are: a retry of a large append is compared to more than a page. */
  async streamRun(stream: string, fromRevision: number, count: number): Promise<RecordedEvent[]> {
    const run: RecordedEvent[] = [];
    while (run.length < count) {
      const found = await this.streamForwards(stream, fromRevision + run.length, count - run.length);
      if (found.length === 0) break;
      run.push(...found);
    }
    return run;
  }

  streamBackwards(stream: string, fromRevision: number, limit: number): Promise<RecordedEvent[]> {
    return this.page('stream-backwards', [stream, fromRevision, limit]);
  }

  allAfter(position: number, limit: number): Promise<RecordedEvent[]> {
    return this.page('all-forwards', [position, limit]);
  }

  allBefore(position: number, limit: number): Promise<RecordedEvent[]> {
    return this.page('all-backwards', [position, limit]);
  }

  async at(stream: string, revision: number): Promise<RecordedEvent | undefined> {
    return (await this.page('one', [stream, revision]))[0];
  }

  /** Keeps what was just committed: whoever wrote to a stream often reads it next. */
  learn(committed: readonly RecordedEvent[]): void {
    for (let begin = 0, end = 0; begin < committed.length; begin = end) {
      const first = committed[begin];
      if (first === undefined) return;
      while (committed[end]?.stream === first.stream) end += 1;
      this.cache.learn(first.stream, first.revision, committed.slice(begin, end));
    }
  }

  async heads(streams: readonly string[]): Promise<Map<string, StreamHead>> {
    const found = await this.pool.query<HeadRow>({ name: 'heads', text: HEADS, values: [streams], rowMode: 'array' });
    return new Map(found.rows.map((row) => [row[0], headFrom(row)]));
  }

  /** What readers are told of a stream: the metadata stream of a tombstoned stream is closed with it. */
  async head(stream: string): Promise<StreamHead> {
    const described = describedStreamOf(stream);
    const heads = await this.heads(described === undefined ? [stream] : [stream, described]);
    const head = heads.get(stream) ?? NO_HEAD;
    return described !== undefined && heads.get(described)?.last === TOMBSTONE_REVISION ? { ...head, last: TOMBSTONE_REVISION } : head;
  }

  private async page(name: keyof typeof SQL, values: unknown[]): Promise<RecordedEvent[]> {
    const found = await this.pool.query<[string | null]>({ name, text: SQL[name], values, rowMode: 'array' });
    const run = Buffer.from(found.rows[0]?.[0] ?? '', 'base64');
    return Array.from(cutAnswers(run), (wire) => new RecordedEvent(wire));
  }
}

function headFrom([, last, lastMetadata, wire]: HeadRow): StreamHead {
  const document = wire === null ? undefined : new RecordedEvent(Buffer.from(wire, 'base64')).data;
  return {
    last: last === null ? -1 : Number(last),
    lastMetadataRevision: lastMetadata === null ? -1 : Number(lastMetadata),
    metadata: parseStreamMetadata(document),
    metadataDocument: document,
  };
}
