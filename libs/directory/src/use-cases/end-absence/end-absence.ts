import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { endingAbsence } from '../../domain/be-absent.js';
import type { EndAbsenceCommand } from '../../domain/be-absent.js';
import { awayColleague } from '../away-colleague.js';

/** Say that somebody is back. */
export class EndAbsence {
  constructor(readonly input: EndAbsenceCommand, readonly actor: Actor | null, readonly context: CommandContext) {}
}

@CommandHandler(EndAbsence)
export class EndAbsenceHandler implements ICommandHandler<EndAbsence, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: EndAbsence): Promise<Outcome> {
    const { input, context } = command;
    await awayColleague(this.journal, command, input.practitionerId);
    const done = await this.journal.execute({
      stream: `practitioner-${input.practitionerId}`, decider: endingAbsence, command: input, context,
      facts: () => ({ now: this.journal.clock.now() }), about: () => ({}),
    });
    return { id: input.practitionerId, done };
  }
}
