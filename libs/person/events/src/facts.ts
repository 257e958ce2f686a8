import type { Instant, Party, PersonId, SearchId } from '@mash/kernel';
import type { PersonEvent, PersonDetails, SearchCriteria } from './index.js';

/** What another context may need to know of a person; null before registration. */
export interface PersonFacts {
  readonly personId: PersonId;
  readonly registeredBy: Party;
  readonly registeredUnder: SearchId;
  readonly details: PersonDetails | null;
}

export const personFacts = {
  initial: null as PersonFacts | null,
  evolve(state: PersonFacts | null, event: PersonEvent): PersonFacts | null {
    if (event.type !== 'PersonRegistered') return state;
    const { personId, by, searchId, details } = event.data;
    return { personId, registeredBy: by, registeredUnder: searchId, details: details.value };
  },
};

/** A search as it stands in the log: what was looked for, by whom, and who was shown. */
export interface SearchFacts {
  readonly by: Party;
  /** When the hub recorded it. */
  readonly at: Instant;
  /** Null once the key is gone. */
  readonly criteria: SearchCriteria | null;
  readonly matches: readonly PersonId[];
}
