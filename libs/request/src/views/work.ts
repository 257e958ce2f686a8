import type { ConsentWithdrawn } from '@mash/consent-events';
import type { SharingDecided } from '@mash/decision-events';
import type { DisclosureMade, DisclosureReceived, OnwardApprovalSought, OriginatorApproved, OriginatorRefused, RestrictionsAccepted } from '@mash/disclosure-events';
import type { EnquiryOpened, PersonInformed, WorkerAssigned } from '@mash/enquiry-events';
import type { Row, RowKey, View } from '@mash/kernel';
import type { RequestEvent } from '@mash/request-events';
import type { WorkBody } from './work-body.js';
import { approvalSought, basisUnderReview, disclosureTask, received, restrictionsAccepted } from './work-on-disclosures.js';
import { assigned, enquiryOpened, toTell } from './work-on-enquiries.js';
import { answerWanted, answersCame, overdue } from './work-on-requests.js';

export type WorkEvent =
  | Exclude<RequestEvent, { type: 'RequestDisputed' }>
  | DisclosureMade | RestrictionsAccepted | DisclosureReceived | OnwardApprovalSought | OriginatorApproved | OriginatorRefused
  | EnquiryOpened | WorkerAssigned | PersonInformed | SharingDecided | ConsentWithdrawn;

const row = (id: string, task: string): RowKey => ({ key: `${id}/${task}` });

/** Which tasks an event makes, changes or ends. */
function keys(event: WorkEvent): readonly RowKey[] {
  switch (event.type) {
    case 'InformationRequested': return [row(event.data.requestId, 'answer'), row(event.data.requestId, 'overdue')];
    case 'ItemsAnswered': return [row(event.data.requestId, 'answer'), row(event.data.requestId, 'overdue')];
    case 'RequestOverdue': return [row(event.data.requestId, 'overdue')];
    case 'RequestAllocated': return [row(event.data.requestId, 'answer')];
    case 'DisclosureMade': return [row(event.data.disclosureId, event.data.kind === 'CONCERN' ? 'triage' : 'receipt'), row(event.data.disclosureId, 'basis')];
    case 'RestrictionsAccepted': return [row(event.data.disclosureId, 'receipt')];
    case 'DisclosureReceived': return [row(event.data.disclosureId, 'receipt'), row(event.data.disclosureId, 'basis')];
    case 'OnwardApprovalSought': return [row(event.data.approvalId, 'approve')];
    case 'OriginatorApproved':
    case 'OriginatorRefused': return [row(event.data.approvalId, 'approve')];
    case 'ConsentWithdrawn': return event.data.underReview.map(({ disclosureId }) => row(disclosureId, 'basis'));
    case 'EnquiryOpened': return [row(event.data.enquiryId, 'enquiry'), ...event.data.concern === null ? [] : [row(event.data.concern, 'triage')]];
    case 'WorkerAssigned': return [row(event.data.enquiryId, 'enquiry')];
    case 'SharingDecided': return event.data.telling.map(({ personId }) => row(event.data.decisionId, `tell/${personId}`));
    case 'PersonInformed': return [{ lookup: `tell:${event.data.enquiryId}/${event.data.personId}` }];
  }
}

/** The work queue: one row for each open task and the unit whose task it is. */
export const workView: View<WorkEvent, WorkBody> = {
  name: 'work',
  version: 1,
  handles: [
    'InformationRequested', 'ItemsAnswered', 'RequestOverdue', 'RequestAllocated', 'DisclosureMade', 'RestrictionsAccepted', 'DisclosureReceived',
    'OnwardApprovalSought', 'OriginatorApproved', 'OriginatorRefused', 'ConsentWithdrawn', 'EnquiryOpened', 'WorkerAssigned', 'SharingDecided', 'PersonInformed',
  ],
  keys: ({ event }) => keys(event),
  apply(before, { event, metadata }, key): Row<WorkBody> | null {
    const at = metadata.recordedAt;
    switch (event.type) {
      case 'InformationRequested': return answerWanted(event.data, key, at);
      case 'ItemsAnswered': return before && answersCame(before, event.data);
      case 'RequestOverdue': return before && overdue(before, at);
      case 'RequestAllocated': return before && { ...before, body: { ...before.body, worker: event.data.worker } };
      case 'DisclosureMade': return disclosureTask(event.data, key, at);
      case 'RestrictionsAccepted': return before && restrictionsAccepted(before, at);
      case 'DisclosureReceived': return before && received(before, event.data, key);
      case 'OnwardApprovalSought': return approvalSought(event.data, at);
      case 'OriginatorApproved':
      case 'OriginatorRefused':
      case 'PersonInformed': return null;
      case 'ConsentWithdrawn': return before && basisUnderReview(before, event.data, at);
      // The enquiry takes the place of the concern that was to be triaged.
      case 'EnquiryOpened': return key.endsWith('/enquiry') ? enquiryOpened(event.data, at) : null;
      case 'WorkerAssigned': return before && assigned(before, event.data, at);
      case 'SharingDecided': return toTell(event.data, key, at);
    }
  },
};
