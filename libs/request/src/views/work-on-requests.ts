import type { Instant, Row } from '@mash/kernel';
import type { InformationRequested, ItemsAnswered } from '@mash/request-events';
import type { WorkBody } from './work-body.js';
import { isWaiting, open, task, waiting } from './work-body.js';

/** The addressee is to answer; the asker's task waits until the time has passed. */
export function answerWanted({ requestId, enquiryId, from, to, items, urgency, due }: InformationRequested['data'], key: string, at: Instant): Row<WorkBody> | null {
  const shared = { requestId, enquiryId, urgency, due, items: items.map((item) => item.itemId) };
  if (key.endsWith('/overdue')) return waiting({ ...task(key, 'REQUEST_OVERDUE', from, at), ...shared });
  return to.unit === null ? null : open({ ...task(key, 'ANSWER_REQUEST', { organisation: to.organisation, unit: to.unit }, at), ...shared });
}

/** A question back leaves its item to be answered. */
export function answersCame(row: Row<WorkBody>, { answers }: ItemsAnswered['data']): Row<WorkBody> | null {
  const settled = answers.filter((answer) => answer.kind !== 'CLARIFY').map((answer) => answer.itemId);
  const items = row.body.items.filter((item) => !settled.includes(item));
  return items.length === 0 ? null : { ...row, body: { ...row.body, items } };
}

export const overdue = (row: Row<WorkBody>, at: Instant): Row<WorkBody> => (isWaiting(row) ? open({ ...row.body, since: at }, row) : row);
