import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { OrganisationFacts } from '@mash/directory-events';
import { organisationFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, ArrangementId, OrganisationId } from '@mash/kernel';
import { makingArrangement } from '../../domain/make-arrangement.js';
import type { MakeArrangementCommand, MakeArrangementFacts } from '../../domain/make-arrangement.js';
import { mustAdminister } from '../administering.js';

/** Record a local safeguarding arrangement. An administrator may do so for the organisation that has its hub. */
export class MakeArrangement {
  constructor(readonly input: Omit<MakeArrangementCommand, 'arrangementId'>, readonly actor: Actor | null, readonly context: CommandContext) {}
}

async function named(journal: Journal, input: MakeArrangement['input']): Promise<MakeArrangementFacts> {
  const organisations = new Map<OrganisationId, OrganisationFacts>();
  for (const id of new Set([...input.partners.map((partner) => partner.organisationId), ...input.relevantAgencies, input.hub.organisation])) {
    const organisation = await journal.state(`organisation-${id}`, organisationFacts);
    if (organisation !== null) organisations.set(id, organisation);
  }
  return { organisations };
}

@CommandHandler(MakeArrangement)
export class MakeArrangementHandler implements ICommandHandler<MakeArrangement, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: MakeArrangement): Promise<Outcome> {
    const { input, context } = command;
    mustAdminister(command, input.hub.organisation);
    const arrangementId = derivedId<ArrangementId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `arrangement-${arrangementId}`, decider: makingArrangement, command: { ...input, arrangementId }, context,
      facts: () => named(this.journal, input), about: () => ({}),
    });
    return { id: arrangementId, done };
  }
}
