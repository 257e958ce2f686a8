import type { ConsentWithdrawn } from '@mash/consent-events';
import type { DisclosureMade, DisclosureReceived, OnwardApprovalSought } from '@mash/disclosure-events';
import type { Instant, Party, Row } from '@mash/kernel';
import { sameParty } from '@mash/kernel';
import type { WorkBody } from './work-body.js';
import { isWaiting, open, task, waiting } from './work-body.js';

/** What only named people may read shows as work to them alone. */
const onlyFor = ({ items }: DisclosureMade['data']): Pick<Row<WorkBody>, 'only'> => ({
  only: [...new Set(items.flatMap((item) => item.restrictions.filter((each) => each.code === 'NAMED_RECIPIENTS').flatMap((each) => each.practitioners)))],
});

/** The recipient has a concern to triage, or restrictions to accept and receipt to record; and may one day have a basis to review. */
export function disclosureTask(disclosure: DisclosureMade['data'], key: string, at: Instant): Row<WorkBody> | null {
  const { disclosureId, enquiryId, requestId, recipient, recordedBy, items } = disclosure;
  if (recipient.unit === null) return null;
  const party: Party = { organisation: recipient.organisation, unit: recipient.unit };
  const shared = { disclosureId, enquiryId, requestId, worker: recipient.practitioner };
  if (key.endsWith('/basis')) {
    const onConsent = items.filter((item) => item.consentId !== null).map((item) => item.itemId);
    return onConsent.length === 0 ? null : { ...waiting({ ...task(key, 'BASIS_UNDER_REVIEW', party, at), ...shared, items: onConsent }), ...onlyFor(disclosure) };
  }
  // Whoever typed in what they were told has accepted it by doing so; receipt is still to be recorded.
  const kind = key.endsWith('/triage') ? 'CONCERN_TO_TRIAGE' : sameParty(recordedBy, party) ? 'RECEIPT_TO_RECORD' : 'RESTRICTIONS_TO_ACCEPT';
  return { ...open({ ...task(key, kind, party, at), ...shared, items: items.map((item) => item.itemId) }), ...onlyFor(disclosure) };
}

export const restrictionsAccepted = (row: Row<WorkBody>, at: Instant): Row<WorkBody> =>
  open({ ...row.body, kind: 'RECEIPT_TO_RECORD', since: at }, row);

/** Receipt is recorded. Only what rests on the consent alone can come under review when it is withdrawn (3.R8). */
export function received(row: Row<WorkBody>, { bases }: DisclosureReceived['data'], key: string): Row<WorkBody> | null {
  if (!key.endsWith('/basis')) return null;
  const resolved = bases.filter((each) => each.basis !== 'CONSENT_ALONE').map((each) => each.itemId);
  const body = { ...row.body, items: row.body.items.filter((item) => !resolved.includes(item)) };
  if (body.items.length === 0) return null;
  return isWaiting(row) ? waiting(body, row) : open(body, row);
}

export function basisUnderReview(row: Row<WorkBody>, { consentId, underReview }: ConsentWithdrawn['data'], at: Instant): Row<WorkBody> {
  const affected = underReview.filter((each) => each.disclosureId === row.body.disclosureId).flatMap((each) => each.items);
  const items = row.body.items.filter((item) => affected.includes(item));
  return items.length === 0 ? row : open({ ...row.body, consentId, items, since: at }, row);
}

/** The originator is asked to approve words that are to go on. One that does not use the hub is asked by other means. */
export function approvalSought(sought: OnwardApprovalSought['data'], at: Instant): Row<WorkBody> | null {
  const { approvalId, disclosureId, decisionId, originator, originatorUnit, itemId } = sought;
  return originatorUnit === null ? null : open({
    ...task(`${approvalId}/approve`, 'APPROVE_ONWARD', { organisation: originator, unit: originatorUnit }, at), approvalId, disclosureId, decisionId, items: [itemId],
  });
}
