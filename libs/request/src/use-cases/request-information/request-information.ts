import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { requestingInformation } from '../../domain/request-information.js';
import { askingFacts } from '../asking-facts.js';
import type { AskingInput } from '../asking-input.js';
import { asAsking } from '../asking-input.js';

/** Ask another agency for information, under an enquiry that the actor's unit leads. */
export class RequestInformation {
  constructor(readonly input: AskingInput, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RequestInformation)
export class RequestInformationHandler implements ICommandHandler<RequestInformation, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: RequestInformation): Promise<Outcome> {
    const command = asAsking(input, actor, context.commandId);
    const done = await this.journal.execute({
      stream: `request-${command.requestId}`, decider: requestingInformation, command, context,
      facts: () => askingFacts(this.journal, actor, input.enquiryId, input.to.organisation),
      about: () => ({ enquiryId: input.enquiryId, subjects: input.people.map((person) => person.personId) }),
    });
    return { id: command.requestId, done };
  }
}
