import type { OrganisationEvent } from '@mash/directory-events';
import type { Decider, OrganisationId, UnitId } from '@mash/kernel';
import { NotFound, reason, rejectIf } from '@mash/kernel';
import { isBlank } from '@mash/law';
import type { Organisation } from './organisation.js';
import { evolve, none } from './organisation.js';
import { isTelephone } from './telephone.js';

/** Open a team that asks, holds or receives. */
export interface OpenUnitCommand {
  readonly organisationId: OrganisationId;
  readonly unitId: UnitId;
  readonly name: string;
  readonly telephone: string;
  readonly receivesRequests: boolean;
}

export const openingUnit: Decider<OpenUnitCommand, Organisation, OrganisationEvent, null> = {
  initial: none,
  evolve,
  decide({ organisationId, unitId, name, telephone, receivesRequests }, state) {
    if (state === null) throw new NotFound();
    const receiving = state.units.find((unit) => unit.receivesRequests);
    rejectIf([
      ...isBlank(name) ? [reason('13.8', 'NAME_EMPTY', 'The unit has no name.', 'Give the name it is known by.')] : [],
      ...isTelephone(telephone) ? [] : [reason('13.8', 'TELEPHONE_UNREADABLE', 'The unit has no telephone number that can be rung.', 'Give its number.')],
      // Two receiving units would make it a matter of luck who sees a request first.
      ...receivesRequests && receiving ? [reason('13.8', 'ANOTHER_UNIT_RECEIVES',
        `Requests already arrive at ${receiving.name}.`, 'Open this unit without receiving requests.')] : [],
    ]);
    return [{ type: 'UnitOpened', schema: 1, data: { organisationId, unitId, name: name.trim(), telephone, receivesRequests } }];
  },
};
