import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, OrganisationId } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import { registeringOrganisation } from '../../domain/register-organisation.js';
import type { RegisterOrganisationCommand } from '../../domain/register-organisation.js';

/** Make an organisation known. An administrator of another agency may do so for a body that does not use the hub. */
export class RegisterOrganisation {
  constructor(readonly input: Omit<RegisterOrganisationCommand, 'organisationId'>, readonly actor: Actor | null, readonly context: CommandContext) {}
}

@CommandHandler(RegisterOrganisation)
export class RegisterOrganisationHandler implements ICommandHandler<RegisterOrganisation, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: RegisterOrganisation): Promise<Outcome> {
    const { input, actor, context } = command;
    const administrator = actor !== null && actor.roles.includes('directory-administrator');
    // A body that uses the hub gets administrators of its own, so only the set-up of the hub lets it in.
    if (context.actor.kind !== 'process' && (!administrator || input.usesHub)) throw new NotFound();
    const organisationId = derivedId<OrganisationId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `organisation-${organisationId}`, decider: registeringOrganisation, command: { ...input, organisationId }, context,
      facts: () => null, about: () => ({}),
    });
    return { id: organisationId, done };
  }
}
