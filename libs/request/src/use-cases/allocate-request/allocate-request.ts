import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { practitionerFacts, worksIn } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, PractitionerId, RequestId } from '@mash/kernel';
import { allocatingRequest } from '../../domain/allocate-request.js';
import { partyTo } from '../party-to.js';

/** Give a request to a colleague of the unit that was asked, or hand it over. */
export class AllocateRequest {
  constructor(
    readonly input: { readonly requestId: RequestId; readonly worker: PractitionerId }, readonly actor: Actor, readonly context: CommandContext,
  ) {}
}

@CommandHandler(AllocateRequest)
export class AllocateRequestHandler implements ICommandHandler<AllocateRequest, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: AllocateRequest): Promise<Outcome> {
    const { to, enquiryId } = await partyTo(this.journal, actor, input.requestId, false);
    const done = await this.journal.execute({
      stream: `request-${input.requestId}`, decider: allocatingRequest, command: { worker: input.worker }, context,
      facts: async () => {
        const worker = await this.journal.state(`practitioner-${input.worker}`, practitionerFacts);
        const unit = to.unit === null ? null : { organisation: to.organisation, unit: to.unit };
        return { worksThere: worker !== null && unit !== null && worksIn(worker, unit, this.journal.clock.now()) };
      },
      about: () => ({ enquiryId }),
    });
    return { id: input.requestId, done };
  }
}
