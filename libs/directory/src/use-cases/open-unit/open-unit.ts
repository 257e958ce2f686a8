import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, UnitId } from '@mash/kernel';
import { openingUnit } from '../../domain/open-unit.js';
import type { OpenUnitCommand } from '../../domain/open-unit.js';
import { mustAdminister } from '../administering.js';

/** Open a team of an organisation. Answers with the id of the unit. */
export class OpenUnit {
  constructor(readonly input: Omit<OpenUnitCommand, 'unitId'>, readonly actor: Actor | null, readonly context: CommandContext) {}
}

@CommandHandler(OpenUnit)
export class OpenUnitHandler implements ICommandHandler<OpenUnit, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: OpenUnit): Promise<Outcome> {
    const { input, context } = command;
    mustAdminister(command, input.organisationId);
    const unitId = derivedId<UnitId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `organisation-${input.organisationId}`, decider: openingUnit, command: { ...input, unitId }, context,
      facts: () => null, about: () => ({}),
    });
    return { id: unitId, done };
  }
}
