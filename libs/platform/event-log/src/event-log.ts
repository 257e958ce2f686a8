import {
  EventStoreDBClient, StreamNotFoundError, WrongExpectedVersionError, jsonEvent, NO_STREAM, START, END, FORWARDS, BACKWARDS,
  streamNameFilter,
} from '@eventstore/db-client';
import type { AllStreamSubscription, AppendResult, JSONEventType, ResolvedEvent, StreamingRead } from '@eventstore/db-client';
import { LogUnavailable, WrongRevision } from './stored-event.js';
import type { Appended, ExpectedRevision, PlacedEvent, StoredEvent } from './stored-event.js';

export interface EventLogOptions {
  /** `esdb://…`; plaintext is for loopback only. */
  readonly connectionString: string;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Each try of an append or a read is given up after this many milliseconds. */
  readonly deadline?: number;
}

const tries = 4;
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds));

/** The streams that hold domain facts. Reads of records are many and change nothing: followers leave them on the server. */
const domainStreams = [
  'organisation-', 'practitioner-', 'arrangement-', 'search-', 'person-', 'enquiry-', 'request-', 'decision-', 'disclosure-',
  'consent-', 'mandate-',
];

/** Whether followers are given this stream: for who reads everything and must end up with what a follower has. */
export const isFollowed = (stream: string): boolean => domainStreams.some((prefix) => stream.startsWith(prefix));

/**
 * The only room that knows the database client. It keeps apart connections for appends, reads and subscriptions
 * (one blocked kind must not starve the others), names an exact revision on every append, uses the classic call
 * (the batch call ignores deadlines in this client), and resends the same bytes when an outcome is unknown.
 */
export class EventLog {
  private readonly appends: EventStoreDBClient;
  private readonly reads: EventStoreDBClient;
  private readonly subscriptions: EventStoreDBClient;
  private readonly credentials: { readonly username: string; readonly password: string };
  private readonly deadline: number;

  /** @throws TypeError when the connection is plaintext to anything but this machine. */
  constructor(options: EventLogOptions) {
    refusePlaintextElsewhere(options.connectionString);
    // grpc-js pools connections whose target and options are equal: a differing option is what keeps three clients apart.
    const connect = (ping: number): EventStoreDBClient => EventStoreDBClient.connectionString(withPing(options.connectionString, ping));
    this.appends = connect(10_000);
    this.reads = connect(10_001);
    this.subscriptions = connect(10_002);
    this.credentials = { username: options.user ?? 'hub', password: options.password ?? 'hub' };
    this.deadline = options.deadline ?? 5_000;
  }

  /**
   * Appends events at an exact revision. Durable when it returns.
   * @throws WrongRevision when the stream has moved on; LogUnavailable when the outcome stayed unknown.
   */
  async append(stream: string, expected: ExpectedRevision, events: readonly StoredEvent[]): Promise<Appended> {
    const batch = events.map((event) => jsonEvent({ id: event.id, type: event.type, data: event.data, metadata: event.metadata }));
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await this.appends.appendToStream(stream, batch, {
          expectedRevision: expected === 'none' ? NO_STREAM : expected, deadline: this.deadline, credentials: this.credentials,
        });
        return placed(result);
      } catch (error) {
        if (error instanceof WrongExpectedVersionError) throw new WrongRevision(`${stream} has moved on`);
        if (attempt === tries) throw new LogUnavailable('The event log did not confirm the append.', { cause: error });
        await pause(100 * 2 ** attempt);
      }
    }
  }

  /** A whole stream, oldest first; empty when there is none. */
  async readStream(stream: string, from: bigint = 0n): Promise<PlacedEvent[]> {
    return this.reading(async () => {
      const events: PlacedEvent[] = [];
      const reading = this.reads.readStream<JSONEventType>(stream, { direction: FORWARDS, fromRevision: from, credentials: this.credentials });
      for await (const resolved of leavable(reading)) events.push(...placedEvent(resolved));
      return events;
    }).catch((error: unknown) => {
      if (error instanceof StreamNotFoundError) return [];
      throw error;
    });
  }

  /** The event at one revision, or null: how a checkpoint is checked against the server it is used on. */
  async readOne(stream: string, revision: bigint): Promise<PlacedEvent | null> {
    return this.reading(async () => {
      const reading = this.reads.readStream<JSONEventType>(stream, { fromRevision: revision, maxCount: 1, credentials: this.credentials });
      for await (const resolved of leavable(reading)) return placedEvent(resolved)[0] ?? null;
      return null;
    }).catch((error: unknown) => {
      if (error instanceof StreamNotFoundError) return null;
      throw error;
    });
  }

  /** Everything of the domain in order, from after `position`, to the end as it is now. */
  async *readAll(position: bigint | null = null): AsyncGenerator<PlacedEvent> {
    const reading = this.reads.readAll({
      direction: FORWARDS, fromPosition: position === null ? START : { commit: position, prepare: position }, credentials: this.credentials,
    });
    for await (const resolved of leavable(reading)) {
      const [event] = placedEvent(resolved as ResolvedEvent<JSONEventType>);
      if (event && event.position !== position && !event.stream.startsWith('$')) yield event;
    }
  }

  /** The newest event of all, or null in an empty log. */
  async head(): Promise<PlacedEvent | null> {
    const reading = this.reads.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 50, credentials: this.credentials });
    for await (const resolved of leavable(reading)) {
      const [event] = placedEvent(resolved as ResolvedEvent<JSONEventType>);
      if (event && !event.stream.startsWith('$')) return event;
    }
    return null;
  }

  /**
   * Follows the log from after `position` until the signal aborts, in batches of whatever has arrived: one by one when
   * live, many when catching up. Ends with an error when the connection is lost: the caller starts again from its own
   * checkpoint, which is the only place that knows what was handled.
   */
  async *follow(position: bigint | null, signal: AbortSignal, most = 500): AsyncGenerator<PlacedEvent[]> {
    const subscription = this.subscriptions.subscribeToAll({
      fromPosition: position === null ? START : { commit: position, prepare: position },
      filter: streamNameFilter({ prefixes: domainStreams, checkpointInterval: 32 }), credentials: this.credentials,
    }, { highWaterMark: most });
    const news = new News(subscription, signal);
    try {
      while (!signal.aborted) {
        const batch: PlacedEvent[] = [];
        for (let item: unknown; batch.length < most && (item = subscription.read()) !== null;) {
          batch.push(...placedEvent(item as ResolvedEvent<JSONEventType>));
        }
        if (batch.length > 0) yield batch;
        else await news.next();
      }
    } finally {
      await subscription.unsubscribe().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.appends.dispose(), this.reads.dispose(), this.subscriptions.dispose()]);
  }

  private async reading<T>(read: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await within(this.deadline * 6, read());
      } catch (error) {
        if (error instanceof StreamNotFoundError) throw error;
        if (attempt === tries) throw new LogUnavailable('The event log did not answer a read.', { cause: error });
        await pause(100 * 2 ** attempt);
      }
    }
  }
}

