import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { Account } from '@mash/directory-events';
import { organisationFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, PractitionerId } from '@mash/kernel';
import { claimingAccount } from '../../domain/claim-account.js';
import { registeringPractitioner } from '../../domain/register-practitioner.js';
import type { RegisterPractitionerCommand } from '../../domain/register-practitioner.js';
import { mustAdminister } from '../administering.js';

/** Make a person known who works for an organisation, with the account they sign in with, if any. */
export class RegisterPractitioner {
  constructor(readonly input: Omit<RegisterPractitionerCommand, 'practitionerId'>, readonly actor: Actor | null, readonly context: CommandContext) {}
}

/** The name space of account streams; it may never change. */
const accounts = '0f7c1d3a-51c4-5f0e-9f43-7f0a35c1b6e4';

const accountStream = ({ issuer, subject }: Account): string => `account-${derivedId(accounts, `${issuer}\n${subject}`)}`;

@CommandHandler(RegisterPractitioner)
export class RegisterPractitionerHandler implements ICommandHandler<RegisterPractitioner, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: RegisterPractitioner): Promise<Outcome> {
    const { input, context } = command;
    mustAdminister(command, input.organisationId);
    const practitionerId = derivedId<PractitionerId>(context.commandId, 'id');
    const registration = { ...input, practitionerId };
    const done = await this.journal.execute({
      stream: `practitioner-${practitionerId}`, decider: registeringPractitioner, command: registration, context,
      facts: async (state) => {
        const facts = { organisation: await this.journal.state(`organisation-${input.organisationId}`, organisationFacts) };
        // Decided once without the claim, so that a registration which would be refused takes no account.
        registeringPractitioner.decide(registration, state, facts);
        if (input.account !== null) await this.claim(input.account, practitionerId, context);
        return facts;
      },
      about: () => ({}),
    });
    return { id: practitionerId, done };
  }
  /** Two registrations of one account, sent at the same time, meet here: one of them is rejected. */
  private async claim(account: Account, practitionerId: PractitionerId, context: CommandContext): Promise<void> {
    await this.journal.execute({
      stream: accountStream(account), decider: claimingAccount, command: { account, practitionerId }, context, facts: () => null, about: () => ({}),
    });
  }
}
