import { randomBytes } from 'node:crypto';
import type { ArrangementEvent, ArrangementFacts } from '@mash/directory-events';
import { arrangementFacts, memberLookup } from '@mash/directory-events';
import { startEventStore } from '@mash/embedded-event-store';
import { derivedId } from '@mash/event-log';
import type { CommandContext, Journal } from '@mash/event-log';
import type { Actor, ArrangementId, CommandId, Row, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import { createPool, migrate, throwAwayDatabases } from '@mash/postgres';
import { openJournal } from '@mash/service';
import { Metrics } from '@mash/telemetry';
import { vaultSchema } from '@mash/vault';
import { Projector, ViewReader, createViews, viewsGrants } from '@mash/views';
import { personView } from '../views/person-view.js';

/** As much of the directory's view of arrangements as this context reads; the view itself is another context's. */
const arrangementView: View<ArrangementEvent, ArrangementFacts> = {
  name: 'arrangement', version: 1, handles: ['ArrangementMade'],
  keys: ({ event }) => [{ key: event.data.arrangementId }],
  apply: (_, { event }): Row<ArrangementFacts> | null => {
    const body = arrangementFacts.evolve(null, event);
    return body && { ...emptyRow(body), lookups: body.relevantAgencies.map(memberLookup) };
  },
};

/** The log, the vault and the views on real servers, following each other. */
export interface HubUnderTest {
  readonly journal: Journal;
  readonly views: ViewReader;
  /** Waits until the views show it. */
  shown(done: { readonly position: bigint }): Promise<void>;
  arrange(arrangement: Omit<Extract<ArrangementEvent, { type: 'ArrangementMade' }>['data'], 'arrangementId'>): Promise<void>;
  stop(): Promise<void>;
}

/** The context of a command that nobody sent before. */
export const contextFor = (actor: Actor): CommandContext => ({
  commandId: derivedId<CommandId>('0f0f0f0f-0f0f-4f0f-8f0f-0f0f0f0f0f0f', randomBytes(8).toString('hex')), correlationId: 'test',
  actor: { kind: 'practitioner', practitioner: actor.practitioner, agency: actor.agency },
});

export async function startHub(): Promise<HubUnderTest> {
  const databases = await throwAwayDatabases();
  for (const [database, steps] of [['mash_keys', vaultSchema], ['mash', viewsGrants]] as const) {
    const owner = createPool(databases.url(database, 'mash_owner'), 1);
    await migrate(owner, steps);
    await owner.end();
  }
  const store = await startEventStore({ port: 0, ownerUrl: databases.url('mash_log', 'mash_owner'), url: databases.url('mash_log', 'mash_log') });
  const opened = openJournal({
    eventStore: store.connectionString, eventStoreUser: undefined, eventStorePassword: undefined, keys: databases.url('mash_keys', 'mash_vault'), rootKey: randomBytes(32),
  });
  const projector = createPool(databases.url('mash', 'mash_projector'), 2);
  const reader = createPool(databases.url('mash', 'mash_hub'), 2);
  const all = [personView, arrangementView];
  await createViews(projector, all);
  const following = new Projector({ pool: projector, journal: opened.journal, views: all, metrics: new Metrics(), say: () => undefined });
  following.start();
  const views = new ViewReader(reader);
  const shown = async ({ position }: { readonly position: bigint }): Promise<void> => {
    if (!await views.reached(position, 5_000)) throw new Error('The views did not get there.');
  };
  return {
    journal: opened.journal, views, shown,
    arrange: async (data) => {
      const arrangementId = '50000000-0000-4000-8000-000000000001' as ArrangementId;
      await shown(await opened.journal.append(`arrangement-${arrangementId}`, 'none', [{ type: 'ArrangementMade', schema: 1, data: { ...data, arrangementId } }], {
        commandId: arrangementId as string as CommandId, correlationId: 'test', actor: { kind: 'process', process: 'test', agency: null } }, {}));
    },
    stop: async () => {
      await following.stop();
      await opened.close();
      await store.stop();
      await Promise.all([projector.end(), reader.end()]);
      await databases.drop();
    },
  };
}
