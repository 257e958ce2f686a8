import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import type { AnswerApprovalCommand } from '../../domain/approve-onward.js';
import { answerApproval } from '../answer-approval.js';

/** Approve exactly the words, recipient and purpose that were sought. */
export class ApproveOnward {
  constructor(readonly input: Omit<AnswerApprovalCommand, 'by' | 'refusedBecause'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(ApproveOnward)
export class ApproveOnwardHandler implements ICommandHandler<ApproveOnward, Outcome> {
  constructor(private readonly journal: Journal) {}

  execute({ input, actor, context }: ApproveOnward): Promise<Outcome> {
    return answerApproval(this.journal, { ...input, refusedBecause: null }, actor, context);
  }
}
