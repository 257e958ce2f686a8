import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { endingCapacity } from '../../domain/hold-capacity.js';
import type { EndCapacityCommand } from '../../domain/hold-capacity.js';
import { mustAdminister } from '../administering.js';

/** Record that an organisation no longer holds a legal capacity. */
export class EndCapacity {
  constructor(readonly input: EndCapacityCommand, readonly actor: Actor | null, readonly context: CommandContext) {}
}

@CommandHandler(EndCapacity)
export class EndCapacityHandler implements ICommandHandler<EndCapacity, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: EndCapacity): Promise<Outcome> {
    const { input, context } = command;
    mustAdminister(command, input.organisationId);
    const done = await this.journal.execute({
      stream: `organisation-${input.organisationId}`, decider: endingCapacity, command: input, context, facts: () => null, about: () => ({}),
    });
    return { id: input.organisationId, done };
  }
}
