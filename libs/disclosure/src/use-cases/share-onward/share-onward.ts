import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { organisationFacts } from '@mash/directory-events';
import type { DisclosureFacts } from '@mash/disclosure-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, DisclosureId, ItemId } from '@mash/kernel';
import { claimsOf } from '../../domain/rest-on-consent.js';
import { disclosingOnward, onwardItem, sharingOnward } from '../../domain/share-onward.js';
import type { ShareOnwardCommand, ShareOnwardFacts } from '../../domain/share-onward.js';
import { aboutDisclosure, claimConsents, consentsOf, ownDecision, receivedBy, recipientWorksThere, settleConsents } from '../gather.js';

/** What a practitioner writes to pass an item on. */
export interface ShareOnwardInput extends Omit<ShareOnwardCommand, 'disclosureId' | 'childId' | 'sender' | 'madeBy' | 'recordedBy' | 'statement'> {
  readonly statement: Omit<ShareOnwardCommand['statement'], 'itemId' | 'restrictions'>;
}

/** Pass on an item that the actor's unit received, in the words that it decided and the originator approved. */
export class ShareOnward {
  constructor(readonly input: ShareOnwardInput, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(ShareOnward)
export class ShareOnwardHandler implements ICommandHandler<ShareOnward, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: ShareOnward): Promise<Outcome> {
    const { held, party } = await receivedBy(this.journal, actor, input.parentId);
    const childId = derivedId<DisclosureId>(context.commandId, 'id');
    const command: ShareOnwardCommand = {
      ...input, childId, disclosureId: childId, sender: party, recordedBy: party, madeBy: { practitioner: actor.practitioner, name: null },
      statement: { ...input.statement, itemId: derivedId<ItemId>(context.commandId, 'item:0'), restrictions: [] },
    };
    const about = aboutDisclosure(held);
    await this.journal.execute({
      stream: `disclosure-${input.parentId}`, decider: sharingOnward, command, context, facts: () => this.facts(command, held), about: () => about,
    });
    const facts = await this.facts(command, held);
    const item = held.made.items.find((each) => each.itemId === input.itemId);
    if (item) {
      const resting = { ...command, recipient: command.recipient.organisation, items: [onwardItem(command, item, facts.decision)] };
      await claimConsents(this.journal, claimsOf(resting), context, about);
    }
    const done = await this.journal.execute({
      stream: `disclosure-${childId}`, decider: disclosingOnward, command, context: { ...context, occurredAt: input.occurredAt },
      facts: () => ({ ...facts, parent: held }), about: () => about,
    });
    await settleConsents(this.journal, childId, context);
    return { id: childId, done };
  }

  private async facts(command: ShareOnwardCommand, held: DisclosureFacts): Promise<ShareOnwardFacts> {
    const decision = await ownDecision(this.journal, command.decisionId, command.sender);
    return {
      now: this.journal.clock.now(), decision,
      consents: await consentsOf(this.journal, [...held.made.items, ...decision?.items ?? []].map((item) => item.consentId)),
      other: await this.journal.state(`organisation-${command.recipient.organisation}`, organisationFacts),
      recipientWorksThere: await recipientWorksThere(this.journal, command.recipient),
    };
  }
}
