import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { recordingGrounds } from '../../domain/work-enquiry.js';
import type { RecordGroundsCommand } from '../../domain/work-enquiry.js';
import { ledBy } from '../led-by.js';

/** Record a further ground in law for the enquiry, with reasons. */
export class RecordGrounds {
  constructor(readonly input: Omit<RecordGroundsCommand, 'by' | 'recordId'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RecordGrounds)
export class RecordGroundsHandler implements ICommandHandler<RecordGrounds, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: RecordGrounds): Promise<Outcome> {
    await ledBy(this.journal, actor, input.enquiryId);
    const done = await this.journal.execute({
      stream: `enquiry-${input.enquiryId}`, decider: recordingGrounds, context,
      command: { ...input, by: actor.practitioner, recordId: context.commandId },
      facts: () => null, about: () => ({ enquiryId: input.enquiryId }),
    });
    return { id: input.enquiryId, done };
  }
}
