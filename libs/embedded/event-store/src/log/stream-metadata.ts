/** The parts of stream metadata that change what a read of the stream returns. */
export interface StreamMetadata {
  readonly maxCount?: number;
  readonly maxAgeSeconds?: number;
  readonly truncateBefore?: number;
}

/** `$tb` of a soft-deleted stream: the largest signed 64-bit number. */
export const SOFT_DELETED = '9223372036854775807';

/** Reads the known keys; anything unreadable counts as no rule, as on a real server. */
export function parseStreamMetadata(data: Buffer | undefined): StreamMetadata {
  if (data === undefined) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(data.toString('utf8'));
  } catch {
    return {};
  }
  if (typeof parsed !== 'object' || parsed === null) return {};
  const keys = new Map<string, unknown>(Object.entries(parsed));
  return {
    ...numeric('maxCount', keys.get('$maxCount'), 1),
    ...numeric('maxAgeSeconds', keys.get('$maxAge'), 1),
    ...numeric('truncateBefore', keys.get('$tb'), 0),
  };
}

/** JSON cannot hold the marker exactly, so everything past the exact integers means "deleted". */
export function isSoftDeleted(metadata: StreamMetadata): boolean {
  return (metadata.truncateBefore ?? 0) > Number.MAX_SAFE_INTEGER;
}

/** The same metadata with another `$tb`, the rest of the document kept where it can be read and written again. */
export function withTruncateBefore(data: Buffer | undefined, truncateBefore: string): Buffer {
  const rest = restOf(data);
  // Spliced in as text: the marker is larger than a JavaScript number can say.
  return Buffer.from(`{"$tb":${truncateBefore}${rest === '' ? '' : `,${rest}`}}`);
}

function restOf(data: Buffer | undefined): string {
  try {
    const parsed: unknown = JSON.parse((data ?? Buffer.from('{}')).toString('utf8'));
    const kept: Record<string, unknown> = typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
    delete kept['$tb'];
    // What is nested a hundred thousand deep can be read, but not written.
    return JSON.stringify(kept).slice(1, -1);
  } catch {
    return '';
  }
}

function numeric(name: keyof StreamMetadata, value: unknown, least: number): StreamMetadata {
  return Number.isInteger(value) && Number(value) >= least ? { [name]: value } : {};
}
