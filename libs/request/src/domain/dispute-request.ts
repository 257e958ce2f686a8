import type { Decider } from '@mash/kernel';
import { NotFound, enquiryFile, heldBy, personal, reason, rejectIf } from '@mash/kernel';
import type { DisputeReasonCode } from '@mash/law';
import { checkDispute } from '@mash/law';
import type { RequestEvent } from '@mash/request-events';
import type { Request } from './request.js';
import { evolve, none } from './request.js';

/** The addressee says why it disputes a statutory request. The duty stays open (1.R8). */
export interface DisputeRequestCommand {
  readonly reason: DisputeReasonCode;
  readonly words: string;
  /** Tells the records of several disputes apart. */
  readonly recordId: string;
}

export const disputingRequest: Decider<DisputeRequestCommand, Request, RequestEvent, null> = {
  initial: none,
  evolve,
  decide(command, state) {
    if (state === null) throw new NotFound();
    rejectIf([
      ...state.statutory === null ? [reason('1.R8', 'NOT_A_STATUTORY_REQUEST', 'No power stands behind this request, so there is nothing to dispute.',
        'Decide whether to share, and record the reasons.')] : [],
      ...checkDispute({ reason: command.reason, text: command.words }),
    ]);
    const holders = heldBy(enquiryFile(state.enquiryId), state.from.organisation, state.to.organisation);
    return [{ type: 'RequestDisputed', schema: 1, data: {
      requestId: state.requestId, reason: command.reason, words: personal(`request:${state.requestId}:dispute:${command.recordId}`, holders, command.words),
    } }];
  },
};
