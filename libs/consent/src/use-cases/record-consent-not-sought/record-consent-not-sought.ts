import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, ConsentId } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import { recordingNotSought } from '../../domain/record-no-consent.js';
import type { RecordNotSoughtCommand } from '../../domain/record-no-consent.js';

/** Record that the actor's unit did not ask, and for which of the listed reasons. */
export class RecordConsentNotSought {
  constructor(readonly input: Omit<RecordNotSoughtCommand, 'consentId'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RecordConsentNotSought)
export class RecordConsentNotSoughtHandler implements ICommandHandler<RecordConsentNotSought, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: RecordConsentNotSought): Promise<Outcome> {
    if (!actsFor(actor, input.obtainedBy)) throw new NotFound();
    const consentId = derivedId<ConsentId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `consent-${consentId}`, decider: recordingNotSought, command: { ...input, consentId }, context, facts: () => null,
      about: () => ({ enquiryId: input.enquiryId, subjects: [...new Set([input.giver, ...input.about])] }),
    });
    return { id: consentId, done };
  }
}
