import { accessEventTypes } from '@mash/access-events';
import { consentEventTypes } from '@mash/consent-events';
import { decisionEventTypes } from '@mash/decision-events';
import { directoryEventTypes } from '@mash/directory-events';
import { disclosureEventTypes } from '@mash/disclosure-events';
import { enquiryEventTypes } from '@mash/enquiry-events';
import type { EventTypes } from '@mash/kernel';
import { personEventTypes } from '@mash/person-events';
import { requestEventTypes } from '@mash/request-events';

/** The events of each context, by the folder they live in. */
export const eventTypesByContext: Readonly<Record<string, EventTypes>> = {
  access: accessEventTypes, consent: consentEventTypes, decision: decisionEventTypes, directory: directoryEventTypes,
  disclosure: disclosureEventTypes, enquiry: enquiryEventTypes, person: personEventTypes, request: requestEventTypes,
};

/** Every event that the product writes or ever wrote: what reads the log lifts older schemas by it. */
export const allEventTypes: EventTypes = Object.assign({}, ...Object.values(eventTypesByContext)) as EventTypes;
