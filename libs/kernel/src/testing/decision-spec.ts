import { isDeepStrictEqual, inspect } from 'node:util';
import type { Decider } from '../decider.js';
import { fold } from '../decider.js';
import type { DomainEvent } from '../event.js';
import { Rejected } from '../rejection.js';

/** The second half of a decision test: what came of the command. */
export interface Outcome<Event extends DomainEvent> {
  /** Exactly these events, in this order. */
  expectEvents(...events: readonly Event[]): void;
  /** Exactly these reasons, written `rule CODE`, in any order. */
  expectRejection(...reasons: readonly string[]): void;
  /** The given reasons are among those named. */
  expectRejectionIncluding(...reasons: readonly string[]): void;
  /** Accepted, and nothing new happened. */
  expectNothing(): void;
  /** The events, for an assertion on part of them. */
  events(): readonly Event[];
}

/** The grammar of decision tests: given a history, knowing some facts, when commanded, expect. */
export interface DecisionSpec<Command, Event extends DomainEvent, Facts> {
  given(...history: readonly Event[]): {
    knowing(facts: Facts): { when(command: Command): Outcome<Event> };
  };
}

const fail = (said: string, wanted: unknown, got: unknown): never => {
  throw new Error(`${said}\nwanted: ${inspect(wanted, { depth: 9 })}\ngot:    ${inspect(got, { depth: 9 })}`);
};

type Result<Event> = { readonly events: readonly Event[] } | { readonly rejected: Rejected };

const named = (rejected: Rejected): string[] => rejected.reasons.map((reason) => `${reason.rule} ${reason.code}`).sort();

function outcomeOf<Event extends DomainEvent>(result: Result<Event>): Outcome<Event> {
  const events = (): readonly Event[] =>
    'events' in result ? result.events : fail('The command was rejected.', 'events', named(result.rejected));
  const reasons = (): string[] =>
    'rejected' in result ? named(result.rejected) : fail('The command was accepted.', 'a rejection', result.events);
  return {
    events,
    expectEvents: (...wanted) => {
      if (!isDeepStrictEqual([...events()], [...wanted])) fail('Other events happened.', wanted, events());
    },
    expectNothing: () => {
      if (events().length > 0) fail('Something happened.', [], events());
    },
    expectRejection: (...wanted) => {
      if (!isDeepStrictEqual(reasons(), [...wanted].sort())) fail('Other reasons were given.', [...wanted].sort(), reasons());
    },
    expectRejectionIncluding: (...wanted) => {
      const got = reasons();
      if (!wanted.every((reason) => got.includes(reason))) fail('A reason is missing.', wanted, got);
    },
  };
}

/** Makes the given/when/then language for one decider. */
export function decisionSpec<Command, State, Event extends DomainEvent, Facts>(
  decider: Decider<Command, State, Event, Facts>,
): DecisionSpec<Command, Event, Facts> {
  return {
    given: (...history) => ({
      knowing: (facts) => ({
        when: (command) => {
          const state = fold<State, Event>((s, e) => decider.evolve(s, e), decider.initial, history);
          try {
            return outcomeOf<Event>({ events: decider.decide(command, state, facts) });
          } catch (error) {
            if (error instanceof Rejected) return outcomeOf<Event>({ rejected: error });
            throw error;
          }
        },
      }),
    }),
  };
}
