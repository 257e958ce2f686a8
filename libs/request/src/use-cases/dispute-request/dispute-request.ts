import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, RequestId } from '@mash/kernel';
import type { DisputeRequestCommand } from '../../domain/dispute-request.js';
import { disputingRequest } from '../../domain/dispute-request.js';
import { partyTo } from '../party-to.js';

/** Dispute a statutory request, for the unit that was asked. */
export class DisputeRequest {
  constructor(
    readonly input: Omit<DisputeRequestCommand, 'recordId'> & { readonly requestId: RequestId }, readonly actor: Actor, readonly context: CommandContext,
  ) {}
}

@CommandHandler(DisputeRequest)
export class DisputeRequestHandler implements ICommandHandler<DisputeRequest, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: DisputeRequest): Promise<Outcome> {
    const { enquiryId, people } = await partyTo(this.journal, actor, input.requestId, false);
    const done = await this.journal.execute({
      stream: `request-${input.requestId}`, decider: disputingRequest, context,
      command: { reason: input.reason, words: input.words, recordId: context.commandId },
      facts: () => null, about: () => ({ enquiryId, subjects: people }),
    });
    return { id: input.requestId, done };
  }
}
