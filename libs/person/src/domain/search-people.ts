import type { Decider, Party, PersonId, PractitionerId, SearchId } from '@mash/kernel';
import { heldBy, personal, reason, rejectIf } from '@mash/kernel';
import type { PersonEvent, SearchCriteria } from '@mash/person-events';
import { readDay, readNhsNumber, words } from './read-criteria.js';

/** Look for somebody who may be known already. */
export interface SearchPeopleCommand {
  readonly searchId: SearchId;
  readonly by: Party;
  readonly searcher: PractitionerId;
  readonly criteria: SearchCriteria;
}

export interface SearchPeopleFacts {
  /** The people whom the searcher may know of and who match: what came back is part of the record. */
  readonly matches: readonly PersonId[];
}

/**
 * The criteria in canonical form.
 * @throws Rejected when they are too few or cannot be read
 */
export function readCriteria(raw: SearchCriteria, allowTestNumbers: boolean): SearchCriteria {
  const nhsNumber = readNhsNumber(raw.nhsNumber, allowTestNumbers);
  const dateOfBirth = readDay(raw.dateOfBirth);
  const familyName = words(raw.familyName);
  rejectIf([
    ...nhsNumber.reasons, ...dateOfBirth.reasons,
    ...familyName === null && words(raw.nhsNumber) === null ? [reason('13.R3', 'CRITERIA_TOO_FEW',
      'A search needs a family name or an NHS number.', 'Give at least one of them; a date of birth and a given name make it sharper.')] : [],
  ]);
  return { familyName, givenName: words(raw.givenName), dateOfBirth: dateOfBirth.value, nhsNumber: nhsNumber.value };
}

/** The file in which the searcher's agency keeps what was searched for. */
const searchFile = (searchId: SearchId): string => `search:${searchId}`;

export const searchingPeople: Decider<SearchPeopleCommand, null, PersonEvent, SearchPeopleFacts> = {
  initial: null,
  evolve: () => null,
  decide: ({ searchId, by, searcher, criteria }, _, { matches }) => [{ type: 'PeopleSearched', schema: 1, data: {
    searchId, by, searcher, matches, criteria: personal(`search:${searchId}:criteria`, heldBy(searchFile(searchId), by.organisation), criteria),
  } }],
};
