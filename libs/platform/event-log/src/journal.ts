import { randomBytes } from 'node:crypto';
import type {
  Clock, CommandId, Decider, DomainEvent, EnquiryId, EventActor, EventMetadata, EventId, EventTypes, Instant, PersonId, Recorded,
} from '@mash/kernel';
import { Rejected, currentSchema, fold, upcast } from '@mash/kernel';
import type { EventLog } from './event-log.js';
import { derivedId, eventIdOf } from './ids.js';
import type { Appended, ExpectedRevision, PlacedEvent, StoredEvent } from './stored-event.js';
import { LogUnavailable, WrongRevision } from './stored-event.js';

/** Who commands, under which id, and when it happened. */
export interface CommandContext {
  readonly commandId: CommandId;
  readonly actor: EventActor;
  readonly correlationId: string;
  readonly causationId?: string | null;
  /** When the fact happened, if not now. */
  readonly occurredAt?: Instant;
}

/** What an event is about, for the parts of its metadata that a follower filters by. */
export interface About {
  readonly enquiryId?: EnquiryId | null;
  readonly subjects?: readonly PersonId[];
}

/** Seals personal values before they reach the log, and opens them for those who may. Kept by the vault. */
export interface Sealer {
  seal(stream: string, events: readonly StoredEvent[]): Promise<StoredEvent[]>;
  open<E extends StoredEvent>(stream: (event: E) => string, events: readonly E[]): Promise<E[]>;
}

/** What a command came to. `changed` is false when the same command had already been done. */
export interface Done {
  readonly revision: bigint;
  readonly position: bigint;
  readonly changed: boolean;
}

/** How one command runs on one stream. */
export interface Execution<Command, State, Event extends DomainEvent, Facts> {
  readonly stream: string;
  readonly decider: Decider<Command, State, Event, Facts>;
  readonly command: Command;
  readonly context: CommandContext;
  facts(state: State): Facts | Promise<Facts>;
  about(state: State): About;
}

export interface JournalVersions {
  readonly policyVersion: string;
  readonly ruleSetAt: (at: Instant) => string;
  /** What lifts older schemas to the current ones; a type it does not name has schema 1 only. */
  readonly events?: EventTypes;
}

const conflictsBeforeGivingUp = 8;

/** The log as the domain knows it: events opened and sealed, commands decided on a history at an exact revision. */
export class Journal {
  constructor(
    readonly log: EventLog, private readonly sealer: Sealer, readonly clock: Clock, private readonly versions: JournalVersions,
  ) {}

  private get types(): EventTypes {
    return this.versions.events ?? {};
  }

  /** The newest schema of an event type that this program reads: a follower stops before one that is newer. */
  newestSchema(type: string): number {
    return currentSchema(this.types, type) ?? 1;
  }

  /** A stream's history, opened. */
  async history<E extends DomainEvent>(stream: string): Promise<Recorded<E>[]> {
    return this.opened<E>(await this.log.readStream(stream));
  }

  /** The state of an aggregate another context decides about, from its events. */
  async state<S, E extends DomainEvent>(stream: string, fact: { readonly initial: S; evolve(state: S, event: E): S }): Promise<S> {
    const history = await this.history<E>(stream);
    return fold<S, E>((state, event) => fact.evolve(state, event), fact.initial, history.map((recorded) => recorded.event));
  }

  /**
   * Opens events and lifts them to the current schema of their type: after opening, because a sealed value opens only at the
   * place where it was sealed. Every reader of content comes through here.
   * @throws NewerSchema when a newer program wrote one of them
   */
  async opened<E extends DomainEvent>(events: readonly PlacedEvent[]): Promise<Recorded<E>[]> {
    const open = await this.sealer.open((event) => event.stream, events);
    return open.map((event) => ({
      event: upcast(this.types, { type: event.type, schema: Number(event.metadata['schema'] ?? 1), data: event.data }) as unknown as E,
      id: event.id as EventId, stream: event.stream, revision: event.revision, position: event.position,
      metadata: event.metadata as unknown as EventMetadata,
    }));
  }

  /**
   * Reads, decides and appends. The same command id does its work once: a stream that already holds it answers with that result.
   * @throws Rejected with its reasons; its recorded refusal, if any, is in the log first.
   */
  async execute<C, S, E extends DomainEvent, F>(run: Execution<C, S, E, F>): Promise<Done> {
    for (let attempt = 1; attempt <= conflictsBeforeGivingUp; attempt += 1) {
      const history = await this.history<E>(run.stream);
      const before = history.filter((recorded) => recorded.metadata.commandId === run.context.commandId).at(-1);
      if (before) return { revision: before.revision, position: before.position, changed: false };
      try {
        return await this.decideOn(run, history);
      } catch (error) {
        if (!(error instanceof WrongRevision)) throw error;
      }
    }
    throw new LogUnavailable('Too many others were writing to the same record.');
  }

  private async decideOn<C, S, E extends DomainEvent, F>(run: Execution<C, S, E, F>, history: readonly Recorded<E>[]): Promise<Done> {
    const state = fold<S, E>((s, e) => run.decider.evolve(s, e), run.decider.initial, history.map((recorded) => recorded.event));
    const facts = await run.facts(state);
    const expected = history.at(-1)?.revision ?? 'none';
    let events: readonly E[];
    try {
      events = run.decider.decide(run.command, state, facts);
    } catch (error) {
      if (error instanceof Rejected) await this.recordRefusal(run, expected, history, error, run.about(state));
      throw error;
    }
    const last = history.at(-1);
    if (events.length === 0) return { revision: last?.revision ?? -1n, position: last?.position ?? 0n, changed: false };
    const after = fold<S, E>((s, e) => run.decider.evolve(s, e), state, events);
    return { ...await this.append(run.stream, expected, events, run.context, run.about(after)), changed: true };
  }

  private async recordRefusal<C, S, E extends DomainEvent, F>(
    run: Execution<C, S, E, F>, expected: ExpectedRevision, history: readonly Recorded<E>[], refusal: Rejected, about: About,
  ): Promise<void> {
    const commandId = derivedId<CommandId>(run.context.commandId, 'refused');
    if (refusal.record.length === 0 || history.some((recorded) => recorded.metadata.commandId === commandId)) return;
    await this.append(run.stream, expected, refusal.record, { ...run.context, commandId }, about);
  }

  /** Seals and appends at an exact revision. Commands go through `execute`; this is for single-writer streams. */
  async append(
    stream: string, expected: ExpectedRevision, events: readonly DomainEvent[], context: CommandContext, about: About,
  ): Promise<Appended> {
    const old = events.find((event) => event.schema !== (currentSchema(this.types, event.type) ?? event.schema));
    if (old) throw new TypeError(`${old.type} is written in schema ${currentSchema(this.types, old.type) ?? 1}, not ${old.schema}: its upcasters say so.`);
    const recordedAt = this.clock.now();
    const stored = events.map((event, index): StoredEvent => ({
      id: eventIdOf(context.commandId, stream, index), type: event.type, data: event.data as Readonly<Record<string, unknown>>,
      metadata: {
        schema: event.schema, commandId: context.commandId, correlationId: context.correlationId, causationId: context.causationId ?? null,
        actor: context.actor, occurredAt: context.occurredAt ?? recordedAt, recordedAt, policyVersion: this.versions.policyVersion,
        ruleSet: this.versions.ruleSetAt(recordedAt), salt: randomBytes(16).toString('hex'),
        enquiryId: about.enquiryId ?? null, subjects: about.subjects ?? [],
      },
    }));
    return this.log.append(stream, expected, await this.sealer.seal(stream, stored));
  }
}
