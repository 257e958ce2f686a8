import type { TypedDocumentNode } from '@apollo/client';
import { gql } from '@apollo/client';
import type { PageOf } from '@mash/web-data-access';
import { command, schema } from '@mash/web-data-access';

export type Disclosure = schema.Disclosure;
export type DisclosedItem = schema.DisclosedItem;
export type OnwardApproval = schema.OnwardApproval;

export const DISCLOSURE: TypedDocumentNode<{ readonly disclosure: Disclosure }, { readonly id: string; readonly purpose: string }> = gql`
  query Disclosure($id: Uuid!, $purpose: SharingPurpose!, $atLeast: String) { disclosure(id: $id, purpose: $purpose, atLeast: $atLeast) { ${schema.everythingOf.Disclosure} } }
`;

export const APPROVALS: TypedDocumentNode<{ readonly onwardApprovals: PageOf<OnwardApproval> }, { readonly disclosureId: string }> = gql`
  query OnwardApprovals($disclosureId: Uuid, $atLeast: String) {
    onwardApprovals(disclosureId: $disclosureId, first: 50, atLeast: $atLeast) { items { ${schema.everythingOf.OnwardApproval} } next total }
  }
`;

export const ACCEPT_RESTRICTIONS = command<schema.AcceptRestrictionsInput>('acceptRestrictions', 'AcceptRestrictionsInput');
export const RECEIVE_DISCLOSURE = command<schema.ReceiveDisclosureInput>('receiveDisclosure', 'ReceiveDisclosureInput');
export const DECIDE_ONWARD = command<schema.DecideSharingInput>('decideSharing', 'DecideSharingInput');
export const SEEK_APPROVAL = command<schema.SeekOnwardApprovalInput>('seekOnwardApproval', 'SeekOnwardApprovalInput');
export const APPROVE_ONWARD = command<schema.ApproveOnwardInput>('approveOnward', 'ApproveOnwardInput');
export const REFUSE_ONWARD = command<schema.RefuseOnwardInput>('refuseOnward', 'RefuseOnwardInput');
export const SHARE_ONWARD = command<schema.ShareOnwardInput>('shareOnward', 'ShareOnwardInput');
export const RECORD_OUTSIDE = command<schema.RecordOutsideDisclosureInput>('recordOutsideDisclosure', 'RecordOutsideDisclosureInput');
