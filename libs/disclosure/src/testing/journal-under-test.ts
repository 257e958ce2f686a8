import { randomBytes } from 'node:crypto';
import type { ConsentRecorded } from '@mash/consent-events';
import type { DecisionFacts, SharingDecided } from '@mash/decision-events';
import type { OrganisationRegistered, PostTaken, PractitionerRegistered } from '@mash/directory-events';
import { startEventStore } from '@mash/embedded-event-store';
import { derivedId } from '@mash/event-log';
import type { CommandContext, Journal } from '@mash/event-log';
import type { Actor, CommandId, DomainEvent, Party, PostId, PractitionerId } from '@mash/kernel';
import { enquiryFile, heldBy, personal } from '@mash/kernel';
import { createPool, migrate, throwAwayDatabases } from '@mash/postgres';
import { openJournal } from '@mash/service';
import { vaultSchema } from '@mash/vault';
import { at, consent, council, decision, enquiryId, officer, organisation, police, school, socialWorker, teacher } from './wexcombe.js';

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

const held = heldBy(enquiryFile(enquiryId), police.organisation, council.organisation);

/** A decision as its context would have recorded it. */
export const sharingDecided = (facts: DecisionFacts = decision()): SharingDecided => {
  const { supersededBy: _, ...data } = facts;
  return { type: 'SharingDecided', schema: 1, data: {
    ...data, decidedBy: officer, answers: [], weighing: personal('decision:test', held, { ifShared: 'a', ifNotShared: 'b' }), telling: [], quality: [],
    advice: null, reasons: personal('decision:test', held, 'because'), supersedes: null,
  } };
};

/** A consent as its context would have recorded it. */
export const consentRecorded = (): ConsentRecorded => {
  const { status: _, reliances: __, withdrawnAt: ___, ...data } = consent({ givenAt: at('2021-04-01T09:00') });
  return { type: 'ConsentRecorded', schema: 1, data: {
    ...data, reviewDue: at('2021-10-01T00:00'), giverName: personal('consent:test', held, 'Dean Farrow'), words: personal('consent:test', held, 'Yes.'),
    giverEvidence: personal('consent:test', held, { ageAtTime: 36, parentalResponsibility: null, authority: null, assessment: null }),
  } };
};

const inPost = (practitionerId: PractitionerId, party: Party): [PractitionerRegistered, PostTaken] => [
  { type: 'PractitionerRegistered', schema: 1, data: {
    practitionerId, organisationId: party.organisation, account: null, name: personal(`practitioner:${practitionerId}`, heldBy(`staff:${party.organisation}`, party.organisation), 'Somebody'),
  } },
  { type: 'PostTaken', schema: 1, data: {
    practitionerId, postId: practitionerId as string as PostId, organisationId: party.organisation, unitId: party.unit, title: 'Post', roles: [], from: at('2020-01-01T00:00'),
  } },
];

export async function startJournal(): Promise<JournalUnderTest> {
  const databases = await throwAwayDatabases();
  const owner = createPool(databases.url('mash_keys', 'mash_owner'), 1);
  await migrate(owner, vaultSchema);
  await owner.end();
  const store = await startEventStore({ port: 0, ownerUrl: databases.url('mash_log', 'mash_owner'), url: databases.url('mash_log', 'mash_log') });
  const { journal, close } = openJournal({
    eventStore: store.connectionString, eventStoreUser: undefined, eventStorePassword: undefined, keys: databases.url('mash_keys', 'mash_vault'), rootKey: randomBytes(32),
  });
  const begin: JournalUnderTest['begin'] = async (stream, ...events) => {
    const context = contextFor(actorOf(police, officer));
    await journal.append(stream, 'none', events, { ...context, actor: { kind: 'process', process: 'test', agency: null } }, {});
  };
  for (const [party, practitioner] of [[police, officer], [council, socialWorker], [school, teacher]] as const) {
    const { units: _, capacities: __, ...data } = organisation({ organisationId: party.organisation });
    const registered: OrganisationRegistered = { type: 'OrganisationRegistered', schema: 1, data };
    await begin(`organisation-${party.organisation}`, registered);
    await begin(`practitioner-${practitioner}`, ...inPost(practitioner, party));
  }
  return {
    journal, begin,
    types: async (stream) => (await journal.history(stream)).map((recorded) => recorded.event.type),
    stop: async () => {
      await close();
      await store.stop();
      await databases.drop();
    },
  };
}
