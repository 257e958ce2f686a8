import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { Journal } from '@mash/event-log';
import type { Accepted, RejectedObject } from '@mash/graphql';
import { CommandResult, commandResult, contextOf } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { SendConcernInput } from './concern.inputs.js';
import { SendConcern } from './send-concern.js';

@Resolver()
export class ConcernResolver {
  constructor(private readonly commands: CommandBus, private readonly journal: Journal) {}

  @Mutation(() => CommandResult, { description: 'Sends a concern to a hub: decides to share it and discloses it. Answers with the disclosure.' })
  @Permit('concern:send')
  sendConcern(@Args('input') { idempotencyKey, ...input }: SendConcernInput, @CurrentActor() actor: Actor): Promise<Accepted | RejectedObject> {
    const context = contextOf(actor, 'SendConcern', idempotencyKey);
    return commandResult(() => this.commands.execute(new SendConcern({ idempotencyKey, ...input }, actor, context, this.journal.clock.now())));
  }
}
