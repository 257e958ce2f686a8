import type { Decider, Reason } from '@mash/kernel';
import { reason, rejectIf } from '@mash/kernel';
import { ORGANISATION_KINDS, isBlank } from '@mash/law';
import type { RequestEvent } from '@mash/request-events';
import { asRequested } from './as-requested.js';
import type { Asking, AskingFacts } from './asking.js';
import { checkAsking } from './check-asking.js';
import type { Request } from './request.js';
import { evolve, none } from './request.js';

/** 4.R0: a body with no public task of its own can rely on the asker's, if the request states it. */
function checkPublicTask({ publicTask, basis }: Asking, { addressee }: AskingFacts): Reason[] {
  const needsStatement = addressee !== null && !ORGANISATION_KINDS[addressee.kind].publicAuthority && basis.article6 === 'e';
  return needsStatement && isBlank(publicTask) ? [reason('4.R0', 'PUBLIC_TASK_NOT_STATED',
    'The addressee is not a public body, and can rely on your public task only if the request states it.', 'Say which task the law gives your agency.')] : [];
}

export const requestingInformation: Decider<Asking, Request, RequestEvent, AskingFacts> = {
  initial: none,
  evolve,
  decide(asking, state, facts) {
    rejectIf([
      ...state === null ? [] : [reason('1.8', 'ALREADY_ASKED', 'This request was made already.', 'Use the one that exists.')],
      ...checkAsking(asking, facts, true), ...checkPublicTask(asking, facts),
    ]);
    return facts.enquiry === null ? [] : [asRequested(asking, facts.enquiry, facts, null)];
  },
};
