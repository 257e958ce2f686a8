import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, ApprovalId } from '@mash/kernel';
import { seekingApproval } from '../../domain/approve-onward.js';
import type { SeekApprovalCommand } from '../../domain/approve-onward.js';
import { aboutDisclosure, originatorUnit, ownDecision, receivedBy } from '../gather.js';

/** Ask the originator to approve the words that the actor's unit decided to pass on. */
export class SeekOnwardApproval {
  constructor(readonly input: Omit<SeekApprovalCommand, 'approvalId' | 'by'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(SeekOnwardApproval)
export class SeekOnwardApprovalHandler implements ICommandHandler<SeekOnwardApproval, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: SeekOnwardApproval): Promise<Outcome> {
    const { held, party } = await receivedBy(this.journal, actor, input.disclosureId);
    const approvalId = derivedId<ApprovalId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `disclosure-${input.disclosureId}`, decider: seekingApproval, command: { ...input, approvalId, by: party }, context,
      facts: async () => ({
        decision: await ownDecision(this.journal, input.decisionId, party), originatorUnit: await originatorUnit(this.journal, held, input.itemId),
      }),
      about: () => aboutDisclosure(held),
    });
    return { id: approvalId, done };
  }
}
