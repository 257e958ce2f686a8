import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, RequestId } from '@mash/kernel';
import { actsFor } from '@mash/kernel';
import type { AnswerItemsCommand } from '../../domain/answer-items.js';
import { answeringItems } from '../../domain/answer-items.js';
import { partyTo } from '../party-to.js';

/** Answer items that need no decision, or enter such an answer that came by telephone, post or otherwise. */
export class AnswerItems {
  constructor(
    readonly input: Omit<AnswerItemsCommand, 'recordedBy' | 'recordId'> & { readonly requestId: RequestId },
    readonly actor: Actor, readonly context: CommandContext,
  ) {}
}

@CommandHandler(AnswerItems)
export class AnswerItemsHandler implements ICommandHandler<AnswerItems, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: AnswerItems): Promise<Outcome> {
    const { from, to, enquiryId, people } = await partyTo(this.journal, actor, input.requestId, true);
    const recordedBy = to.unit !== null && actsFor(actor, to) ? { organisation: to.organisation, unit: to.unit } : from;
    const done = await this.journal.execute({
      stream: `request-${input.requestId}`, decider: answeringItems, context,
      command: { answers: input.answers, method: input.method, recordedBy, recordId: context.commandId },
      facts: () => null, about: () => ({ enquiryId, subjects: people }),
    });
    return { id: input.requestId, done };
  }
}
