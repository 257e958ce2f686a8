import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { ViewReader } from '@mash/views';
import type { RelatePeopleCommand } from '../../domain/relate-people.js';
import { relatingPeople } from '../../domain/relate-people.js';
import { mustKnow } from '../known-to.js';

/** Say how two people are related whom the unit knows. */
export class RelatePeople {
  constructor(readonly input: RelatePeopleCommand, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RelatePeople)
export class RelatePeopleHandler implements ICommandHandler<RelatePeople, Outcome> {
  constructor(private readonly journal: Journal, private readonly views: ViewReader) {}

  async execute({ input, actor, context }: RelatePeople): Promise<Outcome> {
    await mustKnow(this.journal, this.views, actor, input.by, input.personId, input.to);
    const done = await this.journal.execute({
      stream: `person-${input.personId}`, decider: relatingPeople, command: input, context,
      facts: () => null, about: () => ({ subjects: [input.personId, input.to] }),
    });
    return { id: input.personId, done };
  }
}
