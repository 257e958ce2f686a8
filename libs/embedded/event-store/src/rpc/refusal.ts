import { Metadata, status } from '@grpc/grpc-js';

import type { EndPoint } from '../options.js';

/** An answer that ends a call with a gRPC error, in the form from which the official client makes its typed errors. */
export interface Refusal {
  readonly code: number;
  readonly details: string;
  readonly metadata: Metadata;
}

function refusal(code: number, details: string, trailers: Readonly<Record<string, string>> = {}): Refusal {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) {
    // Header values hold no control or non-ASCII characters. A name that has some goes percent-encoded, which the
    // official client shows as it comes; without one it would meet a failure of its own instead of the refusal.
    if (/^[\x20-\x7e]*$/.test(value)) metadata.set(key, value);
    else metadata.set(key, encodeURIComponent(value));
  }
  return { code, details, metadata };
}

export function invalidArgument(details: string): Refusal {
  return refusal(status.INVALID_ARGUMENT, details);
}

export function missingProperties(names: readonly string[]): Refusal {
  return refusal(status.INVALID_ARGUMENT, `Required metadata properties are missing: ${names.join(', ')}.`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': names.join(','),
  });
}

export function appendTooLarge(limit: number): Refusal {
  return refusal(status.INVALID_ARGUMENT, `An append may hold at most ${limit} bytes.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });
}

export function streamDeleted(stream: string): Refusal {
  return refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });
}

export function wrongExpectedVersion(stream: string, expected: string, actual: string): Refusal {
  return refusal(
    status.FAILED_PRECONDITION,
    `The stream is at another revision than expected. Expected: ${expected}, actual: ${actual === '' ? 'none' : actual}.`,
    { exception: 'wrong-expected-version', 'stream-name': stream, 'expected-version': expected, 'actual-version': actual },
  );
}

export function accessDenied(details: string): Refusal {
  return refusal(status.PERMISSION_DENIED, details, { exception: 'access-denied' });
}

/** The client makes its "access denied" of this too, but a server that could not tell who calls says so by the code. */
export function wrongCredentials(): Refusal {
  return refusal(status.UNAUTHENTICATED, 'The user name or password is wrong.', { exception: 'access-denied' });
}

export function notLeader(leader: EndPoint): Refusal {
  return refusal(status.NOT_FOUND, 'This node is not the leader.', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });
}

export function timedOut(): Refusal {
  return refusal(status.ABORTED, 'Operation timed out: the append was not committed in time.');
}

export function unavailable(): Refusal {
  return refusal(status.UNAVAILABLE, 'The event store cannot write at present; the outcome of the append is unknown.');
}

/** The client answers this by connecting afresh, which is what a lost or superseded node needs. */
export function cannotServe(): Refusal {
  return refusal(status.UNAVAILABLE, 'The event store cannot read its storage at present, or another node has taken over.');
}

export function cancelled(): Refusal {
  return refusal(status.CANCELLED, 'The event store is stopping.');
}

/** For an append that had not been received in full: unlike "cancelled" it says that another try is safe. */
export function stopping(): Refusal {
  return refusal(status.UNAVAILABLE, 'The event store is stopping; nothing was appended.');
}

export function internal(): Refusal {
  return refusal(status.INTERNAL, 'The event store met an unexpected failure.');
}

/** A refusal thrown out of the parsing of a request. */
export class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.details);
  }
}

/** The refusal in what was thrown, or the one for a failure that nobody foresaw. */
export function refusalOf(error: unknown, otherwise: () => Refusal): Refusal {
  return error instanceof RefusedError ? error.refusal : otherwise();
}
