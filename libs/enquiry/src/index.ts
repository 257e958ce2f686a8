import { EnquiryResolver } from './api/enquiry.resolver.js';
import { AddPersonHandler } from './use-cases/add-person/add-person.js';
import { AssignWorkerHandler } from './use-cases/assign-worker/assign-worker.js';
import { InformPersonHandler } from './use-cases/inform-person/inform-person.js';
import { OpenEnquiryHandler } from './use-cases/open-enquiry/open-enquiry.js';
import { RecordGroundsHandler } from './use-cases/record-grounds/record-grounds.js';
import { enquiryView } from './views/enquiry-view.js';

export { AddPerson } from './use-cases/add-person/add-person.js';
export { AssignWorker } from './use-cases/assign-worker/assign-worker.js';
export { InformPerson } from './use-cases/inform-person/inform-person.js';
export { OpenEnquiry } from './use-cases/open-enquiry/open-enquiry.js';
export { RecordGrounds } from './use-cases/record-grounds/record-grounds.js';
export type { EnquiryBody } from './views/enquiry-view.js';

export const enquiryHandlers = [OpenEnquiryHandler, AddPersonHandler, RecordGroundsHandler, AssignWorkerHandler, InformPersonHandler];
export const enquiryResolvers = [EnquiryResolver];
export const enquiryViews = [enquiryView];
