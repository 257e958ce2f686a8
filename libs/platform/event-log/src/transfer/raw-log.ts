import { status } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';
import { arrivals } from './arrivals.js';
import { isMetadata, metadataOf } from './carried.js';
import type { ConnectionOptions } from './connection.js';
import { Connection } from './connection.js';
import { ServerUnreachable, TransferRefused } from './errors.js';
import type { Place } from './messages.js';
import { appending, eventIn, readingAll, readingStream, subscribing } from './messages.js';
import type { EventName, RawEvent, RecordedRawEvent } from './raw-event.js';

/** What became of an append: where it stands, or the stream's last revision (null: no such stream) when it was not where expected. */
export type AppendOutcome =
  | { readonly appended: true; readonly position: bigint | null }
  | { readonly appended: false; readonly last: bigint | null };

const silence = 60_000;
const appendDeadline = 10_000;
const tries = 8;

/** A server's log as bytes: for tools that carry it elsewhere or check it, never for deciding or showing anything. */
export class RawLog {
  private readonly connection: Connection;

  /** @throws TransferRefused when the address is unusable */
  constructor(options: ConnectionOptions) {
    this.connection = new Connection(options);
  }

  /** `host:port`, without credentials. */
  get place(): string {
    return this.connection.place;
  }

  get usesTls(): boolean {
    return this.connection.usesTls;
  }

  version(): Promise<string> {
    return this.patiently(() => this.connection.version(appendDeadline));
  }

  /**
   * Every event in the log's order after a position this server gave out, up to and including `until`.
   * A broken read goes on after the last event it gave, and so does one that ends before it reached `until`: a node that lags
   * behind gives no more than it has.
   */
  async *all(after: bigint | null = null, until: bigint | null = null): AsyncGenerator<RecordedRawEvent> {
    let last = after;
    for (let failures = 0; ;) {
      try {
        for await (const event of this.allOnce(last)) {
          if (until !== null && event.position > until) return;
          failures = 0;
          last = event.position;
          yield event;
          if (event.position === until) return;
        }
        if (until === null || (last !== null && last >= until)) return;
        throw new ServerUnreachable('The server ended a read before the event that was to be its last.');
      } catch (error) {
        failures += 1;
        await this.pauseAfter(error, failures);
      }
    }
  }

  /** A stream from a revision on; nothing when there is none. What its metadata hides (`$maxCount`, `$tb`) is not given. */
  async stream(name: string, from = 0n, count?: number): Promise<RecordedRawEvent[]> {
    return this.patiently(async () => {
      const call = await this.connection.read(readingStream(name, from, ...(count === undefined ? [] : [String(count)])));
      const events: RecordedRawEvent[] = [];
      for await (const batch of arrivals(call, silence)) events.push(...batch.flatMap((answer) => eventIn(answer) ?? []));
      return events;
    });
  }

  /** The newest event of all, the server's own included: the end of what there is now. Null in an empty log. */
  async head(): Promise<RecordedRawEvent | null> {
    return this.patiently(async () => {
      const call = await this.connection.read(readingAll('end', true, '1'));
      let newest: RecordedRawEvent | null = null;
      // Read to its end although one is asked for: leaving a call early makes the client change its connection.
      for await (const batch of arrivals(call, silence)) for (const answer of batch) newest = eventIn(answer) ?? newest;
      return newest;
    });
  }

  /** Where this server holds the event named, or null when it does not. */
  async find(name: EventName): Promise<RecordedRawEvent | null> {
    const isIt = (event: RecordedRawEvent): boolean => event.stream === name.stream && event.revision === name.revision && event.id === name.id;
    const [found] = await this.stream(name.stream, name.revision, 1);
    if (found !== undefined && isIt(found)) return found;
    if (!await this.mayHide(name.stream)) return null;
    // Reading the stream does not show what its metadata hides; the whole log shows everything until a scavenge.
    const head = await this.head();
    for await (const event of head === null ? [] : this.all(null, head.position)) if (isIt(event)) return event;
    return null;
  }

