import type { schema } from '@mash/web-data-access';

/** One open task, as the queue lists it. */
export type WorkItem = Omit<schema.WorkItem, 'items' | 'party'>;

interface TaskWords {
  readonly title: string;
  readonly says: string;
  readonly to: (task: WorkItem) => string;
}

const request = ({ requestId }: WorkItem): string => `/requests/${requestId ?? ''}`;
const disclosure = ({ disclosureId }: WorkItem): string => `/disclosures/${disclosureId ?? ''}`;
const enquiry = ({ enquiryId }: WorkItem): string => `/enquiries/${enquiryId ?? ''}`;

const kinds: Readonly<Record<string, TaskWords>> = {
  ANSWER_REQUEST: { title: 'Answer a request', says: 'Another agency asks for information.', to: request },
  REQUEST_OVERDUE: { title: 'An answer is overdue', says: 'The time you asked for has passed. Ring them, or ask again.', to: request },
  CONCERN_TO_TRIAGE: { title: 'Look at a new concern', says: 'Decide whether to open an enquiry.', to: disclosure },
  RESTRICTIONS_TO_ACCEPT: { title: 'Accept restrictions to read', says: 'Information has come for you. Nothing of it shows before you accept its restrictions.', to: disclosure },
  RECEIPT_TO_RECORD: { title: 'Record receipt', says: 'Say on what basis your agency holds what it received.', to: disclosure },
  APPROVE_ONWARD: { title: 'Approve passing on', says: 'Another agency wants to pass on something that came from you.', to: disclosure },
  BASIS_UNDER_REVIEW: { title: 'Consent withdrawn: look at the basis', says: 'Something you hold came on a consent that was withdrawn.', to: disclosure },
  TELL_PERSON: { title: 'Tell a person', says: 'Somebody concerned is to be told what was shared.', to: (task) => `/enquiries/${task.enquiryId ?? ''}/tell?person=${task.personId ?? ''}` },
  ENQUIRY_TO_ASSIGN: { title: 'Give an enquiry to a worker', says: 'An enquiry has nobody working on it.', to: (task) => `${enquiry(task)}/assign` },
  ENQUIRY_ASSIGNED: { title: 'Work on an enquiry', says: 'An enquiry that is being worked on.', to: enquiry },
};

/** What a task is called, and the page that resolves it. */
export const wordsOf = (task: WorkItem): TaskWords => kinds[task.kind] ?? { title: 'A task', says: '', to: task.requestId === null ? disclosure : request };
