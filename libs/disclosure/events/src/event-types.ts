import type { EventTypes } from '@mash/kernel';
import { eventTypes } from '@mash/kernel';
import type { DisclosureEvent } from './disclosure-events.js';

/** Every event of this context, each with what lifts its older schemas to the current one. A sample of each lies in `../golden`. */
export const disclosureEventTypes: EventTypes = eventTypes<DisclosureEvent>({
  ConsentLost: [],
  DisclosureMade: [],
  DisclosureReceived: [],
  OnwardApprovalSought: [],
  OnwardApprovalUsed: [],
  OnwardShareRefused: [],
  OriginatorApproved: [],
  OriginatorRefused: [],
  RestrictionsAccepted: [],
});
