import type { DomainEvent } from './event.js';

/** One reason why something may not be done: the rule's number, a code, what was wrong, and what would be right. */
export interface Reason {
  readonly rule: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * A decision went against the command. Carries every reason at once, so that nobody has to find them one by one.
 * `record` holds events for a refusal that a reviewer would want to find; they are appended before the caller is told.
 */
export class Rejected extends Error {
  override readonly name = 'Rejected';
  constructor(readonly reasons: readonly Reason[], readonly record: readonly DomainEvent[] = []) {
    super(reasons.map((reason) => `${reason.rule} ${reason.code}`).join(', '));
  }
}

/** The record does not exist, or is not the caller's to know of: both are answered in the same words. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
  constructor() {
    super('There is no such record.');
  }
}

/** Throws a rejection when there is any reason for one. */
export function rejectIf(reasons: readonly Reason[], record: readonly DomainEvent[] = []): void {
  if (reasons.length > 0) throw new Rejected(reasons, record);
}

/** A reason in one line. */
export const reason = (rule: string, code: string, message: string, remedy: string): Reason => ({ rule, code, message, remedy });

/** The last branch of an exhaustive switch: a new case that nobody handled does not compile. */
export function unreachable(value: never): never {
  throw new TypeError(`A case was not handled: ${JSON.stringify(value)}`);
}
