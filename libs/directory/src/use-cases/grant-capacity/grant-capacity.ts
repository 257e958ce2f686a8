import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { grantingCapacity } from '../../domain/hold-capacity.js';
import type { GrantCapacityCommand } from '../../domain/hold-capacity.js';
import { mustAdminister } from '../administering.js';

/** Record that an organisation holds a legal capacity from a date. */
export class GrantCapacity {
  constructor(readonly input: GrantCapacityCommand, readonly actor: Actor | null, readonly context: CommandContext) {}
}

@CommandHandler(GrantCapacity)
export class GrantCapacityHandler implements ICommandHandler<GrantCapacity, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: GrantCapacity): Promise<Outcome> {
    const { input, context } = command;
    mustAdminister(command, input.organisationId);
    const done = await this.journal.execute({
      stream: `organisation-${input.organisationId}`, decider: grantingCapacity, command: input, context, facts: () => null, about: () => ({}),
    });
    return { id: input.organisationId, done };
  }
}
