import type { SharingDecided } from '@mash/decision-events';
import type { EnquiryOpened, WorkerAssigned } from '@mash/enquiry-events';
import type { Instant, Row } from '@mash/kernel';
import type { WorkBody } from './work-body.js';
import { open, task } from './work-body.js';

export const enquiryOpened = ({ enquiryId, lead, urgency }: EnquiryOpened['data'], at: Instant): Row<WorkBody> =>
  open({ ...task(`${enquiryId}/enquiry`, 'ENQUIRY_TO_ASSIGN', lead, at), enquiryId, urgency });

export const assigned = (row: Row<WorkBody>, { worker }: WorkerAssigned['data'], at: Instant): Row<WorkBody> =>
  open({ ...row.body, kind: 'ENQUIRY_ASSIGNED', worker, since: at }, row);

/** Somebody is to be told after the sharing, by a time (2.R9). */
export function toTell({ decisionId, enquiryId, requestId, by, telling }: SharingDecided['data'], key: string, at: Instant): Row<WorkBody> | null {
  const tell = telling.find((each) => key === `${decisionId}/tell/${each.personId}`);
  if (tell?.kind !== 'TOLD_AFTER') return null;
  const row = open({ ...task(key, 'TELL_PERSON', by, at), decisionId, enquiryId, requestId, personId: tell.personId, due: tell.due });
  return { ...row, lookups: enquiryId === null ? [] : [`tell:${enquiryId}/${tell.personId}`] };
}
