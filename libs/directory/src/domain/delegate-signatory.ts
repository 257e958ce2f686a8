import type { ArrangementEvent, ArrangementFacts, PractitionerFacts } from '@mash/directory-events';
import { arrangementFacts } from '@mash/directory-events';
import type { ArrangementId, Decider, Instant, OrganisationId, PractitionerId } from '@mash/kernel';
import { NotFound, reason, rejectIf } from '@mash/kernel';
import { isBlank } from '@mash/law';

/** A partner delegates its power to issue statutory requests to one of its people, in writing. */
export interface DelegateSignatoryCommand {
  readonly arrangementId: ArrangementId;
  readonly organisationId: OrganisationId;
  readonly practitionerId: PractitionerId;
  readonly reference: string;
  readonly from: Instant;
}

export interface DelegateSignatoryFacts {
  readonly signatory: PractitionerFacts | null;
}

export const delegatingSignatory: Decider<DelegateSignatoryCommand, ArrangementFacts | null, ArrangementEvent, DelegateSignatoryFacts> = {
  initial: null,
  evolve: (state, event) => arrangementFacts.evolve(state, event),
  decide({ arrangementId, organisationId, practitionerId, reference, from }, state, { signatory }) {
    if (state === null) throw new NotFound();
    const works = signatory?.posts.some((post) => post.organisationId === organisationId && (post.to === null || from < post.to)) === true;
    rejectIf([
      ...state.partners.some((partner) => partner.organisationId === organisationId) ? [] : [reason('1.R1', 'ISSUER_NOT_A_PARTNER',
        'Only a safeguarding partner of the arrangement has the power, so only a partner can delegate it.', 'Choose one of its partners.')],
      ...works ? [] : [reason('1.6', 'SIGNATORY_NOT_OF_PARTNER', 'The signatory holds no post with the partner.', 'Choose somebody who works for the partner.')],
      ...isBlank(reference) ? [reason('1.6', 'DELEGATION_NOT_WRITTEN', 'The delegation names no document.', 'Say where it is written down.')] : [],
    ]);
    return [{ type: 'SignatoryDelegated', schema: 1, data: { arrangementId, organisationId, practitionerId, reference: reference.trim(), from } }];
  },
};
