import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, ConsentId } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import { recordingConsent } from '../../domain/record-consent.js';
import type { RecordConsentCommand } from '../../domain/record-consent.js';

/** Record a consent that the actor's unit obtained. */
export class RecordConsent {
  constructor(readonly input: Omit<RecordConsentCommand, 'consentId'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RecordConsent)
export class RecordConsentHandler implements ICommandHandler<RecordConsent, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: RecordConsent): Promise<Outcome> {
    if (!actsFor(actor, input.obtainedBy)) throw new NotFound();
    const consentId = derivedId<ConsentId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `consent-${consentId}`, decider: recordingConsent, command: { ...input, consentId },
      context: { ...context, occurredAt: input.givenAt }, facts: () => ({ now: this.journal.clock.now() }),
      about: () => ({ enquiryId: input.enquiryId, subjects: [...new Set([input.giver, ...input.about])] }),
    });
    return { id: consentId, done };
  }
}
