import type { ExpectedRevision } from '../log/expected-revision.js';
import { invalidArgument, RefusedError } from './refusal.js';

/** The common part of the generated option classes; only the exact revision is named differently. */
export interface ExpectationOptions {
  hasNoStream(): boolean;
  hasAny(): boolean;
  hasStreamExists(): boolean;
}

export function parseExpectedRevision(options: ExpectationOptions, exact: string | undefined): ExpectedRevision {
  if (exact !== undefined) return { kind: 'revision', revision: toExactNumber(exact) };
  if (options.hasNoStream()) return { kind: 'no-stream' };
  if (options.hasAny()) return { kind: 'any' };
  if (options.hasStreamExists()) return { kind: 'stream-exists' };
  throw new RefusedError(invalidArgument('The expected revision is missing.'));
}

/** Unsigned 64-bit numbers beyond the exact integers cannot name anything in this log, so the largest one stands for them. */
export function toExactNumber(unsigned: string): number {
  return Math.min(Number(unsigned), Number.MAX_SAFE_INTEGER);
}
