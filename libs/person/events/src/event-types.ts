import type { EventTypes } from '@mash/kernel';
import { eventTypes } from '@mash/kernel';
import type { PersonEvent } from './index.js';

/** Every event of this context, each with what lifts its older schemas to the current one. A sample of each lies in `../golden`. */
export const personEventTypes: EventTypes = eventTypes<PersonEvent>({
  AddressRecorded: [],
  PeopleSearched: [],
  PersonRegistered: [],
  PersonRelated: [],
});
