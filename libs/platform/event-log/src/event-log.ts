import { append } from './append/append.js';
import { Connection } from './connection/connection.js';
import type { Line } from './connection/line.js';
import type { Patience } from './connection/patience.js';
import type { Access } from './connection/safe-connection.js';
import { credentialsOf, problemsOf, withoutUser } from './connection/safe-connection.js';
import { follow } from './follow/follow.js';
import type { ConnectionKind, Observe } from './log-signal.js';
import { harmless } from './log-signal.js';
import { head, readAll } from './read/read-all.js';
import { readSome, readStream } from './read/read-stream.js';
import type { Appended, ExpectedRevision, PlacedEvent, StoredEvent } from './stored-event.js';

export interface EventLogOptions extends Access {
  /** Each try of an append or a read is given up after this many milliseconds; 5,000 unless told. */
  readonly deadline?: number;
  /** An append or a read is given up for good after this many milliseconds; four deadlines unless told. */
  readonly budget?: number;
  /** After this many milliseconds without a word the watchdog looks whether a subscription has missed something; 10,000 unless told. */
  readonly silence?: number;
  /** Told what the client notices about itself, for metrics and log lines. */
  readonly observe?: Observe;
  /** Spreads the pauses before further tries. */
  readonly random?: () => number;
}

const kinds = ['appends', 'reads', 'subscriptions'] as const satisfies readonly ConnectionKind[];

/**
 * The only room that knows the database client. It keeps apart connections for appends, reads and subscriptions
 * (one blocked kind must not starve the others), names an exact revision on every append, uses the classic call
 * (the batch call ignores deadlines in this client), and resends the same bytes when an outcome is unknown.
 * Every promise settles within the budget, whatever the server does or leaves undone.
 */
export class EventLog {
  private readonly lines: Readonly<Record<ConnectionKind, Line>>;
  private readonly silence: number;

  /** @throws TypeError when the log would be reached in a way that is not safe, with what would be right */
  constructor(options: EventLogOptions) {
    const problems = problemsOf(options);
    const credentials = credentialsOf(options);
    if (problems.length > 0 || credentials === null) throw new TypeError(`MASH_EVENT_STORE cannot be used. ${problems.join(' ')}`);
    const observe = harmless(options.observe);
    const patience = patienceOf(options);
    const address = withoutUser(options.connectionString);
    const line = (kind: ConnectionKind): Line =>
      ({ connection: new Connection(address, kind, observe), credentials, patience, observe });
    this.lines = { appends: line('appends'), reads: line('reads'), subscriptions: line('subscriptions') };
    this.silence = options.silence ?? 10_000;
  }

  /**
   * Appends events at an exact revision. Durable when it returns.
   * @throws WrongRevision when the stream has moved on; LogRefused when the server says no for good; LogUnavailable when
   * the outcome stayed unknown: then it may have happened, and the same events with the same ids may be sent again
   */
  append(stream: string, expected: ExpectedRevision, events: readonly StoredEvent[]): Promise<Appended> {
    const { appends, reads } = this.lines;
    return append(appends, (of, from, most, budget) => readSome({ ...reads, patience: { ...reads.patience, budget } }, of, from, most), stream, expected, events);
  }

  /** A whole stream, oldest first; empty when there is none. @throws StreamTooLong; LogUnavailable; LogRefused */
  readStream(stream: string, from: bigint = 0n): Promise<PlacedEvent[]> {
    return readStream(this.lines.reads, stream, from);
  }

  /** The event at one revision, or null: how a checkpoint is checked against the server it is used on. */
  async readOne(stream: string, revision: bigint): Promise<PlacedEvent | null> {
    return (await readSome(this.lines.reads, stream, revision, 1))[0] ?? null;
  }

  /**
   * Everything of the domain in order, from after `position`, to the end as it is now. A read that breaks off goes on
   * where it was. Nothing is read ahead of a slow caller but a few events.
   */
  readAll(position: bigint | null = null): AsyncGenerator<PlacedEvent> {
    return readAll(this.lines.reads, position);
  }

  /** The newest event of all, or null in an empty log. */
  head(): Promise<PlacedEvent | null> {
    return head(this.lines.reads);
  }

  /**
   * Follows the log from after `position` until the signal aborts, in batches of whatever has arrived: one by one when
   * live, many when catching up. Each event comes once and in order. Ends with LogUnavailable when the subscription is
   * lost: not confirmed in time, failed, ended, or silent while there was something to tell. The caller then starts
   * again from its own checkpoint, which is the only place that knows what was handled, and which it compares with the
   * server first: after a restore or a move it can be another log that answers.
   * @param most events in a batch, and how many are held ready for a slow caller
   */
  follow(position: bigint | null, signal: AbortSignal, most = 500): AsyncGenerator<PlacedEvent[]> {
    return follow({ line: this.lines.subscriptions, reads: this.lines.reads, silence: this.silence }, position, signal, most);
  }

  async close(): Promise<void> {
    await Promise.all(kinds.map((kind) => this.lines[kind].connection.close()));
  }
}

function patienceOf({ deadline = 5_000, budget = 4 * deadline, random = Math.random }: EventLogOptions): Patience {
  return {
    deadline, budget, random, now: () => performance.now(),
    pause: (milliseconds) => new Promise((resolve) => void setTimeout(resolve, milliseconds)),
  };
}
