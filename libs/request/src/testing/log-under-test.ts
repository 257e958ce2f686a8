import { randomBytes } from 'node:crypto';
import { startEventStore } from '@mash/embedded-event-store';
import { derivedId } from '@mash/event-log';
import type { CommandContext, Journal } from '@mash/event-log';
import type { Actor, CommandId, DomainEvent } from '@mash/kernel';
import { createPool, migrate, throwAwayDatabases } from '@mash/postgres';
import { openJournal } from '@mash/service';
import { vaultSchema } from '@mash/vault';

/** The log and the vault on real servers. */
export interface LogUnderTest {
  readonly journal: Journal;
  /** Appends what other contexts would have, so that this one can decide on it. */
  has(stream: string, ...events: readonly DomainEvent[]): Promise<void>;
  stop(): Promise<void>;
}

const newCommand = (): CommandId => derivedId<CommandId>('0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f', randomBytes(8).toString('hex'));

/** The context of a command that nobody sent before. */
export const contextFor = (actor: Actor): CommandContext => ({
  commandId: newCommand(), correlationId: 'test', actor: { kind: 'practitioner', practitioner: actor.practitioner, agency: actor.agency },
});

export const processContext = (): CommandContext => ({ commandId: newCommand(), correlationId: 'test', actor: { kind: 'process', process: 'steward', agency: null } });

export async function startLog(): Promise<LogUnderTest> {
  const databases = await throwAwayDatabases(['mash_keys', 'mash_log']);
  const owner = createPool(databases.url('mash_keys', 'mash_owner'), 1);
  await migrate(owner, vaultSchema);
  await owner.end();
  const store = await startEventStore({ port: 0, ownerUrl: databases.url('mash_log', 'mash_owner'), url: databases.url('mash_log', 'mash_log') });
  const { journal, close } = openJournal({
    eventStore: store.connectionString, eventStoreUser: undefined, eventStorePassword: undefined, keys: databases.url('mash_keys', 'mash_vault'), rootKey: randomBytes(32),
  });
  return {
    journal,
    has: async (stream, ...events) => void await journal.append(stream, 'none', events, processContext(), {}),
    stop: async () => {
      await close();
      await store.stop();
      await databases.drop();
    },
  };
}
