import type { Decider, Instant } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import type { RequestEvent } from '@mash/request-events';
import { unsettledItems } from '@mash/request-events';
import type { Request } from './request.js';
import { evolve, none } from './request.js';

/** Once, when the time has passed and something is unanswered; at any other time it comes to nothing. */
export const markingOverdue: Decider<null, Request, RequestEvent, { readonly now: Instant }> = {
  initial: none,
  evolve,
  decide(_, state, { now }) {
    if (state === null) throw new NotFound();
    const unanswered = unsettledItems(state);
    if (state.overdue || now < state.due || unanswered.length === 0) return [];
    return [{ type: 'RequestOverdue', schema: 1, data: { requestId: state.requestId, due: state.due, unanswered } }];
  },
};
