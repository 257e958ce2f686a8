import type { Decider, Instant, Party, PersonId, PlaceId } from '@mash/kernel';
import { NotFound, heldBy, personFile, personal, reason, rejectIf } from '@mash/kernel';
import { isBlank, parseGssCode } from '@mash/law';
import type { AddressRecorded, PersonEvent } from '@mash/person-events';
import type { Person } from './person.js';
import { evolve, none } from './person.js';

/** Record where somebody lives or is placed, and in which council's area that lies. */
export interface RecordAddressCommand {
  readonly personId: PersonId;
  readonly by: Party;
  readonly placeId: PlaceId;
  readonly kind: AddressRecorded['data']['kind'];
  readonly area: string;
  readonly from: Instant;
  readonly isProtected: boolean;
  readonly address: string;
}

export const recordingAddress: Decider<RecordAddressCommand, Person, PersonEvent, null> = {
  initial: none,
  evolve,
  decide({ personId, by, placeId, kind, area, from, isProtected, address }, state) {
    if (state === null) throw new NotFound();
    const code = parseGssCode(area);
    rejectIf([
      ...code.ok ? [] : [reason('13.5', 'GSS_UNREADABLE', code.problem, 'Check the code against its source.')],
      ...isBlank(address) ? [reason('13.8', 'ADDRESS_EMPTY', 'There is no address.', 'Give the address.')] : [],
    ]);
    return [{ type: 'AddressRecorded', schema: 1, data: {
      personId, by, placeId, kind, area: code.ok ? code.value : area, from, isProtected,
      address: personal(`person:${personId}:address:${placeId}`, heldBy(personFile(personId), by.organisation), address.trim()),
    } }];
  },
};
