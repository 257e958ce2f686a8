import type { CommandBus } from '@nestjs/cqrs';
import {
  DelegateSignatory, GrantCapacity, MakeArrangement, OpenUnit, RegisterOrganisation, RegisterPractitioner, TakePost,
} from '@mash/directory';
import type { CommandContext } from '@mash/event-log';
import type { Instant, OrganisationId } from '@mash/kernel';
import { setUpId, unitOf } from './town.js';
import type { OrganisationKey, PractitionerKey, Town, TownOrganisation } from './town.js';

/** Everything in the town has held since then. */
const since = '2024-01-01T00:00:00.000Z' as Instant;

type Bus = Pick<CommandBus, 'execute'>;

/** Sends the commands that make the town's directory, as the set-up process. Sending them twice makes it once. */
export async function setUpDirectory(bus: Bus, town: Town, issuer: string, say: (done: number, of: number) => void = () => undefined): Promise<void> {
  const context = (command: string, key: string): CommandContext => ({
    commandId: setUpId(town.seed, command, key), correlationId: setUpId(town.seed, 'set-up', 'town'), actor: { kind: 'process', process: 'set-up', agency: null },
  });
  const organisations = Object.values(town.organisations);
  const practitioners = Object.values(town.practitioners);
  const of = organisations.length + practitioners.length + 3;
  let done = 0;
  const tell = (): void => say(done += 1, of);
  for (const each of organisations) {
    await setUpOrganisation(bus, each, context);
    tell();
  }
  for (const each of practitioners) {
    const organisation = town.organisations[each.organisation];
    await bus.execute(new RegisterPractitioner(
      { organisationId: organisation.id, name: `${each.givenName} ${each.familyName}`, account: { issuer, subject: each.subject } },
      null, context('RegisterPractitioner', each.key)));
    await bus.execute(new TakePost(
      { practitionerId: each.id, organisationId: organisation.id, unitId: unitOf(organisation, each.unit).id, title: each.title, roles: each.roles, from: since },
      null, context('TakePost', each.key)));
    tell();
  }
  await setUpArrangements(bus, town, context);
  tell();
}

type ContextOf = (command: string, key: string) => CommandContext;

async function setUpOrganisation(bus: Bus, each: TownOrganisation, context: ContextOf): Promise<void> {
  await bus.execute(new RegisterOrganisation(
    { name: each.name, kind: each.kind, codes: each.codes, publishedNumber: each.publishedNumber, usesHub: each.usesHub },
    null, context('RegisterOrganisation', each.key)));
  for (const unit of each.units) {
    await bus.execute(new OpenUnit(
      { organisationId: each.id, name: unit.name, telephone: unit.telephone, receivesRequests: unit.receivesRequests },
      null, context('OpenUnit', `${each.key}/${unit.key}`)));
  }
  for (const capacity of each.capacities) {
    await bus.execute(new GrantCapacity({ organisationId: each.id, capacity, from: since }, null, context('GrantCapacity', `${each.key}/${capacity}`)));
  }
}

/** Two councils under one force and one board, each with its own arrangement and hub. */
async function setUpArrangements(bus: Bus, town: Town, context: ContextOf): Promise<void> {
  const id = (key: OrganisationKey): OrganisationId => town.organisations[key].id;
  const partners = (council: 'council' | 'neighbour') => [
    { organisationId: id(council), kind: 'LA' as const }, { organisationId: id('icb'), kind: 'ICB' as const },
    { organisationId: id('police'), kind: 'POLICE_CHIEF_OFFICER' as const },
  ];
  const hub = (council: 'council' | 'neighbour') => ({ organisation: id(council), unit: unitOf(town.organisations[council], 'hub').id });
  await bus.execute(new MakeArrangement({
    name: `${town.name} Safeguarding Children Partnership`, areas: [town.area], partners: partners('council'),
    relevantAgencies: [id('trust'), id('gp'), id('school'), id('nursery')], hub: hub('council'), from: since,
  }, null, context('MakeArrangement', 'home')));
  await bus.execute(new MakeArrangement({
    name: `${town.organisations.neighbour.name} Safeguarding Partnership`, areas: [town.neighbourArea], partners: partners('neighbour'),
    relevantAgencies: [id('trust'), id('secondSchool')], hub: hub('neighbour'), from: since,
  }, null, context('MakeArrangement', 'neighbour')));
  const signatories = [['police', 'signatory'], ['council', 'councilSignatory']] as const satisfies readonly (readonly [OrganisationKey, PractitionerKey])[];
  for (const [organisation, signatory] of signatories) {
    await bus.execute(new DelegateSignatory({
      arrangementId: town.arrangement, organisationId: id(organisation), practitionerId: town.practitioners[signatory].id,
      reference: 'Scheme of delegation 2026, schedule 3', from: since,
    }, null, context('DelegateSignatory', organisation)));
  }
}
