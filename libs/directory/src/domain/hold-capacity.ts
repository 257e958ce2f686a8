import type { OrganisationEvent } from '@mash/directory-events';
import type { Decider, Instant, OrganisationId } from '@mash/kernel';
import { NotFound, reason, rejectIf } from '@mash/kernel';
import type { OrganisationCapacityCode } from '@mash/law';
import { ORGANISATION_CAPACITIES } from '@mash/law';
import type { Organisation } from './organisation.js';
import { evolve, none } from './organisation.js';
import { checkCanBePartner } from './partner-entity.js';

/** Record that the organisation holds a legal capacity from a date. */
export interface GrantCapacityCommand {
  readonly organisationId: OrganisationId;
  readonly capacity: OrganisationCapacityCode;
  readonly from: Instant;
}

/** Record that it held the capacity until a date. */
export interface EndCapacityCommand {
  readonly organisationId: OrganisationId;
  readonly capacity: OrganisationCapacityCode;
  readonly at: Instant;
}

export const grantingCapacity: Decider<GrantCapacityCommand, Organisation, OrganisationEvent, null> = {
  initial: none,
  evolve,
  decide({ organisationId, capacity, from }, state) {
    if (state === null) throw new NotFound();
    const { label } = ORGANISATION_CAPACITIES[capacity];
    rejectIf([
      ...state.capacities.some((held) => held.capacity === capacity && (held.to === null || from < held.to))
        ? [reason('13.8', 'CAPACITY_HELD_ALREADY', `${label}: the organisation holds this capacity on that day already.`, 'End the one it holds first.')] : [],
      ...capacity === 'SAFEGUARDING_PARTNER' ? checkCanBePartner(state, null) : [],
    ]);
    return [{ type: 'OrganisationCapacityGranted', schema: 1, data: { organisationId, capacity, from } }];
  },
};

export const endingCapacity: Decider<EndCapacityCommand, Organisation, OrganisationEvent, null> = {
  initial: none,
  evolve,
  decide({ organisationId, capacity, at }, state) {
    if (state === null) throw new NotFound();
    const held = state.capacities.find((each) => each.capacity === capacity && each.to === null);
    rejectIf([
      ...held ? [] : [reason('13.8', 'CAPACITY_NOT_HELD', `${ORGANISATION_CAPACITIES[capacity].label}: the organisation does not hold this capacity.`,
        'Nothing needs to be ended.')],
      ...held && at < held.from ? [reason('13.8', 'ENDS_BEFORE_IT_BEGAN', 'The capacity would end before it began.', `It began on ${held.from}.`)] : [],
    ]);
    return [{ type: 'OrganisationCapacityEnded', schema: 1, data: { organisationId, capacity, at } }];
  },
};
