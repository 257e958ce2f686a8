import type { MandateEnded, MandateGiven } from '@mash/access-events';
import type { Decider, Instant, MandateId, OrganisationId, PractitionerId } from '@mash/kernel';
import { heldBy, personal, reason, rejectIf, staffFile } from '@mash/kernel';

/** Let an auditor open this agency's content, for a period and a purpose (11.R18). */
export interface GiveMandateCommand {
  readonly mandateId: MandateId;
  readonly auditor: PractitionerId;
  readonly agency: OrganisationId;
  readonly givenBy: PractitionerId;
  readonly from: Instant;
  readonly until: Instant;
  readonly purpose: string;
}

export interface GiveMandateFacts {
  /** Where the auditor works, if they hold the post of an auditor now; null otherwise. */
  readonly auditorAgency: OrganisationId | null;
}

export type Mandate = 'none' | 'given' | 'ended';

export const givingMandate: Decider<GiveMandateCommand, Mandate, MandateGiven | MandateEnded, GiveMandateFacts> = {
  initial: 'none',
  evolve: (_, event) => (event.type === 'MandateGiven' ? 'given' : 'ended'),
  decide({ mandateId, auditor, agency, givenBy, from, until, purpose }, state, { auditorAgency }) {
    rejectIf([
      ...state === 'none' ? [] : [reason('11.R18', 'ALREADY_GIVEN', 'This mandate exists already.', 'Give a new one.')],
      ...auditorAgency === null ? [reason('11.R18', 'NOT_AN_AUDITOR', 'This person holds no auditor\'s post.', 'Choose somebody who does.')] : [],
      ...from < until ? [] : [reason('11.R18', 'PERIOD_EMPTY', 'The period ends before it begins.', 'Give a later end.')],
    ]);
    if (auditorAgency === null) return [];
    return [{ type: 'MandateGiven', schema: 1, data: {
      mandateId, auditor, auditorAgency, agency, givenBy, from, until,
      purpose: personal(`mandate:${mandateId}:purpose`, heldBy(staffFile(agency), agency), purpose),
    } }];
  },
};
