import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { practitionerFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { recordingAbsence } from '../../domain/be-absent.js';
import type { RecordAbsenceCommand } from '../../domain/be-absent.js';
import { awayColleague } from '../away-colleague.js';

/** Say that one is away, or that a colleague is, and who covers. */
export class RecordAbsence {
  constructor(readonly input: RecordAbsenceCommand, readonly actor: Actor | null, readonly context: CommandContext) {}
}

@CommandHandler(RecordAbsence)
export class RecordAbsenceHandler implements ICommandHandler<RecordAbsence, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: RecordAbsence): Promise<Outcome> {
    const { input, context } = command;
    await awayColleague(this.journal, command, input.practitionerId);
    const done = await this.journal.execute({
      stream: `practitioner-${input.practitionerId}`, decider: recordingAbsence, command: input, context,
      facts: async () => ({
        now: this.journal.clock.now(), cover: await this.journal.state(`practitioner-${input.coveredBy}`, practitionerFacts),
      }),
      about: () => ({}),
    });
    return { id: input.practitionerId, done };
  }
}
