import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import { withdrawingConsent } from '../../domain/withdraw-consent.js';
import type { WithdrawConsentCommand } from '../../domain/withdraw-consent.js';

/** Record that a consent was withdrawn, as it was told to the actor's unit. */
export class WithdrawConsent {
  constructor(readonly input: WithdrawConsentCommand, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(WithdrawConsent)
export class WithdrawConsentHandler implements ICommandHandler<WithdrawConsent, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: WithdrawConsent): Promise<Outcome> {
    if (!actsFor(actor, input.reportedBy)) throw new NotFound();
    const done = await this.journal.execute({
      stream: `consent-${input.consentId}`, decider: withdrawingConsent, command: input, context: { ...context, occurredAt: input.at },
      facts: () => ({ now: this.journal.clock.now() }),
      about: (consent) => (consent === null ? {} : { enquiryId: consent.enquiryId, subjects: [...new Set([consent.giver, ...consent.about])] }),
    });
    return { id: input.consentId, done };
  }
}
