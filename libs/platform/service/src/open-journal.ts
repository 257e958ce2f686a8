import { EventLog, Journal } from '@mash/event-log';
import type { Observe } from '@mash/event-log';
import type { Clock, EventTypes, Instant } from '@mash/kernel';
import { ruleSetAt } from '@mash/law';
import { createPool } from '@mash/postgres';
import { Vault } from '@mash/vault';

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date().toISOString() as Instant };

/** The version of the access policy in force: written on every event, so that a past decision is judged by its own rules. */
export const policyVersion = '2026-11-21.1';

export interface LogAccess {
  readonly eventStore: string;
  readonly eventStoreUser: string | undefined;
  readonly eventStorePassword: string | undefined;
  readonly keys: string;
  readonly rootKey: Buffer;
  /** Told what the log's client notices about itself, see `observeLog`. */
  readonly observe?: Observe;
}

/**
 * The log, the vault and the journal over both, with one way to close them.
 * @param events what lifts events of older schemas; without it every event of a higher schema than 1 is refused
 */
export function openJournal(access: LogAccess, events: EventTypes = {}): { journal: Journal; vault: Vault; log: EventLog; close(): Promise<void> } {
  const log = new EventLog({ connectionString: access.eventStore, user: access.eventStoreUser, password: access.eventStorePassword, ...(access.observe ? { observe: access.observe } : {}) });
  const keys = createPool(access.keys, 4);
  const vault = new Vault(keys, access.rootKey);
  const journal = new Journal(log, vault, systemClock, { policyVersion, ruleSetAt: (at) => ruleSetAt(at).version, events });
  return {
    journal, vault, log,
    close: async () => {
      await log.close();
      await keys.end();
    },
  };
}