/** Waits until a subscription has something to read, or has ended in any of the ways in which it can end. */
class News {
  private failure: Error | null = null;
  private wake: () => void = () => undefined;

  constructor(subscription: AllStreamSubscription, private readonly signal: AbortSignal) {
    const lost = (cause?: unknown): void => {
      this.failure ??= new LogUnavailable('The subscription was lost.', { cause });
      this.wake();
    };
    subscription.on('readable', () => this.wake());
    subscription.on('error', lost);
    subscription.on('end', () => lost());
    subscription.on('close', () => lost());
    signal.addEventListener('abort', () => this.wake(), { once: true });
  }

  async next(): Promise<void> {
    if (this.failure === null && !this.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    if (this.failure !== null && !this.signal.aborted) throw this.failure;
  }
}

/**
 * Lets a read be left before its end. The client's own iterator then destroys its end of the call only: the call stays
 * open on the server, and disposing the client waits for it for ever.
 */
async function* leavable<T>(reading: StreamingRead<T>): AsyncGenerator<T> {
  let whole = false;
  try {
    for await (const resolved of reading.iterator({ destroyOnReturn: false })) yield resolved as T;
    whole = true;
  } finally {
    if (!whole) {
      reading.on('error', () => undefined).resume();
      await reading.cancel();
    }
  }
}

function placedEvent(resolved: ResolvedEvent<JSONEventType>): PlacedEvent[] {
  const { event } = resolved;
  if (!event || !event.isJson) return [];
  return [{
    id: event.id, type: event.type, data: event.data as Readonly<Record<string, unknown>>,
    metadata: (event.metadata ?? {}) as Readonly<Record<string, unknown>>,
    stream: event.streamId, revision: event.revision, position: event.position?.commit ?? resolved.commitPosition ?? 0n,
  }];
}

const placed = (result: AppendResult): Appended => ({
  revision: result.nextExpectedRevision, position: result.position?.commit ?? 0n,
});

const withPing = (connectionString: string, milliseconds: number): string =>
  `${connectionString}${connectionString.includes('?') ? '&' : '?'}keepAliveInterval=${milliseconds}`;

function refusePlaintextElsewhere(connectionString: string): void {
  const plaintext = /[?&]tls=false/i.test(connectionString);
  const local = /^esdb(\+discover)?:\/\/(?:[^@/]*@)?(127\.0\.0\.1|localhost|\[::1\])(:\d+)?([/?]|$)/i.test(connectionString);
  if (plaintext && !local) {
    throw new TypeError('MASH_EVENT_STORE uses tls=false to another machine. On plaintext the client drops its credentials: use TLS, or a server on 127.0.0.1.');
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LogUnavailable('The event log did not answer in time.')), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
