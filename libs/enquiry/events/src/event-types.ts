import type { EventTypes } from '@mash/kernel';
import { eventTypes } from '@mash/kernel';
import type { EnquiryEvent } from './enquiry-events.js';

/** Every event of this context, each with what lifts its older schemas to the current one. A sample of each lies in `../golden`. */
export const enquiryEventTypes: EventTypes = eventTypes<EnquiryEvent>({
  EnquiryOpened: [],
  GroundsRecorded: [],
  PersonAddedToEnquiry: [],
  PersonInformed: [],
  WorkerAssigned: [],
});
