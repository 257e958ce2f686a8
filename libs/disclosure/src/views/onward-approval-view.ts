import type { DecidedRecipient } from '@mash/decision-events';
import type { DisclosureEvent } from '@mash/disclosure-events';
import type { ApprovalId, DecisionId, DisclosureId, Instant, ItemId, OrganisationId, Party, PractitionerId, UnitId, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import type { SharingPurposeCode } from '@mash/law';

/** An approval that was sought, as the holder and the originator see it. */
export interface OnwardApprovalBody {
  readonly id: ApprovalId;
  readonly disclosureId: DisclosureId;
  readonly itemId: ItemId;
  readonly side: 'HOLDER' | 'ORIGINATOR';
  readonly status: 'PENDING' | 'APPROVED' | 'REFUSED' | 'USED';
  readonly originator: { readonly organisation: OrganisationId; readonly unit: UnitId | null };
  readonly by: Party;
  /** The holder's own decision: theirs alone to open. */
  readonly decisionId: DecisionId | null;
  readonly recipient: DecidedRecipient;
  readonly purpose: SharingPurposeCode;
  readonly wording: string | null;
  readonly soughtAt: Instant;
  readonly answer: { readonly by: PractitionerId; readonly at: Instant; readonly reasons: string | null } | null;
  readonly childId: DisclosureId | null;
}

type Handled = Extract<DisclosureEvent, { type: 'OnwardApprovalSought' | 'OriginatorApproved' | 'OriginatorRefused' | 'OnwardApprovalUsed' }>;

const keyOf = (approvalId: ApprovalId, unit: UnitId): string => `${approvalId}/${unit}`;

export const onwardApprovalView: View<Handled, OnwardApprovalBody> = {
  name: 'onward_approval',
  version: 1,
  handles: ['OnwardApprovalSought', 'OriginatorApproved', 'OriginatorRefused', 'OnwardApprovalUsed'],
  keys({ event }) {
    const { approvalId } = event.data;
    if (event.type !== 'OnwardApprovalSought') return [{ lookup: `approval:${approvalId}` }];
    const { by, originatorUnit } = event.data;
    return [...new Set([by.unit, originatorUnit])].flatMap((unit) => (unit === null ? [] : [{ key: keyOf(approvalId, unit) }]));
  },
  apply(row, { event, metadata: { recordedAt, enquiryId } }, key) {
    if (event.type === 'OnwardApprovalSought') {
      const { approvalId: id, disclosureId, itemId, originator, originatorUnit, decisionId, by, recipient, purpose, wording } = event.data;
      const holds = key === keyOf(id, by.unit);
      const unit = holds ? by.unit : originatorUnit;
      if (unit === null) return null;
      const body: OnwardApprovalBody = {
        id, disclosureId, itemId, by, recipient, purpose, side: holds ? 'HOLDER' : 'ORIGINATOR', status: 'PENDING',
        originator: { organisation: originator, unit: originatorUnit }, decisionId: holds ? decisionId : null, wording: wording.value,
        soughtAt: recordedAt, answer: null, childId: null,
      };
      return {
        ...emptyRow(body), agency: holds ? by.organisation : originator, units: [unit], enquiryId,
        lookups: [`approval:${id}`, `disclosure:${disclosureId}`], status: 'PENDING', sort: recordedAt,
      };
    }
    if (row === null) return null;
    const now = (change: Partial<OnwardApprovalBody> & Pick<OnwardApprovalBody, 'status'>) => ({ ...row, status: change.status, body: { ...row.body, ...change } });
    switch (event.type) {
      case 'OriginatorApproved': return now({ status: 'APPROVED', answer: { by: event.data.by, at: recordedAt, reasons: null } });
      case 'OriginatorRefused': return now({ status: 'REFUSED', answer: { by: event.data.by, at: recordedAt, reasons: event.data.reasons.value } });
      case 'OnwardApprovalUsed':
        return now({ status: 'USED', childId: row.body.side === 'HOLDER' ? event.data.childId : null });
    }
  },
};
