import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, DisclosureId } from '@mash/kernel';
import { acceptingRestrictions } from '../../domain/receive-disclosure.js';
import { aboutDisclosure, receivedBy } from '../gather.js';

/** Accept the restrictions of a disclosure that the actor's unit received. */
export class AcceptRestrictions {
  constructor(readonly disclosureId: DisclosureId, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(AcceptRestrictions)
export class AcceptRestrictionsHandler implements ICommandHandler<AcceptRestrictions, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ disclosureId, actor, context }: AcceptRestrictions): Promise<Outcome> {
    const { held } = await receivedBy(this.journal, actor, disclosureId);
    const done = await this.journal.execute({
      stream: `disclosure-${disclosureId}`, decider: acceptingRestrictions, command: { disclosureId, by: actor.practitioner }, context,
      facts: () => null, about: () => aboutDisclosure(held),
    });
    return { id: disclosureId, done };
  }
}