  /** Whether reading a stream can miss its older events: metadata streams show their last one only. */
  private async mayHide(stream: string): Promise<boolean> {
    return isMetadata(stream) || (await this.stream(metadataOf(stream), 0n, 1)).length > 0;
  }

  /** Follows the log live. Ends with the signal; a lost connection is taken up again after the last event given. */
  async *follow(
    from: Place, only: { readonly streams?: readonly string[]; readonly types?: readonly string[] }, signal: AbortSignal,
  ): AsyncGenerator<RecordedRawEvent> {
    // "The end" taken once: asked for again after a lost connection it would be another one, and what came between be lost.
    let last: Place = from === 'end' ? (await this.head())?.position ?? 'start' : from;
    for (let failures = 0; !signal.aborted;) {
      try {
        const call = await this.connection.read(subscribing(last, only));
        const stop = (): void => call.cancel();
        signal.addEventListener('abort', stop, { once: true });
        try {
          for await (const batch of arrivals(call, Number.POSITIVE_INFINITY)) {
            failures = 0;
            const events = batch.flatMap((answer) => eventIn(answer) ?? []);
            yield* events;
            last = events.at(-1)?.position ?? last;
          }
        } finally {
          signal.removeEventListener('abort', stop);
        }
      } catch (error) {
        if (signal.aborted) return;
        failures += 1;
        await this.pauseAfter(error, failures);
      }
    }
  }

  /**
   * Appends events of one stream at exactly their own revisions. An unknown outcome is asked again with the same bytes,
   * which the server answers with the first result.
   */
  async append(events: readonly [RawEvent, ...RawEvent[]]): Promise<AppendOutcome> {
    const upload = appending(events);
    const answer = await this.patiently(() => this.connection.append(upload, appendDeadline));
    const wrong = answer.getWrongExpectedVersion();
    if (wrong !== undefined) return { appended: false, last: wrong.hasCurrentRevision() ? BigInt(wrong.getCurrentRevision()) : null };
    const position = answer.getSuccess()?.getPosition();
    return { appended: true, position: position === undefined ? null : BigInt(position.getCommitPosition()) };
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private async *allOnce(after: bigint | null): AsyncGenerator<RecordedRawEvent> {
    const call = await this.connection.read(readingAll(after ?? 'start'));
    for await (const batch of arrivals(call, silence)) {
      for (const answer of batch) {
        const event = eventIn(answer);
        if (event !== null && event.position !== after) yield event;
      }
    }
  }

  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let failures = 1; ; failures += 1) {
      try {
        return await work();
      } catch (error) {
        await this.pauseAfter(error, failures);
      }
    }
  }

  /** Waits before another try, or ends the tries. The words of the server's error are not repeated: they can hold anything. */
  private async pauseAfter(error: unknown, failures: number): Promise<void> {
    if (error instanceof TransferRefused) throw error;
    const code = codeOf(error);
    const final = code === null ? null : refusals[code];
    if (final !== undefined && final !== null) throw new TransferRefused(`${this.place} ${final}`, { cause: error });
    if (error instanceof TypeError || error instanceof RangeError) throw error;
    if (failures >= tries) throw new ServerUnreachable(`${this.place} did not answer after ${failures} tries (${code === null ? 'no connection' : status[code]}).`, { cause: error });
    await new Promise((resolve) => void setTimeout(resolve, Math.min(5_000, 100 * 2 ** failures)));
  }
}

const codeOf = (error: unknown): status | null => {
  const code = (error as Partial<ServiceError> | null)?.code;
  return typeof code === 'number' ? code : null;
};

/** Answers that asking again does not change. */
const refusals: Partial<Record<status, string>> = {
  [status.UNAUTHENTICATED]: 'does not know this user or password.',
  [status.PERMISSION_DENIED]: 'does not let this user do that: reading the whole log and writing stream metadata need an administrator.',
  [status.INVALID_ARGUMENT]: 'refused an event or a request as unusable. An append above its size limit ends so too: raise MaxAppendSize there.',
  [status.FAILED_PRECONDITION]: 'refused: the stream is deleted for ever there.',
  [status.UNIMPLEMENTED]: 'does not offer this call.',
};
