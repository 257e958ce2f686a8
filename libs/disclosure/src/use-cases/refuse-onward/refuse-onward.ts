import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import type { AnswerApprovalCommand } from '../../domain/approve-onward.js';
import { answerApproval } from '../answer-approval.js';

/** Refuse what was sought, with reasons for the holder. */
export class RefuseOnward {
  constructor(readonly input: Omit<AnswerApprovalCommand, 'by'> & { readonly refusedBecause: string }, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RefuseOnward)
export class RefuseOnwardHandler implements ICommandHandler<RefuseOnward, Outcome> {
  constructor(private readonly journal: Journal) {}

  execute({ input, actor, context }: RefuseOnward): Promise<Outcome> {
    return answerApproval(this.journal, input, actor, context);
  }
}
