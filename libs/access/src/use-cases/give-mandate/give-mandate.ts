import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { practitionerFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, MandateId, OrganisationId } from '@mash/kernel';
import { givingMandate } from '../../domain/give-mandate.js';
import type { GiveMandateCommand } from '../../domain/give-mandate.js';

/** Give an auditor a mandate over the actor's own agency. */
export class GiveMandate {
  constructor(
    readonly input: Omit<GiveMandateCommand, 'mandateId' | 'agency' | 'givenBy'>, readonly actor: Actor, readonly context: CommandContext,
  ) {}
}

@CommandHandler(GiveMandate)
export class GiveMandateHandler implements ICommandHandler<GiveMandate, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: GiveMandate): Promise<Outcome> {
    const mandateId = derivedId<MandateId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `mandate-${mandateId}`, decider: givingMandate, context,
      command: { ...input, mandateId, agency: actor.agency, givenBy: actor.practitioner },
      facts: async () => ({ auditorAgency: await this.auditorAgency(input.auditor) }), about: () => ({}),
    });
    return { id: mandateId, done };
  }

  private async auditorAgency(auditor: string): Promise<OrganisationId | null> {
    const now = this.journal.clock.now();
    const facts = await this.journal.state(`practitioner-${auditor}`, practitionerFacts);
    const post = facts?.posts.find((each) => each.roles.includes('auditor') && each.from <= now && (each.to === null || now < each.to));
    return post?.organisationId ?? null;
  }
}
