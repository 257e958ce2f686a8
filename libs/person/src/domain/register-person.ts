import type { Decider, Instant, Party, PersonId, Reason, SearchId } from '@mash/kernel';
import { heldBy, personFile, personal, reason, rejectIf, sameParty } from '@mash/kernel';
import { elapsedHoursBetween, isBlank, localDateOf } from '@mash/law';
import type { Birth, PersonDetails, PersonEvent, SearchFacts } from '@mash/person-events';
import type { Person } from './person.js';
import { evolve, none } from './person.js';
import { readDay, readNhsNumber, words } from './read-criteria.js';
import { soundKey } from './sounds-like.js';
import { normalised } from './terms.js';

/** Make a person or an unborn child known, after a search showed that nobody found is the same. */
export interface RegisterPersonCommand {
  readonly personId: PersonId;
  readonly by: Party;
  readonly searchId: SearchId;
  readonly details: PersonDetails;
  readonly existenceMarker: boolean;
  readonly notTheSameAs: readonly { readonly personId: PersonId; readonly why: string }[];
}

export interface RegisterPersonFacts {
  readonly now: Instant;
  /** The search that the command names; null when there is none. */
  readonly search: SearchFacts | null;
  /** The hubs of the arrangements that the registering agency is part of. */
  readonly hubs: readonly Party[];
  readonly allowTestNumbers: boolean;
}

/** How long a search counts: what was known yesterday need not be what is known now. */
const searchHolds = 24;

/** Whether the search could have found this person: by their number, or by a family name that sounds like theirs. */
function searchedFor({ familyName, alsoKnownAs, nhsNumber }: PersonDetails, { criteria }: SearchFacts): boolean {
  const names = [familyName ?? '', ...alsoKnownAs.map((name) => name.trim().split(/\s+/).at(-1) ?? '')].map(normalised).filter((name) => name !== '');
  if (criteria === null || (names.length === 0 && nhsNumber === null)) return true;
  const searched = soundKey(normalised(criteria.familyName ?? ''));
  return (nhsNumber !== null && criteria.nhsNumber === nhsNumber) || names.some((name) => soundKey(name) === searched);
}

function checkSearch({ by, details, notTheSameAs }: RegisterPersonCommand, { now, search }: RegisterPersonFacts): Reason[] {
  if (search === null || !sameParty(search.by, by) || elapsedHoursBetween(search.at, now) > searchHolds) {
    return [reason('13.R3', 'NOT_SEARCHED', 'Your unit has not searched for this person within the last 24 hours.', 'Search first: they may be known already.')];
  }
  const unexplained = search.matches.filter((match) => !notTheSameAs.some((other) => other.personId === match && !isBlank(other.why)));
  return [
    ...unexplained.length > 0 ? [reason('13.R3', 'NEAR_MATCH_NOT_EXPLAINED',
      `The search found ${unexplained.length} who may be the same person, and it is not said why they are not.`,
      'Use the person who was found, or say of each why they are somebody else.')] : [],
    ...searchedFor(details, search) ? [] : [reason('13.R3', 'SEARCHED_FOR_ANOTHER',
      'The search was for another family name and another NHS number.', 'Search for the person who is to be registered.')],
  ];
}

/** A birth as known, estimated or expected: an exact or estimated day lies in the past, an expected one does not. */
function checkBirth(birth: Birth, now: Instant): Reason[] {
  if (birth.kind === 'UNKNOWN') return [];
  const day = readDay(birth.on);
  if (day.value === null) {
    return [...day.reasons, ...isBlank(birth.on) ? [reason('13.8', 'DAY_MISSING', 'The birth has no day.', 'Give the day, or say that nothing is known of it.')] : []];
  }
  const today = localDateOf(now);
  if (birth.kind === 'EXPECTED') {
    return day.value < today ? [reason('13.8', 'EXPECTED_BIRTH_PAST', 'The expected day of birth has passed.', 'Give the day of birth, or say that it is estimated.')] : [];
  }
  return day.value > today ? [reason('13.8', 'BIRTH_IN_FUTURE', 'The day of birth lies in the future.', 'For an unborn child, say that the birth is expected.')] : [];
}

export const registeringPerson: Decider<RegisterPersonCommand, Person, PersonEvent, RegisterPersonFacts> = {
  initial: none,
  evolve,
  decide(command, state, facts) {
    const { personId, by, searchId, existenceMarker, notTheSameAs, details } = command;
    const nhsNumber = readNhsNumber(details.nhsNumber, facts.allowTestNumbers);
    const read: PersonDetails = {
      givenName: words(details.givenName), familyName: words(details.familyName), alsoKnownAs: details.alsoKnownAs.filter((name) => !isBlank(name)),
      birth: details.birth.kind === 'UNKNOWN' ? { kind: 'UNKNOWN' } : { kind: details.birth.kind, on: details.birth.on },
      sex: details.sex, nhsNumber: nhsNumber.value, address: words(details.address),
    };
    rejectIf([
      ...state === null ? [] : [reason('13.R3', 'ALREADY_REGISTERED', 'This person is registered already.', 'Use the record that exists.')],
      ...nhsNumber.reasons, ...checkBirth(details.birth, facts.now), ...checkSearch({ ...command, details: read }, facts),
    ]);
    const held = heldBy(personFile(personId), by.organisation);
    return [{ type: 'PersonRegistered', schema: 1, data: {
      personId, by, searchId, existenceMarker, details: personal(`person:${personId}:details`, held, read),
      // The registering unit sees its own record; a marker would only repeat it.
      markerFor: existenceMarker ? facts.hubs.filter((hub) => !sameParty(hub, by)) : [],
      notTheSameAs: notTheSameAs.map((other) => ({
        personId: other.personId, why: personal(`person:${personId}:not:${other.personId}`, held, other.why),
      })),
    } }];
  },
};
