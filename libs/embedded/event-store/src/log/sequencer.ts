import type { LogLine } from '../options.js';
import type { EventReader } from '../storage/event-reader.js';
import { FencedError, WriterSession } from '../storage/writer-session.js';
import { AppendQueue } from './append-queue.js';
import type { AppendOutcome, AppendRequest, QueuedAppend } from './append-request.js';
import { Batch } from './batch.js';
import { PositionIssuer } from './position-issuer.js';
import { RecentIds } from './recent-ids.js';
import { describedStreamOf } from './recorded-event.js';
import { StreamStates } from './stream-states.js';
import { Tail } from './tail.js';

const REOPEN_PAUSE_MS = 200;
const CATCH_UP_PAGE = 512;
/** Within this a commit under way is settled, unless the database has vanished. */
const STOP_PATIENCE_MS = 5_000;

export interface SequencerOptions {
  readonly url: string;
  readonly reader: EventReader;
  readonly manners: boolean;
  readonly waitForLockMs: number;
  readonly newId: () => string;
  readonly now: () => number;
  readonly log: (line: LogLine) => void;
  /** Another node holds the log: whoever follows this one would wait for ever. */
  readonly onTakenOver: () => void;
}

/**
 * The only writer. Appends queue here; what has gathered while one commit was under way becomes the
 * next one, or two where it is much. Subscribers hear of events only once they are committed.
 */
export class Sequencer {
  private readonly queue: AppendQueue;
  private running = false;
  private stopping = false;
  private writer: WriterSession | undefined;
  private positions: PositionIssuer;
  private readonly states: StreamStates;
  private readonly recent: RecentIds;

  private constructor(
    private readonly options: SequencerOptions,
    writer: WriterSession,
    readonly tail: Tail,
  ) {
    this.queue = new AppendQueue(options.now);
    this.states = new StreamStates(options.reader);
    this.recent = new RecentIds(options.manners);
    this.positions = new PositionIssuer(writer.lastPosition, options.manners);
    this.adopt(writer);
  }

  static async open(options: SequencerOptions): Promise<Sequencer> {
    const writer = await WriterSession.open(options.url, options.waitForLockMs);
    return new Sequencer(options, writer, new Tail(writer.lastPosition));
  }

  /** False while the writing session is lost, and for good once another node has taken over. */
  get holdsLog(): boolean {
    return this.writer !== undefined;
  }

  /** Settles within `timeoutMs` whatever happens; after a timeout the outcome is unknown to the caller. */
  append(request: AppendRequest, timeoutMs: number): Promise<AppendOutcome> {
    if (this.stopping || this.writer === undefined) return Promise.resolve({ kind: 'unavailable' });
    const settled = this.queue.add(request, timeoutMs);
    if (!this.running) {
      this.running = true;
      // One turn later, so that appends arriving in the same packet share a commit.
      setImmediate(() => void this.run());
    }
    return settled;
  }

  /** Nothing while more may be sent, otherwise a promise of when. Whoever sends on regardless fills the memory. */
  room(): Promise<void> | undefined {
    return this.queue.room();
  }

  /** Refuses what has not begun, lets the commit under way finish, and gives the lock back. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const append of this.queue.takeAll()) append.answer({ kind: 'unavailable' });
    const giveUpAt = performance.now() + STOP_PATIENCE_MS;
    while (this.running && performance.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 5));
    const { writer } = this;
    this.writer = undefined;
    await writer?.close();
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) await this.commitOnce(this.queue.takeBatch());
    this.running = false;
  }

  private async commitOnce(appends: readonly QueuedAppend[]): Promise<void> {
    const { states, recent, positions, writer } = this;
    const { reader, newId, now } = this.options;
    if (writer === undefined) {
      for (const append of appends) append.answer({ kind: 'unavailable' });
      return;
    }
    const batch = new Batch({ states, recent, positions, reader, newId, now });
    try {
      states.trim();
      recent.maybeForget();
      await states.load(namesIn(appends));
    } catch (error) {
      return this.leaveUndecided(appends, error);
    }
    try {
      for (const append of appends) await batch.add(append);
    } catch (error) {
      // Both hold what was decided and not written; what is committed can be loaded again.
      states.clear();
      recent.clear();
      return appends.length > 1 ? this.decideApart(appends) : this.leaveUndecided(appends, error);
    }
    try {
      if (batch.rows.length > 0) {
        await writer.commit(batch.rows);
        reader.learn(batch.rows);
        this.tail.publish(batch.rows);
      } else {
        await writer.confirm();
      }
      batch.answerAll();
    } catch (error) {
      this.options.log({ level: 'error', msg: 'append failed', error: describe(error), appends: appends.length });
      this.abandon(writer);
      for (const append of appends) append.answer({ kind: 'unavailable' });
    }
  }

  /** One of these cannot be decided, and nothing was written: each by itself, so that it holds up no other. */
  private async decideApart(appends: readonly QueuedAppend[]): Promise<void> {
    for (const append of appends) if (append.giveUpAt > this.options.now()) await this.commitOnce([append]);
  }

  /** The writing session has no part in this: it was asked for nothing. */
  private leaveUndecided(appends: readonly QueuedAppend[], error: unknown): void {
    this.options.log({ level: 'error', msg: 'appends could not be decided', error: describe(error), appends: appends.length });
    for (const append of appends) append.answer({ kind: 'unavailable' });
  }

  private adopt(writer: WriterSession): void {
    this.writer = writer;
    void writer.lost.then(() => this.abandon(writer));
  }

  /**
   * After a failed commit nothing in memory can be trusted, not even to refuse an append: until the log is
   * claimed again, which settles what became of that commit, every append is answered "unavailable".
   */
  private abandon(writer: WriterSession): void {
    if (this.writer !== writer || this.stopping) return;
    this.writer = undefined;
    this.options.log({ level: 'warn', msg: 'lost the writing session; claiming the log again' });
    void writer.close().then(() => this.reopen());
  }

  private async reopen(): Promise<void> {
    for (let attempt = 1; !this.stopping; attempt += 1) {
      let writer: WriterSession | undefined;
      try {
        await new Promise((resolve) => setTimeout(resolve, REOPEN_PAUSE_MS));
        if (this.running) continue;
        writer = await WriterSession.open(this.options.url, 0);
        this.states.clear();
        this.recent.clear();
        this.positions = new PositionIssuer(writer.lastPosition, this.options.manners);
        await this.publishMissed();
        if (this.stopping) return await writer.close();
        this.adopt(writer);
        this.options.log({ level: 'info', msg: 'holds the log again', epoch: writer.epoch });
        return;
      } catch (error) {
        await writer?.close();
        if (error instanceof FencedError) this.options.onTakenOver();
        if (attempt === 1) this.options.log({ level: 'warn', msg: 'cannot claim the log yet', error: describe(error) });
      }
    }
  }

  private async publishMissed(): Promise<void> {
    for (;;) {
      const missed = await this.options.reader.allAfter(this.tail.head, CATCH_UP_PAGE);
      if (missed.length === 0) return;
      this.tail.publish(missed);
    }
  }
}

function* namesIn(appends: readonly QueuedAppend[]): Iterable<string> {
  for (const { stream } of appends) {
    yield stream;
    // An append to a metadata stream changes what is known of the stream it describes; both must be loaded to stay in step.
    const described = describedStreamOf(stream);
    if (described !== undefined) yield described;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
