import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { RequestId } from '@mash/kernel';
import { requestFacts } from '@mash/request-events';
import { markingOverdue } from '../../domain/mark-overdue.js';
import { onlyProcesses } from '../only-processes.js';

/** Record that a request is overdue, when it is; sent by the process that runs the clocks, as often as it likes. */
export class MarkOverdue {
  constructor(readonly input: { readonly requestId: RequestId }, readonly context: CommandContext) {}
}

@CommandHandler(MarkOverdue)
export class MarkOverdueHandler implements ICommandHandler<MarkOverdue, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, context }: MarkOverdue): Promise<Outcome> {
    onlyProcesses(context);
    const stream = `request-${input.requestId}`;
    const request = await this.journal.state(stream, requestFacts);
    const done = await this.journal.execute({
      stream, decider: markingOverdue, command: null, context,
      facts: () => ({ now: this.journal.clock.now() }), about: () => ({ enquiryId: request?.enquiryId ?? null, subjects: request?.people ?? [] }),
    });
    return { id: input.requestId, done };
  }
}
