import {
  AccessDeniedError, DeadlineExceededError, InvalidArgumentError, MaxAppendSizeExceededError, RequiredMetadataPropertyMissingError, StreamDeletedError,
  UnsupportedError,
} from '@eventstore/db-client';
import { status } from '@grpc/grpc-js';
import { TookTooLong } from './patience.js';

/** Kinds of errors that say no, and would say no again to the same call. */
const refusals = [
  AccessDeniedError, InvalidArgumentError, MaxAppendSizeExceededError, RequiredMetadataPropertyMissingError, StreamDeletedError, UnsupportedError,
] as const;
const refusingCodes: readonly unknown[] = [status.INVALID_ARGUMENT, status.UNIMPLEMENTED, status.PERMISSION_DENIED, status.UNAUTHENTICATED];

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Whether the server said no, in a way that another try cannot change. */
export const isRefusal = (error: unknown): boolean =>
  refusals.some((kind) => error instanceof kind) || refusingCodes.includes(codeOf(error));

/** Whether nothing came back at all: the connection itself may be dead without having noticed. */
export const isSilence = (error: unknown): boolean =>
  error instanceof TookTooLong || error instanceof DeadlineExceededError || codeOf(error) === status.DEADLINE_EXCEEDED;

/** A word for the cause that can stand in a metric or a log line: the client's own kind of error, never its message. */
export function causeOf(error: unknown): string {
  if (error instanceof Error && 'type' in error && typeof error.type === 'string') return error.type;
  const code = codeOf(error);
  if (typeof code === 'number') return (status[code] ?? String(code)).toLowerCase().replaceAll('_', '-');
  return error instanceof TookTooLong ? 'took-too-long' : 'unknown';
}
