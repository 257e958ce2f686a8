import type { DomainEvent } from './event.js';

/**
 * The pure heart of an aggregate. `evolve` never refuses; `decide` takes outside facts as data and looks nothing up.
 * @typeParam Command what is asked
 * @typeParam State what decisions need to know of the past, and no more
 * @typeParam Event what can happen
 * @typeParam Facts what the handler gathered: clock, directory, other streams
 */
export interface Decider<Command, State, Event extends DomainEvent, Facts> {
  readonly initial: State;
  evolve(state: State, event: Event): State;
  /** @throws Rejected with every reason, each carrying its rule's number */
  decide(command: Command, state: State, facts: Facts): readonly Event[];
}

/** State after a history. */
export const fold = <State, Event extends DomainEvent>(
  evolve: (state: State, event: Event) => State, initial: State, events: Iterable<Event>,
): State => {
  let state = initial;
  for (const event of events) state = evolve(state, event);
  return state;
};
