import { allEventTypes } from '@mash/all-events';
import { Journal } from '@mash/event-log';
import type { EventLog } from '@mash/event-log';
import type { Clock, OrganisationId } from '@mash/kernel';
import { ruleSetAt } from '@mash/law';
import { policyVersion } from '@mash/service';
import type { Vault } from '@mash/vault';

/** Opens events with no other keys than those of the controllers named. */
export class Keys {
  constructor(private readonly log: EventLog, private readonly vault: Pick<Vault, 'narrowed'>, private readonly clock: Clock) {}

  of(controllers: readonly OrganisationId[]): Pick<Journal, 'opened' | 'newestSchema'> {
    return new Journal(this.log, this.vault.narrowed(controllers), this.clock, { policyVersion, ruleSetAt: (at) => ruleSetAt(at).version, events: allEventTypes });
  }
}
