import type {
  ApprovalId, ConsentId, DecisionId, DisclosureId, EnquiryId, Instant, ItemId, Party, PersonId, PractitionerId, RequestId, Row,
} from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import { URGENCIES, addElapsedHours } from '@mash/law';
import type { UrgencyCode } from '@mash/law';

/** What somebody has to do next. */
export const tasks = [
  'ANSWER_REQUEST', 'REQUEST_OVERDUE', 'CONCERN_TO_TRIAGE', 'RESTRICTIONS_TO_ACCEPT', 'RECEIPT_TO_RECORD', 'APPROVE_ONWARD', 'BASIS_UNDER_REVIEW',
  'TELL_PERSON', 'ENQUIRY_TO_ASSIGN', 'ENQUIRY_ASSIGNED',
] as const;
export type Task = (typeof tasks)[number];

/** One open task of one unit: codes and ids only, so that a queue can be shown without opening any record. */
export interface WorkBody {
  readonly id: string;
  readonly kind: Task;
  readonly requestId: RequestId | null;
  readonly enquiryId: EnquiryId | null;
  readonly disclosureId: DisclosureId | null;
  readonly decisionId: DecisionId | null;
  readonly approvalId: ApprovalId | null;
  readonly consentId: ConsentId | null;
  readonly personId: PersonId | null;
  /** The items of the request or disclosure that the task is about. */
  readonly items: readonly ItemId[];
  readonly urgency: UrgencyCode | null;
  readonly since: Instant;
  readonly due: Instant | null;
  readonly worker: PractitionerId | null;
  /** The unit whose task it is. */
  readonly party: Party;
}

/** A task with nothing said of it but what it is, whose, and since when. */
export const task = (id: string, kind: Task, party: Party, since: Instant): WorkBody => ({
  id, kind, party, since, requestId: null, enquiryId: null, disclosureId: null, decisionId: null, approvalId: null, consentId: null, personId: null,
  items: [], urgency: null, due: null, worker: null,
});

/** When a task presses: at its due time, or where it has none, once its urgency's hours have passed; work without either waits longest. */
const pressing = ({ due, since, urgency }: WorkBody): Instant => due ?? addElapsedHours(since, URGENCIES[urgency ?? 'ROUTINE'].defaultHours);

/** The row of a task that is to be done: its unit sees it, and so does whoever has it in hand. */
export const open = (body: WorkBody, before: Row<WorkBody> = emptyRow(body)): Row<WorkBody> => ({
  ...before, body, agency: body.party.organisation, units: [body.party.unit], people: body.worker === null ? [] : [body.worker],
  enquiryId: body.enquiryId, status: body.kind, sort: pressing(body),
});

/** The row of a task that may yet come to be: nobody sees it, and no count includes it. */
export const waiting = (body: WorkBody, before: Row<WorkBody> = emptyRow(body)): Row<WorkBody> => ({
  ...before, body, agency: body.party.organisation, units: [], people: [], enquiryId: null, status: 'WAITING', sort: body.since,
});

export const isWaiting = (row: Row<WorkBody>): boolean => row.status === 'WAITING';
