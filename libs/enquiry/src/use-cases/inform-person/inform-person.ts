import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { informingPerson } from '../../domain/work-enquiry.js';
import type { InformPersonCommand } from '../../domain/work-enquiry.js';
import { ledBy } from '../led-by.js';

/** Record that a person concerned was told, and in which words. */
export class InformPerson {
  constructor(readonly input: Omit<InformPersonCommand, 'by' | 'recordId'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(InformPerson)
export class InformPersonHandler implements ICommandHandler<InformPerson, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: InformPerson): Promise<Outcome> {
    await ledBy(this.journal, actor, input.enquiryId);
    const done = await this.journal.execute({
      stream: `enquiry-${input.enquiryId}`, decider: informingPerson,
      command: { ...input, by: actor.practitioner, recordId: context.commandId }, context: { ...context, occurredAt: input.at },
      facts: () => ({ now: this.journal.clock.now() }), about: () => ({ enquiryId: input.enquiryId, subjects: [input.personId] }),
    });
    return { id: input.enquiryId, done };
  }
}
