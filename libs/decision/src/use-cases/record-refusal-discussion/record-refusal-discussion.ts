import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { decisionFacts } from '@mash/decision-events';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import { discussingRefusal } from '../../domain/discuss-refusal.js';
import type { DiscussRefusalCommand } from '../../domain/discuss-refusal.js';

/** Record that the unit's reasons not to share were talked over with whoever asked. */
export class RecordRefusalDiscussion {
  constructor(readonly input: Omit<DiscussRefusalCommand, 'by' | 'recordId'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RecordRefusalDiscussion)
export class RecordRefusalDiscussionHandler implements ICommandHandler<RecordRefusalDiscussion, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: RecordRefusalDiscussion): Promise<Outcome> {
    const stream = `decision-${input.decisionId}`;
    const decision = await this.journal.state(stream, decisionFacts);
    if (decision === null || !actsFor(actor, decision.by)) throw new NotFound();
    const done = await this.journal.execute({
      stream, decider: discussingRefusal, command: { ...input, by: actor.practitioner, recordId: context.commandId },
      context: { ...context, occurredAt: input.at }, facts: () => ({ now: this.journal.clock.now() }),
      about: () => ({ enquiryId: decision.enquiryId, subjects: [...new Set(decision.items.flatMap((item) => item.about))] }),
    });
    return { id: input.decisionId, done };
  }
}
