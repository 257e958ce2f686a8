import { isCarried, requireNoTombstone } from './carried.js';
import { TransferRefused } from './errors.js';
import type { StreamDifference } from './log-digest.js';
import { LogDigest, RevisionGap, differencesOf } from './log-digest.js';
import type { RawEvent } from './raw-event.js';
import type { Source } from './sources.js';

export interface Proof {
  /** Events and streams of the source. */
  readonly events: number;
  readonly streams: number;
  readonly digests: { readonly source: string; readonly target: string };
  /** Empty when both hold the same events. */
  readonly differences: readonly StreamDifference[];
  /** Events of the target beyond the end of a stream that the source holds, or in streams of its own. */
  readonly beyond: number;
}

/**
 * Reads both sides from the first event and compares what they hold: stream by stream, revision, id, type, content type and
 * the bytes of data and metadata. It believes nothing that happened while copying.
 * @param allowBeyond compare a target that has gone on only as far as the source reaches
 * @param onProgress told the events read of both sides, and the part of the work that is done, each side a half of it
 */
export async function prove(
  source: Source, target: AsyncIterable<RawEvent>, allowBeyond: boolean, onProgress?: (events: number, part: number) => void,
): Promise<Proof> {
  const left = await digestOf(source.name, source.events(null), () => true, (events) => onProgress?.(events, source.progress() / 2));
  let beyond = 0;
  const reaches = (event: RawEvent): boolean => {
    const inside = event.revision < BigInt(left.stream(event.stream)?.count ?? 0);
    if (!inside) beyond += 1;
    return inside || !allowBeyond;
  };
  const right = await digestOf('The target', target, reaches, (events) => onProgress?.(left.count + events, 0.5 + Math.min(1, events / left.count) / 2));
  return {
    events: left.count, streams: left.streamCount, digests: { source: left.total(), target: right.total() },
    differences: differencesOf(left, right), beyond,
  };
}

async function digestOf(
  place: string, events: AsyncIterable<RawEvent>, counts: (event: RawEvent) => boolean, onProgress?: (events: number) => void,
): Promise<LogDigest> {
  const digest = new LogDigest();
  try {
    for await (const event of events) {
      if (!isCarried(event.stream) || !counts(event)) continue;
      requireNoTombstone(event);
      digest.add(event);
      onProgress?.(digest.count);
    }
  } catch (error) {
    if (error instanceof RevisionGap) throw new TransferRefused(`${place} is not whole: ${error.message}`);
    throw error;
  }
  return digest;
}
