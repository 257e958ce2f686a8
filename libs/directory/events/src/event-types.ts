import type { EventTypes } from '@mash/kernel';
import { eventTypes } from '@mash/kernel';
import type { DirectoryEvent } from './index.js';

/** Every event of this context, each with what lifts its older schemas to the current one. A sample of each lies in `../golden`. */
export const directoryEventTypes: EventTypes = eventTypes<DirectoryEvent>({
  AbsenceEnded: [],
  AbsenceRecorded: [],
  AccountClaimed: [],
  ArrangementMade: [],
  OrganisationCapacityEnded: [],
  OrganisationCapacityGranted: [],
  OrganisationRegistered: [],
  PostLeft: [],
  PostTaken: [],
  PractitionerRegistered: [],
  SignatoryDelegated: [],
  UnitOpened: [],
});
