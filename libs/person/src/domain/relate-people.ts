import type { Decider, Party, PersonId } from '@mash/kernel';
import { NotFound, reason, rejectIf, sameParty } from '@mash/kernel';
import type { PersonEvent, Relation } from '@mash/person-events';
import type { Person } from './person.js';
import { evolve, none } from './person.js';

/** Say how one person is related to another, as this unit knows it. */
export interface RelatePeopleCommand {
  readonly personId: PersonId;
  readonly by: Party;
  readonly to: PersonId;
  readonly relation: Relation;
}

export const relatingPeople: Decider<RelatePeopleCommand, Person, PersonEvent, null> = {
  initial: none,
  evolve,
  decide({ personId, by, to, relation }, state) {
    if (state === null) throw new NotFound();
    rejectIf(personId === to ? [reason('13.8', 'RELATED_TO_SELF', 'A person cannot be related to themselves.', 'Choose the other person.')] : []);
    const known = state.relations.some((each) => each.to === to && each.relation === relation && sameParty(each.by, by));
    return known ? [] : [{ type: 'PersonRelated', schema: 1, data: { personId, by, to, relation } }];
  },
};
