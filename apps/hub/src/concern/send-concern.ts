import { CommandBus, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { DecideSharing } from '@mash/decision';
import type { DecideSharingInput } from '@mash/decision';
import { MakeDisclosure } from '@mash/disclosure';
import type { MakeDisclosureInput } from '@mash/disclosure';
import type { CommandContext } from '@mash/event-log';
import { derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import { toLawfulBasis } from '@mash/graphql';
import type { Actor, CommandId, DecisionId, Instant, ItemId, PersonId } from '@mash/kernel';
import { Rejected, reason } from '@mash/kernel';
import { QUALITY_TESTS, codesOf } from '@mash/law';
import type { ConcernPersonInput, SendConcernInput } from './concern.inputs.js';

/** Send a concern to a hub: decide to share it, then disclose it. Two records of two contexts, so they are joined here. */
export class SendConcern {
  constructor(readonly input: SendConcernInput, readonly actor: Actor, readonly context: CommandContext, readonly now: Instant) {}
}

@CommandHandler(SendConcern)
export class SendConcernHandler implements ICommandHandler<SendConcern, Outcome> {
  constructor(private readonly commands: CommandBus) {}

  /** Sent again after a crash between the two, it finds the decision made and goes on to the disclosure. */
  async execute({ input, actor, context, now }: SendConcern): Promise<Outcome> {
    refuseUnknownPeople(input);
    const people = input.people.map((person, index) => ({ ...person, personId: derivedId<PersonId>(context.commandId, `person:${index}`) }));
    const deciding = { ...context, commandId: derivedId<CommandId>(context.commandId, 'decide') };
    await this.commands.execute(new DecideSharing(decisionOf(input, people), actor, deciding));
    const disclosing = { ...context, commandId: derivedId<CommandId>(context.commandId, 'disclose') };
    return this.commands.execute<MakeDisclosure, Outcome>(new MakeDisclosure(disclosureOf(input, people, actor, deciding.commandId, now), actor, disclosing));
  }
}

type Person = ConcernPersonInput & { readonly personId: PersonId };

const aboutOf = (people: readonly Person[], places: readonly number[]): Person[] => people.filter((_, index) => places.includes(index));

function refuseUnknownPeople({ people, statements }: SendConcernInput): void {
  if (statements.length === 0) throw new Rejected([reason('5.1', 'NOTHING_STATED', 'The concern says nothing.', 'State at least one fact or opinion.')]);
  if (statements.every(({ about }) => about.length > 0 && about.every((place) => place >= 0 && place < people.length))) return;
  throw new Rejected([reason('5.1', 'ABOUT_NOBODY', 'A statement does not say whom it is about.', 'Choose at least one of the people named.')]);
}

function decisionOf(input: SendConcernInput, people: readonly Person[]): DecideSharingInput {
  const basis = toLawfulBasis(input.basis);
  return {
    unit: input.unit, requestId: null, trigger: 'OWN_INITIATIVE', enquiryId: null, purpose: 'PROTECT_CHILD', supersedes: null, advice: null,
    recipients: [{ organisation: input.hubOrganisation, unit: input.hubUnit, practitioner: null }],
    protects: people.filter(({ capacity }) => ['CHILD', 'UNBORN', 'SIBLING', 'ADULT_AT_RISK'].includes(capacity)).map(({ personId }) => personId),
    answers: (['PURPOSE', 'IDENTIFIABLE', 'LAWFUL_REASON', 'PUBLIC_INTEREST'] as const).map((question) => ({ question, answer: 'YES', reason: null })),
    items: input.statements.map(({ about }) => ({
      requestItemId: null, about: aboutOf(people, about).map(({ personId }) => personId), category: 'OTHER', share: true, reasons: input.reasons,
      refusalReasons: [], reasonsTold: null, confidential: true, specialCategory: input.specialCategory, criminalOffence: false, basis,
      consentPosition: 'NOT_REQUIRED', consentId: null, notSoughtReason: null, notSoughtFacts: null, drawnFrom: null, wording: null,
    })),
    weighing: { ifShared: input.harmIfShared, ifNotShared: input.harmIfNotShared },
    telling: people.map(({ personId, telling, tellingAt, notToldException, tellingReasons }) => ({
      personId, kind: telling, toldAt: telling === 'TOLD_BEFORE' ? tellingAt ?? null : null, due: telling === 'TOLD_AFTER' ? tellingAt ?? null : null,
      exception: notToldException ?? null, reasons: tellingReasons,
    })),
    quality: codesOf(QUALITY_TESTS), reasons: input.reasons,
  };
}

function disclosureOf(input: SendConcernInput, people: readonly Person[], actor: Actor, deciding: CommandId, now: Instant): MakeDisclosureInput {
  return {
    kind: 'CONCERN', sender: { organisation: actor.agency, unit: input.unit }, decisionId: derivedId<DecisionId>(deciding, 'id'),
    recipient: { organisation: input.hubOrganisation, unit: input.hubUnit, practitioner: null, name: null },
    occurredAt: now, method: 'HUB_PORTAL', evidence: { method: 'HUB_PORTAL' }, purpose: 'PROTECT_CHILD', onwardIntention: null,
    reaches: [], advisory: { given: false, withheldReason: null, words: null },
    people: people.map(({ personId, givenName, familyName, dateOfBirth }) => ({ personId, identification: {
      givenName: givenName ?? null, familyName: familyName ?? null, birth: dateOfBirth ? { kind: 'EXACT', on: dateOfBirth } : { kind: 'UNKNOWN' },
    } })),
    items: input.statements.map(({ about, nature, statement, opinionHolder }, index) => ({
      decidedItemId: derivedId<ItemId>(deciding, `item:${index}`), nature, statement, opinionHolder: opinionHolder ?? null, source: null, asOf: null,
      historical: false, historicalNote: null, restrictions: [], about: aboutOf(people, about).map(({ personId, capacity }) => ({ personId, capacity })),
    })),
  };
}
