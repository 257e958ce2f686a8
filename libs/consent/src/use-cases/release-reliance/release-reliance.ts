import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import { NotFound } from '@mash/kernel';
import { releasingReliance } from '../../domain/release-reliance.js';
import type { ReleaseRelianceCommand } from '../../domain/release-reliance.js';

/** Give up a claim on a consent whose disclosure never came. A process does this, never a person: so there is no actor. */
export class ReleaseReliance {
  constructor(readonly input: ReleaseRelianceCommand, readonly context: CommandContext) {}
}

@CommandHandler(ReleaseReliance)
export class ReleaseRelianceHandler implements ICommandHandler<ReleaseReliance, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, context }: ReleaseReliance): Promise<Outcome> {
    if (context.actor.kind !== 'process') throw new NotFound();
    const done = await this.journal.execute({
      stream: `consent-${input.consentId}`, decider: releasingReliance, command: input, context,
      facts: async () => ({ disclosureMade: (await this.journal.history(`disclosure-${input.disclosureId}`)).length > 0 }),
      about: (consent) => (consent === null ? {} : { enquiryId: consent.enquiryId, subjects: consent.about }),
    });
    return { id: input.consentId, done };
  }
}
