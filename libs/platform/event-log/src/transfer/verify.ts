import { categoryOf, isCarried, isMetadata, isTombstone, metadataOf } from './carried.js';
import type { StreamDigest } from './log-digest.js';
import { LogDigest, RevisionGap } from './log-digest.js';
import type { RawEvent } from './raw-event.js';
import type { RawLog } from './raw-log.js';

export interface Verification {
  readonly events: number;
  readonly streams: number;
  readonly digest: string;
  /** Each names stream and revision, never content. At most a hundred are kept; `problemCount` counts all. */
  readonly problems: readonly string[];
  readonly problemCount: number;
  /** How often each type of event occurs. */
  readonly types: ReadonlyMap<string, number>;
  /** Streams whose beginning is hidden from who reads them on their own: seen in the whole log only. */
  readonly hidden: number;
  /** Streams that a tombstone closed for ever: they cannot be read on their own either. The mark is not among the events. */
  readonly deleted: number;
}

const mostProblems = 100;
const page = 1_000;

class Problems {
  readonly kept: string[] = [];
  count = 0;

  add(problem: string): void {
    this.count += 1;
    if (this.kept.length < mostProblems) this.kept.push(problem);
  }
}

/**
 * Checks a log against itself: in the whole log, positions rise and revisions have no gap; each stream read on its own holds
 * the same events, no id twice; what calls itself JSON is JSON.
 */
export async function verifyLog(log: RawLog, onProgress?: (events: number, part: number) => void): Promise<Verification> {
  const problems = new Problems();
  const digest = new LogDigest();
  const types = new Map<string, number>();
  const broken = new Set<string>();
  const unreadable = new Set<string>();
  let deleted = 0;
  const head = await log.head();
  let position = -1n;
  for await (const event of head === null ? [] : log.all(null, head.position)) {
    if (event.position <= position) problems.add(`position ${event.position} follows ${position}`);
    position = event.position;
    if (!isCarried(event.stream)) continue;
    if (isTombstone(event)) {
      // Its revision is the highest there is; the metadata of the stream is closed with it.
      unreadable.add(event.stream).add(metadataOf(event.stream));
      deleted += 1;
      continue;
    }
    checkContent(event, problems);
    types.set(event.type, (types.get(event.type) ?? 0) + 1);
    if (!broken.has(event.stream) && !addTo(digest, event, problems)) broken.add(event.stream);
    onProgress?.(digest.count, head === null ? 1 : Number(position) / Number(head.position) / 2);
  }
  const names = digest.names().filter((name) => !unreadable.has(name));
  const hidden = await verifyStreams(log, digest, names, problems, onProgress);
  return {
    events: digest.count, streams: digest.streamCount, digest: digest.total(),
    problems: problems.kept, problemCount: problems.count, types, hidden, deleted,
  };
}

async function verifyStreams(
  log: RawLog, digest: LogDigest, names: readonly string[], problems: Problems, onProgress?: (events: number, part: number) => void,
): Promise<number> {
  let [done, hidden] = [0, 0];
  for (const name of names) {
    const whole = digest.stream(name);
    const mayHide = isMetadata(name) || digest.stream(metadataOf(name)) !== null;
    if (whole !== null && !await verifyStream(log, name, whole, mayHide, problems)) hidden += 1;
    done += 1;
    onProgress?.(digest.count, 0.5 + done / names.length / 2);
  }
  return hidden;
}

/** False when the stream's beginning is hidden, so that it could be looked at in the whole log only. */
async function verifyStream(log: RawLog, name: string, whole: StreamDigest, mayHide: boolean, problems: Problems): Promise<boolean> {
  const digest = new LogDigest();
  const ids = new Set<string>();
  for (let next = 0; next < whole.count;) {
    const events = await log.stream(name, BigInt(next), Math.min(page, whole.count - next));
    if (mayHide && events[0]?.revision !== BigInt(next)) return false;
    for (const event of events) {
      if (ids.has(event.id)) problems.add(`stream ${name}, revision ${event.revision}: the event's id stood earlier in the stream`);
      ids.add(event.id);
      if (!addTo(digest, event, problems)) return true;
    }
    next += events.length;
    if (events.length === 0) break;
  }
  const alone = digest.stream(name);
  if (alone?.count !== whole.count) problems.add(`stream ${name} holds ${alone?.count ?? 0} events read on its own; the whole log shows ${whole.count} of it`);
  else if (alone.digest !== whole.digest) problems.add(`stream ${name} holds other events read on its own than the whole log shows of it`);
  return true;
}

function addTo(digest: LogDigest, event: RawEvent, problems: Problems): boolean {
  try {
    digest.add(event);
    return true;
  } catch (error) {
    if (!(error instanceof RevisionGap)) throw error;
    problems.add(error.message);
    return false;
  }
}

function checkContent(event: RawEvent, problems: Problems): void {
  if (event.isJson && !isJson(event.data)) problems.add(`stream ${event.stream}, revision ${event.revision} (${event.type}): the data calls itself JSON and is not`);
  if (event.isJson && event.metadata.length > 0 && !isJson(event.metadata)) problems.add(`stream ${event.stream}, revision ${event.revision} (${event.type}): the metadata is not JSON`);
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}

/** What a log holds, by category of stream. */
export interface Survey {
  readonly categories: ReadonlyMap<string, { readonly streams: number; readonly events: number; readonly bytes: number }>;
  readonly oldest: string | null;
  readonly newest: string | null;
}

/** Counts the whole log, the server's own streams included. */
export async function survey(log: RawLog, onProgress?: (events: number, part: number) => void): Promise<Survey> {
  const categories = new Map<string, { names: Set<string>; events: number; bytes: number }>();
  const head = await log.head();
  let [events, oldest, newest]: [number, string | null, string | null] = [0, null, null];
  for await (const event of head === null ? [] : log.all(null, head.position)) {
    const name = categoryOf(event.stream);
    const category = categories.get(name) ?? { names: new Set<string>(), events: 0, bytes: 0 };
    category.names.add(event.stream);
    category.events += 1;
    category.bytes += event.data.length + event.metadata.length;
    categories.set(name, category);
    oldest ??= event.created;
    newest = event.created;
    events += 1;
    onProgress?.(events, head === null ? 1 : Number(event.position) / Number(head.position));
  }
  return { categories: new Map([...categories].map(([name, { names, ...rest }]) => [name, { streams: names.size, ...rest }])), oldest, newest };
}
