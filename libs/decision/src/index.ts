import { DecisionResolver } from './api/decision.resolver.js';
import { DecideSharingHandler } from './use-cases/decide-sharing/decide-sharing.js';
import { RecordRefusalDiscussionHandler } from './use-cases/record-refusal-discussion/record-refusal-discussion.js';
import { decisionView } from './views/decision-view.js';

export { DecideSharing } from './use-cases/decide-sharing/decide-sharing.js';
export type { DecideSharingInput } from './use-cases/decide-sharing/decide-sharing.js';
export { RecordRefusalDiscussion } from './use-cases/record-refusal-discussion/record-refusal-discussion.js';
export type { DecidedItemBody, DecisionBody } from './views/decision-view.js';

export const decisionHandlers = [DecideSharingHandler, RecordRefusalDiscussionHandler];
export const decisionResolvers = [DecisionResolver];
export const decisionViews = [decisionView];
