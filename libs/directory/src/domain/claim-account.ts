import type { Account, AccountClaimed } from '@mash/directory-events';
import type { Decider, PractitionerId } from '@mash/kernel';
import { reason, rejectIf } from '@mash/kernel';

/** Let an account sign in as one practitioner: claimed in the account's stream before the practitioner is registered. */
export interface ClaimAccountCommand {
  readonly account: Account;
  readonly practitionerId: PractitionerId;
}

export const claimingAccount: Decider<ClaimAccountCommand, PractitionerId | null, AccountClaimed, null> = {
  initial: null,
  evolve: (_, event) => event.data.practitionerId,
  decide({ account, practitionerId }, claimedBy) {
    rejectIf(claimedBy === null || claimedBy === practitionerId ? []
      : [reason('13.8', 'ACCOUNT_TAKEN', 'Somebody is registered with this account already.', 'Use the person who is in the directory.')]);
    return claimedBy === null ? [{ type: 'AccountClaimed', schema: 1, data: { practitionerId, account: { issuer: account.issuer, subject: account.subject } } }] : [];
  },
};
