import { PersonCommandsResolver } from './api/person-commands.resolver.js';
import { PersonResolver } from './api/person.resolver.js';
import { RecordAddressHandler } from './use-cases/record-address/record-address.js';
import { RegisterPersonHandler } from './use-cases/register-person/register-person.js';
import { RelatePeopleHandler } from './use-cases/relate-people/relate-people.js';
import { SearchPeopleHandler } from './use-cases/search-people/search-people.js';
import { personView } from './views/person-view.js';

export { matchReasons, searchTermsOf, termsOf } from './domain/terms.js';
export type { MatchReason, SearchTerms } from './domain/terms.js';
export { PersonSettings } from './use-cases/person-settings.js';
export { RecordAddress } from './use-cases/record-address/record-address.js';
export { RegisterPerson } from './use-cases/register-person/register-person.js';
export { RelatePeople } from './use-cases/relate-people/relate-people.js';
export type { PersonMatch } from './use-cases/search-people/find-matches.js';
export { SearchPeople } from './use-cases/search-people/search-people.js';
export type { SearchOutcome } from './use-cases/search-people/search-people.js';
export type { KnownAs, PersonBody } from './views/person-view.js';

export const personHandlers = [SearchPeopleHandler, RegisterPersonHandler, RelatePeopleHandler, RecordAddressHandler];
export const personResolvers = [PersonResolver, PersonCommandsResolver];
export const personViews = [personView];
