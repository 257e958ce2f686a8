import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { practitionerFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { delegatingSignatory } from '../../domain/delegate-signatory.js';
import type { DelegateSignatoryCommand } from '../../domain/delegate-signatory.js';
import { mustAdminister } from '../administering.js';

/** Record that a partner delegated its power to issue statutory requests. */
export class DelegateSignatory {
  constructor(readonly input: DelegateSignatoryCommand, readonly actor: Actor | null, readonly context: CommandContext) {}
}

@CommandHandler(DelegateSignatory)
export class DelegateSignatoryHandler implements ICommandHandler<DelegateSignatory, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: DelegateSignatory): Promise<Outcome> {
    const { input, context } = command;
    mustAdminister(command, input.organisationId);
    const done = await this.journal.execute({
      stream: `arrangement-${input.arrangementId}`, decider: delegatingSignatory, command: input, context,
      facts: async () => ({ signatory: await this.journal.state(`practitioner-${input.practitionerId}`, practitionerFacts) }),
      about: () => ({}),
    });
    return { id: input.arrangementId, done };
  }
}
