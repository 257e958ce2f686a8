import { randomBytes } from 'node:crypto';
import { startEventStore } from '@mash/embedded-event-store';
import { derivedId } from '@mash/event-log';
import type { CommandContext, Journal } from '@mash/event-log';
import type { Actor, CommandId, DomainEvent, Party, PractitionerId } from '@mash/kernel';
import { createPool, migrate, throwAwayDatabases } from '@mash/postgres';
import { openJournal } from '@mash/service';
import { vaultSchema } from '@mash/vault';

/** The log and the vault on real servers. */
export interface JournalUnderTest {
  readonly journal: Journal;
  /** Puts events into a stream that has none, as another context would have. */
  begin(stream: string, ...events: readonly DomainEvent[]): Promise<void>;
  types(stream: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** The context of a command that nobody sent before. */
export const contextFor = (actor: Actor): CommandContext => ({
  commandId: derivedId<CommandId>('0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f', randomBytes(8).toString('hex')), correlationId: 'test',
  actor: { kind: 'practitioner', practitioner: actor.practitioner, agency: actor.agency },
});

export const actorOf = (party: Party, practitioner: PractitionerId): Actor => ({ practitioner, agency: party.organisation, units: [party.unit], roles: [] });

export async function startJournal(): Promise<JournalUnderTest> {
  const databases = await throwAwayDatabases();
  const owner = createPool(databases.url('mash_keys', 'mash_owner'), 1);
  await migrate(owner, vaultSchema);
  await owner.end();
  const store = await startEventStore({ port: 0, ownerUrl: databases.url('mash_log', 'mash_owner'), url: databases.url('mash_log', 'mash_log') });
  const { journal, close } = openJournal({
    eventStore: store.connectionString, eventStoreUser: undefined, eventStorePassword: undefined, keys: databases.url('mash_keys', 'mash_vault'), rootKey: randomBytes(32),
  });
  return {
    journal,
    begin: async (stream, ...events) => {
      const commandId = derivedId<CommandId>('0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f', stream);
      await journal.append(stream, 'none', events, { commandId, correlationId: 'test', actor: { kind: 'process', process: 'test', agency: null } }, {});
    },
    types: async (stream) => (await journal.history(stream)).map((recorded) => recorded.event.type),
    stop: async () => {
      await close();
      await store.stop();
      await databases.drop();
    },
  };
}
