import type { Decider, PractitionerId } from '@mash/kernel';
import { NotFound, reason, rejectIf } from '@mash/kernel';
import type { RequestEvent } from '@mash/request-events';
import type { Request } from './request.js';
import { evolve, none } from './request.js';

/** Give the request to a colleague of the unit that was asked, or hand it over. */
export interface AllocateRequestCommand {
  readonly worker: PractitionerId;
}

export const allocatingRequest: Decider<AllocateRequestCommand, Request, RequestEvent, { readonly worksThere: boolean }> = {
  initial: none,
  evolve,
  decide({ worker }, state, { worksThere }) {
    if (state === null) throw new NotFound();
    rejectIf(worksThere ? [] : [reason('13.8', 'WORKER_NOT_IN_UNIT', 'The worker holds no post in the unit that was asked.', 'Choose a colleague of that unit.')]);
    return state.worker === worker ? [] : [{ type: 'RequestAllocated', schema: 1, data: { requestId: state.requestId, worker, handedOverFrom: state.worker } }];
  },
};
