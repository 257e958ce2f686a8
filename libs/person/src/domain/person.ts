import type { Party } from '@mash/kernel';
import type { PersonEvent, PersonFacts, Relation } from '@mash/person-events';
import { personFacts } from '@mash/person-events';

/** What decisions about a person need to know of them; null before registration. */
export type Person = (PersonFacts & { readonly relations: readonly { readonly to: string; readonly relation: Relation; readonly by: Party }[] }) | null;

export const none: Person = null;

export function evolve(state: Person, event: PersonEvent): Person {
  switch (event.type) {
    case 'PersonRegistered': {
      const facts = personFacts.evolve(null, event);
      return facts && { ...facts, relations: [] };
    }
    case 'PersonRelated': {
      const { to, relation, by } = event.data;
      return state && { ...state, relations: [...state.relations, { to, relation, by }] };
    }
    case 'AddressRecorded':
    case 'PeopleSearched': return state;
  }
}
