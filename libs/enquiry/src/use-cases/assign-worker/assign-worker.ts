import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { practitionerFacts, worksIn } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { assigningWorker } from '../../domain/work-enquiry.js';
import type { AssignWorkerCommand } from '../../domain/work-enquiry.js';
import { ledBy } from '../led-by.js';

/** Give an enquiry to a colleague of the unit that leads it, or hand it over. */
export class AssignWorker {
  constructor(readonly input: Omit<AssignWorkerCommand, 'recordId'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(AssignWorker)
export class AssignWorkerHandler implements ICommandHandler<AssignWorker, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: AssignWorker): Promise<Outcome> {
    const { lead } = await ledBy(this.journal, actor, input.enquiryId);
    const done = await this.journal.execute({
      stream: `enquiry-${input.enquiryId}`, decider: assigningWorker, command: { ...input, recordId: context.commandId }, context,
      facts: async () => {
        const worker = await this.journal.state(`practitioner-${input.worker}`, practitionerFacts);
        return { worksThere: worker !== null && worksIn(worker, lead, this.journal.clock.now()) };
      },
      about: () => ({ enquiryId: input.enquiryId }),
    });
    return { id: input.enquiryId, done };
  }
}
