import { NO_STREAM, NotLeaderError, WrongExpectedVersionError } from '@eventstore/db-client';
import { causeOf, isRefusal, isSilence } from '../connection/causes.js';
import type { Line } from '../connection/line.js';
import { persevere, within } from '../connection/patience.js';
import type { Verdict } from '../connection/patience.js';
import type { AppendResult } from '../log-signal.js';
import type { Appended, ExpectedRevision, PlacedEvent, StoredEvent } from '../stored-event.js';
import { LogRefused, LogUnavailable, WrongRevision } from '../stored-event.js';
import { sameBytes } from './same-bytes.js';

/** Reads events of a stream from a revision on, at most so many, and gives up after so many milliseconds. */
export type ReadSome = (stream: string, from: bigint, most: number, milliseconds: number) => Promise<PlacedEvent[]>;

/**
 * The client must not cancel an append in the middle of its upload: Node's HTTP/2 then ends the upload as if it were
 * complete before it resets it, and a server takes the part for the whole. So our own deadline, which cancels nothing,
 * comes this many milliseconds before the client's; a silent connection is closed by its pings in between.
 */
const uploadsUncut = 30_000;

/** The event at whose revision ours would be found had it been appended. */
const firstOf = (expected: ExpectedRevision): bigint => (expected === 'none' ? 0n : expected + 1n);

/** The server kept the beginning of an append only: the rest follows at the revision where it breaks off. */
class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}

/** Appends at an exact revision, and sends the same again until it is known what became of it or the budget is spent. */
export async function append(
  line: Line, readSome: ReadSome, stream: string, expected: ExpectedRevision, events: readonly StoredEvent[],
): Promise<Appended> {
  const attempt = new AppendAttempt(line, readSome, stream, expected, events);
  const began = line.patience.now();
  const told = (result: AppendResult): void =>
    line.observe({ what: 'append', result, tries: attempt.tries, milliseconds: line.patience.now() - began });
  try {
    const appended = await persevere(line.patience, line.connection.turns, attempt);
    told('done');
    return appended;
  } catch (error) {
    told(error instanceof WrongRevision ? 'conflict' : error instanceof LogRefused ? 'refused' : 'unavailable');
    throw error;
  }
}

class AppendAttempt {
  tries = 1;
  private unknown = false;
  /** How many of the events are known to stand in the stream. */
  private standing = 0;
  private readonly batch;
  /** The look for our own events shares the append's budget, or both together would outlast what is promised. */
  private readonly until: number;

  constructor(
    private readonly line: Line, private readonly readSome: ReadSome, private readonly stream: string,
    private readonly expected: ExpectedRevision, private readonly events: readonly StoredEvent[],
  ) {
    this.batch = sameBytes(events);
    this.until = line.patience.now() + line.patience.budget;
  }

  /**
   * The client's own deadline does not cover finding a node and making a connection, so ours stands around it. Passing
   * credentials is what makes the client take the classic call: the batch call never times out.
   */
  async attempt(milliseconds: number): Promise<Appended> {
    const { connection } = this.line;
    const { client } = connection;
    const began = performance.now();
    try {
      const result = await within(milliseconds, client.appendToStream(this.stream, this.batch.slice(this.standing), {
        expectedRevision: this.revisionBefore(), deadline: milliseconds + uploadsUncut,
        credentials: this.line.credentials, requiresLeader: true,
      }));
      connection.heard();
      return { revision: result.nextExpectedRevision, position: result.position?.commit ?? 0n };
    } catch (error) {
      if (isSilence(error)) connection.renew(client, began);
      else connection.heard();
      if (error instanceof WrongExpectedVersionError && this.unknown) return this.lookForOurs(error);
      throw error;
    }
  }

  judge(error: unknown): Verdict {
    if (error instanceof LogUnavailable) return { final: error };
    // Only the look for our own events answers so: that we may not look says nothing of what became of them.
    if (error instanceof LogRefused) return { final: this.exhausted(error) };
    if (error instanceof BrokenOff) return { again: 'broken-off' };
    // An earlier try whose outcome is unknown was refused as well, or it would stand where we have just looked.
    if (error instanceof WrongExpectedVersionError) return { final: new WrongRevision(`${this.stream} has moved on`) };
    if (isRefusal(error)) {
      return { final: this.unknown ? this.exhausted(error) : new LogRefused(`The event log refused an append: ${causeOf(error)}.`, { cause: error }) };
    }
    if (!(error instanceof NotLeaderError)) {
      this.unknown = true;
      this.line.observe({ what: 'outcome unknown', cause: causeOf(error) });
    }
    return { again: causeOf(error) };
  }

  retrying(cause: string): void {
    this.tries += 1;
    this.line.observe({ what: 'retried', of: 'append', cause });
  }

  exhausted(cause: unknown): Error {
    return new LogUnavailable('The event log did not confirm the append.', { cause });
  }

  private revisionBefore(): bigint | typeof NO_STREAM {
    return this.expected === 'none' && this.standing === 0 ? NO_STREAM : firstOf(this.expected) + BigInt(this.standing) - 1n;
  }

  /**
   * A conflict after an unknown outcome may be with ourselves: then our own events stand where they were to stand. A
   * call that is cut off while it is sent can look to the server as if it had been sent whole, so that only the first
   * few stand there; if nothing comes after them the rest still can.
   */
  private async lookForOurs(conflict: WrongExpectedVersionError): Promise<Appended> {
    const left = Math.max(1, this.until - this.line.patience.now());
    const found = await this.readSome(this.stream, firstOf(this.expected), this.events.length + 1, left);
    const foreign = found.findIndex((event, index) => event.id.toLowerCase() !== this.events[index]?.id.toLowerCase());
    const ours = foreign < 0 ? found.length : foreign;
    const last = found[ours - 1];
    if (last && ours === this.events.length) return { revision: last.revision, position: last.position };
    if (!last || ours < found.length) throw conflict;
    this.standing = ours;
    throw new BrokenOff('The log holds the beginning of an append only.');
  }
}
