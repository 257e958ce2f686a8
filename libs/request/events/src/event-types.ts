import type { EventTypes } from '@mash/kernel';
import { eventTypes } from '@mash/kernel';
import type { RequestEvent } from './index.js';

/** Every event of this context, each with what lifts its older schemas to the current one. A sample of each lies in `../golden`. */
export const requestEventTypes: EventTypes = eventTypes<RequestEvent>({
  InformationRequested: [],
  ItemsAnswered: [],
  RequestAllocated: [],
  RequestDisputed: [],
  RequestOverdue: [],
});
