import { DisclosureMutations } from './api/disclosure.mutations.js';
import { DisclosureQueries } from './api/disclosure.queries.js';
import { AcceptRestrictionsHandler } from './use-cases/accept-restrictions/accept-restrictions.js';
import { ApproveOnwardHandler } from './use-cases/approve-onward/approve-onward.js';
import { MakeDisclosureHandler } from './use-cases/make-disclosure/make-disclosure.js';
import { ReceiveDisclosureHandler } from './use-cases/receive-disclosure/receive-disclosure.js';
import { RecordOutsideDisclosureHandler } from './use-cases/record-outside-disclosure/record-outside-disclosure.js';
import { RefuseOnwardHandler } from './use-cases/refuse-onward/refuse-onward.js';
import { SeekOnwardApprovalHandler } from './use-cases/seek-onward-approval/seek-onward-approval.js';
import { SettleConsentsHandler } from './use-cases/settle-consents/settle-consents.js';
import { ShareOnwardHandler } from './use-cases/share-onward/share-onward.js';
import { disclosureView } from './views/disclosure-view.js';
import { onwardApprovalView } from './views/onward-approval-view.js';

export { AcceptRestrictions } from './use-cases/accept-restrictions/accept-restrictions.js';
export { ApproveOnward } from './use-cases/approve-onward/approve-onward.js';
export { MakeDisclosure } from './use-cases/make-disclosure/make-disclosure.js';
export type { MakeDisclosureInput } from './use-cases/make-disclosure/make-disclosure.js';
export { ReceiveDisclosure } from './use-cases/receive-disclosure/receive-disclosure.js';
export { RecordOutsideDisclosure } from './use-cases/record-outside-disclosure/record-outside-disclosure.js';
export type { RecordOutsideInput } from './use-cases/record-outside-disclosure/record-outside-disclosure.js';
export { RefuseOnward } from './use-cases/refuse-onward/refuse-onward.js';
export { SeekOnwardApproval } from './use-cases/seek-onward-approval/seek-onward-approval.js';
export { SettleConsents } from './use-cases/settle-consents/settle-consents.js';
export { ShareOnward } from './use-cases/share-onward/share-onward.js';
export type { ShareOnwardInput } from './use-cases/share-onward/share-onward.js';
export type { DisclosedItemBody, DisclosureBody } from './views/disclosure-body.js';
export { disclosureNarrowings, narrowDisclosure } from './views/narrow-disclosure.js';
export type { Narrowed } from './views/narrow-disclosure.js';
export type { OnwardApprovalBody } from './views/onward-approval-view.js';

export const disclosureHandlers = [
  MakeDisclosureHandler, RecordOutsideDisclosureHandler, AcceptRestrictionsHandler, ReceiveDisclosureHandler, SeekOnwardApprovalHandler,
  ApproveOnwardHandler, RefuseOnwardHandler, ShareOnwardHandler, SettleConsentsHandler,
];
export const disclosureResolvers = [DisclosureQueries, DisclosureMutations];
export const disclosureViews = [disclosureView, onwardApprovalView];
