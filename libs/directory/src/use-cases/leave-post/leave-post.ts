import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { practitionerFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import { leavingPost } from '../../domain/hold-post.js';
import type { LeavePostCommand } from '../../domain/hold-post.js';
import { mustAdminister } from '../administering.js';

/** Record that somebody left a post. */
export class LeavePost {
  constructor(readonly input: LeavePostCommand, readonly actor: Actor | null, readonly context: CommandContext) {}
}

@CommandHandler(LeavePost)
export class LeavePostHandler implements ICommandHandler<LeavePost, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute(command: LeavePost): Promise<Outcome> {
    const { input, context } = command;
    const stream = `practitioner-${input.practitionerId}`;
    const post = (await this.journal.state(stream, practitionerFacts))?.posts.find((each) => each.postId === input.postId);
    if (!post) throw new NotFound();
    mustAdminister(command, post.organisationId);
    const done = await this.journal.execute({ stream, decider: leavingPost, command: input, context, facts: () => null, about: () => ({}) });
    return { id: input.practitionerId, done };
  }
}
