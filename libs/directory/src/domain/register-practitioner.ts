import type { Account, OrganisationFacts, PractitionerEvent } from '@mash/directory-events';
import type { Decider, OrganisationId, PractitionerId } from '@mash/kernel';
import { heldBy, personal, reason, rejectIf, staffFile } from '@mash/kernel';
import { isBlank } from '@mash/law';
import type { Practitioner } from './practitioner.js';
import { evolve, none } from './practitioner.js';

/** Make a named person known who works for an organisation; many have no account and never will. */
export interface RegisterPractitionerCommand {
  readonly practitionerId: PractitionerId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly account: Account | null;
}

export interface RegisterPractitionerFacts {
  /** Null when there is no such organisation. */
  readonly organisation: OrganisationFacts | null;
}

export const registeringPractitioner: Decider<RegisterPractitionerCommand, Practitioner, PractitionerEvent, RegisterPractitionerFacts> = {
  initial: none,
  evolve,
  decide({ practitionerId, organisationId, name, account }, state, { organisation }) {
    rejectIf([
      ...state === null ? [] : [reason('13.8', 'ALREADY_REGISTERED', 'This person is registered already.', 'Use the record that exists.')],
      ...organisation === null ? [reason('13.8', 'ORGANISATION_UNKNOWN', 'There is no such organisation.', 'Register the organisation first.')] : [],
      ...isBlank(name) ? [reason('13.8', 'NAME_EMPTY', 'The person has no name.', 'Give the name they are known by at work.')] : [],
      ...account !== null && (isBlank(account.issuer) || isBlank(account.subject))
        ? [reason('13.8', 'ACCOUNT_INCOMPLETE', 'An account is an issuer and a subject.', 'Give both, or neither.')] : [],
    ]);
    return [{ type: 'PractitionerRegistered', schema: 1, data: {
      practitionerId, organisationId, account: account && { issuer: account.issuer, subject: account.subject },
      name: personal(`practitioner:${practitionerId}:name`, heldBy(staffFile(organisationId), organisationId), name.trim()),
    } }];
  },
};
