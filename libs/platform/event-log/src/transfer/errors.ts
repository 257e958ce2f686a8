/** A transfer that cannot go on. The message says what was wrong and what would be right, and holds no event data. */
export class TransferRefused extends Error {
  override readonly name = 'TransferRefused';
}

/** A log that neither a file nor another server can hold. */
export class Uncarriable extends TransferRefused {}

/** A server that does not answer, after patient tries. What was done stays done: run again. */
export class ServerUnreachable extends Error {
  override readonly name = 'ServerUnreachable';
}

/** Two places that should hold the same event do not. */
export class EventsDiffer extends Error {
  override readonly name = 'EventsDiffer';
}
