import type { DecidedRecipient } from '@mash/decision-events';
import type { ApprovalId, DecisionId, DisclosureId, ItemId, OrganisationId, Party, UnitId } from '@mash/kernel';
import type { SharingPurposeCode } from '@mash/law';
import type { DisclosureEvent, DisclosureMade, DisclosureReceived } from './disclosure-events.js';

/** What the originator was asked to approve, and what became of it. */
export interface Approval {
  readonly approvalId: ApprovalId;
  readonly itemId: ItemId;
  readonly originator: OrganisationId;
  readonly originatorUnit: UnitId | null;
  readonly decisionId: DecisionId;
  readonly by: Party;
  readonly recipient: DecidedRecipient;
  readonly purpose: SharingPurposeCode;
  readonly wording: string | null;
  readonly status: 'SOUGHT' | 'APPROVED' | 'REFUSED';
  /** The child it was spent on. */
  readonly usedFor: DisclosureId | null;
}

/** What another context may need to know of a disclosure; null before it was made. */
export interface DisclosureFacts {
  readonly made: DisclosureMade['data'];
  readonly accepted: boolean;
  readonly bases: DisclosureReceived['data']['bases'] | null;
  readonly approvals: readonly Approval[];
}

const changed = (state: DisclosureFacts, approvalId: ApprovalId, change: Partial<Approval>): DisclosureFacts => ({
  ...state, approvals: state.approvals.map((each) => (each.approvalId === approvalId ? { ...each, ...change } : each)),
});

/** Whoever typed in what they were told has no restrictions to accept before reading it. */
const enteredByRecipient = ({ recordedBy, recipient }: DisclosureMade['data']): boolean =>
  recordedBy.organisation === recipient.organisation && recordedBy.unit === recipient.unit;

export const disclosureFacts = {
  initial: null as DisclosureFacts | null,
  evolve(state: DisclosureFacts | null, event: DisclosureEvent): DisclosureFacts | null {
    if (event.type === 'DisclosureMade') return { made: event.data, accepted: enteredByRecipient(event.data), bases: null, approvals: [] };
    if (state === null) return null;
    switch (event.type) {
      case 'RestrictionsAccepted': return { ...state, accepted: true };
      case 'DisclosureReceived': return { ...state, bases: event.data.bases };
      case 'OnwardApprovalSought': {
        const { approvalId, itemId, originator, originatorUnit, decisionId, by, recipient, purpose, wording } = event.data;
        const sought: Approval = {
          approvalId, itemId, originator, originatorUnit, decisionId, by, recipient, purpose, wording: wording.value, status: 'SOUGHT', usedFor: null,
        };
        return { ...state, approvals: [...state.approvals, sought] };
      }
      case 'OriginatorApproved': return changed(state, event.data.approvalId, { status: 'APPROVED' });
      case 'OriginatorRefused': return changed(state, event.data.approvalId, { status: 'REFUSED' });
      case 'OnwardApprovalUsed': return changed(state, event.data.approvalId, { usedFor: event.data.childId });
      case 'OnwardShareRefused':
      case 'ConsentLost': return state;
    }
  },
};
