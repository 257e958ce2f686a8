import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { organisationFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, PostId } from '@mash/kernel';
import { takingPost } from '../../domain/hold-post.js';
import type { TakePostCommand } from '../../domain/hold-post.js';
import { mustAdminister } from '../administering.js';

/** Give somebody a post. Answers with the id of the post. */
export class TakePost {
  constructor(readonly input: Omit<TakePostCommand, 'postId'>, readonly actor: Actor | null, readonly context: CommandContext) {}
}

@CommandHandler(TakePost)
export class TakePostHandler implements ICommandHandler<TakePost, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: TakePost): Promise<Outcome> {
    const { input, context } = command;
    mustAdminister(command, input.organisationId);
    const postId = derivedId<PostId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `practitioner-${input.practitionerId}`, decider: takingPost, command: { ...input, postId }, context,
      facts: async () => ({ organisation: await this.journal.state(`organisation-${input.organisationId}`, organisationFacts) }),
      about: () => ({}),
    });
    return { id: postId, done };
  }
}
