import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, ConsentId } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import { recordingRefusal } from '../../domain/record-no-consent.js';
import type { RecordRefusalCommand } from '../../domain/record-no-consent.js';

/** Record that somebody was asked by the actor's unit, and refused. */
export class RecordConsentRefusal {
  constructor(readonly input: Omit<RecordRefusalCommand, 'consentId'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RecordConsentRefusal)
export class RecordConsentRefusalHandler implements ICommandHandler<RecordConsentRefusal, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: RecordConsentRefusal): Promise<Outcome> {
    if (!actsFor(actor, input.obtainedBy)) throw new NotFound();
    const consentId = derivedId<ConsentId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `consent-${consentId}`, decider: recordingRefusal, command: { ...input, consentId },
      context: { ...context, occurredAt: input.at }, facts: () => ({ now: this.journal.clock.now() }),
      about: () => ({ enquiryId: input.enquiryId, subjects: [...new Set([input.giver, ...input.about])] }),
    });
    return { id: consentId, done };
  }
}
