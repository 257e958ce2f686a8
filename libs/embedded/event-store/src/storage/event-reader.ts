import type pg from 'pg';

import type { RecordedEvent } from '../log/recorded-event.js';
import type { StreamMetadata } from '../log/stream-metadata.js';
import { parseStreamMetadata } from '../log/stream-metadata.js';
import { StreamCache } from './stream-cache.js';

/** What is committed about one stream. `last` is -1 when it holds no event. */
export interface StreamHead {
  readonly last: number;
  readonly lastMetadataRevision: number;
  readonly metadata: StreamMetadata;
  readonly metadataDocument: Buffer | undefined;
}

export const NO_HEAD: StreamHead = { last: -1, lastMetadataRevision: -1, metadata: {}, metadataDocument: undefined };

const COLUMNS = 'position, stream, revision, id, type, is_json, created_ms, data, metadata';
const SQL = {
  'stream-forwards': `SELECT ${COLUMNS} FROM log.event WHERE stream = $1 AND revision >= $2 ORDER BY revision LIMIT $3`,
  'stream-backwards': `SELECT ${COLUMNS} FROM log.event WHERE stream = $1 AND revision <= $2 ORDER BY revision DESC LIMIT $3`,
  'all-forwards': `SELECT ${COLUMNS} FROM log.event WHERE position > $1 ORDER BY position LIMIT $2`,
  'all-backwards': `SELECT ${COLUMNS} FROM log.event WHERE position < $1 ORDER BY position DESC LIMIT $2`,
  links: `SELECT ${COLUMNS} FROM log.event JOIN unnest($1::text[], $2::bigint[]) AS wanted (s, r) ON stream = s AND revision = r`,
} as const;

const HEADS = `
  SELECT wanted.stream, head.revision, meta.revision, meta.data
  FROM unnest($1::text[]) AS wanted (stream)
  LEFT JOIN LATERAL (SELECT revision FROM log.event e WHERE e.stream = wanted.stream ORDER BY revision DESC LIMIT 1) head ON true
  LEFT JOIN LATERAL (SELECT revision, data FROM log.event e WHERE e.stream = '$$' || wanted.stream ORDER BY revision DESC LIMIT 1) meta ON true`;

type Row = [string, string, string, string, string, boolean, string, Buffer, Buffer];
type HeadRow = [string, string | null, string | null, Buffer | null];

/** Reads committed events, page by page, each page found by key and never by offset. */
export class EventReader {
  private readonly cache = new StreamCache();

  constructor(private readonly pool: pg.Pool) {}

  async streamForwards(stream: string, fromRevision: number, limit: number): Promise<RecordedEvent[]> {
    const cached = this.cache.page(stream, fromRevision, limit);
    if (cached !== undefined) return cached;
    const page = await this.page('stream-forwards', [stream, fromRevision, limit]);
    this.cache.learn(stream, page);
    return page;
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

  at(streams: readonly string[], revisions: readonly number[]): Promise<RecordedEvent[]> {
    return this.page('links', [streams, revisions]);
  }

  async heads(streams: readonly string[]): Promise<Map<string, StreamHead>> {
    const found = await this.pool.query<HeadRow>({ name: 'heads', text: HEADS, values: [streams], rowMode: 'array' });
    return new Map(
      found.rows.map(([stream, last, lastMetadata, document]) => [
        stream,
        {
          last: last === null ? -1 : Number(last),
          lastMetadataRevision: lastMetadata === null ? -1 : Number(lastMetadata),
          metadata: parseStreamMetadata(document ?? undefined),
          metadataDocument: document ?? undefined,
        },
      ]),
    );
  }

  async head(stream: string): Promise<StreamHead> {
    return (await this.heads([stream])).get(stream) ?? NO_HEAD;
  }

  private async page(name: keyof typeof SQL, values: unknown[]): Promise<RecordedEvent[]> {
    const found = await this.pool.query<Row>({ name, text: SQL[name], values, rowMode: 'array' });
    return found.rows.map(recordedFrom);
  }
}

function recordedFrom(row: Row): RecordedEvent {
  return {
    position: Number(row[0]),
    stream: row[1],
    revision: Number(row[2]),
    id: row[3],
    type: row[4],
    isJson: row[5],
    createdMs: Number(row[6]),
    data: row[7],
    metadata: row[8],
  };
}
