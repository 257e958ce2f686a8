import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Account } from '@mash/directory-events';
import { organisationFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, PractitionerId } from '@mash/kernel';
import { registeringPractitioner } from '../../domain/register-practitioner.js';
import type { RegisterPractitionerCommand } from '../../domain/register-practitioner.js';
import { mustAdminister } from '../administering.js';

/** Make a person known who works for an organisation, with the account they sign in with, if any. */
export class RegisterPractitioner {
  constructor(readonly input: Omit<RegisterPractitionerCommand, 'practitionerId'>, readonly actor: Actor | null, readonly context: CommandContext) {}
}

/** The name space of ids made from accounts; it may never change. */
const accounts = '0f7c1d3a-51c4-5f0e-9f43-7f0a35c1b6e4';

/** One account, one stream: a second registration meets the first and is rejected, whoever sends it at the same time. */
const idFor = (account: Account | null, commandId: string): PractitionerId =>
  (account === null ? derivedId<PractitionerId>(commandId, 'id') : derivedId<PractitionerId>(accounts, `${account.issuer}\n${account.subject}`));

@CommandHandler(RegisterPractitioner)
export class RegisterPractitionerHandler implements ICommandHandler<RegisterPractitioner, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: RegisterPractitioner): Promise<Outcome> {
    const { input, context } = command;
    mustAdminister(command, input.organisationId);
    const practitionerId = idFor(input.account, context.commandId);
    const done = await this.journal.execute({
      stream: `practitioner-${practitionerId}`, decider: registeringPractitioner, command: { ...input, practitionerId }, context,
      facts: async () => ({ organisation: await this.journal.state(`organisation-${input.organisationId}`, organisationFacts) }),
      about: () => ({}),
    });
    return { id: practitionerId, done };
  }
}
