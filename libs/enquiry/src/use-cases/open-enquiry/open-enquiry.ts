import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { arrangementFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, EnquiryId } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import { openingEnquiry } from '../../domain/open-enquiry.js';
import type { OpenEnquiryCommand } from '../../domain/open-enquiry.js';

/** Open an enquiry on a concern, with its first ground. The actor is accountable for its decisions. */
export class OpenEnquiry {
  constructor(
    readonly input: Omit<OpenEnquiryCommand, 'enquiryId' | 'accountable'>, readonly actor: Actor, readonly context: CommandContext,
  ) {}
}

@CommandHandler(OpenEnquiry)
export class OpenEnquiryHandler implements ICommandHandler<OpenEnquiry, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: OpenEnquiry): Promise<Outcome> {
    if (!actsFor(actor, input.lead)) throw new NotFound();
    const enquiryId = derivedId<EnquiryId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `enquiry-${enquiryId}`, decider: openingEnquiry, context,
      command: { ...input, enquiryId, accountable: actor.practitioner },
      facts: async () => ({
        now: this.journal.clock.now(), arrangement: await this.journal.state(`arrangement-${input.arrangementId}`, arrangementFacts),
      }),
      about: () => ({ enquiryId }),
    });
    return { id: enquiryId, done };
  }
}
