import type { OrganisationCode, OrganisationEvent } from '@mash/directory-events';
import type { Decider, OrganisationId } from '@mash/kernel';
import { reason, rejectIf } from '@mash/kernel';
import type { OrganisationKindCode } from '@mash/law';
import { isBlank } from '@mash/law';
import type { Organisation } from './organisation.js';
import { evolve, none } from './organisation.js';
import { readCodes } from './organisation-codes.js';
import { isTelephone } from './telephone.js';

/** Make an organisation known to the hub, whether it uses the hub itself or answers by other means. */
export interface RegisterOrganisationCommand {
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly kind: OrganisationKindCode;
  readonly codes: readonly OrganisationCode[];
  readonly publishedNumber: string;
  readonly usesHub: boolean;
}

export const registeringOrganisation: Decider<RegisterOrganisationCommand, Organisation, OrganisationEvent, null> = {
  initial: none,
  evolve,
  decide({ organisationId, name, kind, codes: raw, publishedNumber, usesHub }, state) {
    const { codes, reasons } = readCodes(kind, raw);
    rejectIf([
      ...state === null ? [] : [reason('13.8', 'ALREADY_REGISTERED', 'This organisation is registered already.', 'Use the one that exists.')],
      ...isBlank(name) ? [reason('13.8', 'NAME_EMPTY', 'The organisation has no name.', 'Give the name it is known by.')] : [],
      ...isTelephone(publishedNumber) ? [] : [reason('6.R1', 'PUBLISHED_NUMBER_UNREADABLE',
        'The published number is not a telephone number.', 'Give the switchboard number that the organisation publishes.')],
      ...reasons,
    ]);
    return [{ type: 'OrganisationRegistered', schema: 1, data: { organisationId, name: name.trim(), kind, codes, publishedNumber, usesHub } }];
  },
};
