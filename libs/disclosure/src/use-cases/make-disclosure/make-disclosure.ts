import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { organisationFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, DisclosureId, ItemId } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import { requestFacts } from '@mash/request-events';
import { makingDisclosure, readyItems } from '../../domain/make-disclosure.js';
import type { MakeDisclosureCommand, MakeDisclosureFacts } from '../../domain/make-disclosure.js';
import { claimsOf } from '../../domain/rest-on-consent.js';
import { claimConsents, consentsOf, ownDecision, recipientWorksThere, settleConsents } from '../gather.js';

/** What a practitioner writes to disclose; who makes it follows from who sends it. */
export interface MakeDisclosureInput extends Omit<MakeDisclosureCommand, 'disclosureId' | 'madeBy' | 'recordedBy' | 'kind' | 'items'> {
  /** Whether it answers a request follows from the decision. */
  readonly kind: 'CONCERN' | 'OWN_INITIATIVE';
  readonly items: readonly Omit<MakeDisclosureCommand['items'][number], 'itemId'>[];
}

/** Disclose what the actor's unit decided to share. */
export class MakeDisclosure {
  constructor(readonly input: MakeDisclosureInput, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(MakeDisclosure)
export class MakeDisclosureHandler implements ICommandHandler<MakeDisclosure, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: MakeDisclosure): Promise<Outcome> {
    if (!actsFor(actor, input.sender)) throw new NotFound();
    const decision = await ownDecision(this.journal, input.decisionId, input.sender);
    const disclosureId = derivedId<DisclosureId>(context.commandId, 'id');
    const command: MakeDisclosureCommand = {
      ...input, disclosureId, kind: decision?.requestId ? 'ANSWER' : input.kind, recordedBy: input.sender,
      madeBy: { practitioner: actor.practitioner, name: null },
      items: input.items.map((item, index) => ({ ...item, itemId: derivedId<ItemId>(context.commandId, `item:${index}`) })),
    };
    const subjects = [...new Set(command.items.flatMap((item) => item.about.map((each) => each.personId)))];
    const about = { enquiryId: decision?.enquiryId ?? null, subjects };
    const done = await this.journal.execute({
      stream: `disclosure-${disclosureId}`, decider: makingDisclosure, command, context: { ...context, occurredAt: input.occurredAt }, about: () => about,
      facts: async (state) => {
        // Decided once before anything is claimed, so that a disclosure which would be refused claims nothing.
        const facts = await this.facts(command);
        makingDisclosure.decide(command, state, facts);
        const claims = claimsOf({ ...command, recipient: command.recipient.organisation, items: readyItems(command, facts.decision) });
        await claimConsents(this.journal, claims, context, about);
        return claims.length === 0 ? facts : this.facts(command);
      },
    });
    await settleConsents(this.journal, disclosureId, context);
    return { id: disclosureId, done };
  }

  private async facts(command: MakeDisclosureCommand): Promise<MakeDisclosureFacts> {
    const decision = await ownDecision(this.journal, command.decisionId, command.sender);
    return {
      now: this.journal.clock.now(), decision,
      request: decision?.requestId ? await this.journal.state(`request-${decision.requestId}`, requestFacts) : null,
      consents: await consentsOf(this.journal, (decision?.items ?? []).map((item) => item.consentId)),
      other: await this.journal.state(`organisation-${command.recipient.organisation}`, organisationFacts),
      recipientWorksThere: await recipientWorksThere(this.journal, command.recipient),
    };
  }
}
