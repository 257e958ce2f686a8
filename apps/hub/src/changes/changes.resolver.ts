import { Field, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { ViewReader } from '@mash/views';
import { ChangeFeed } from './change-feed.js';
import type { Change } from './change-feed.js';

@ObjectType('Change', { description: 'Something that you can see changed: ask for it again, under the rules of now.' })
export class ChangeObject {
  @Field({ description: 'Which view.' }) readonly view: string;
  @Field(() => String, { nullable: true, description: 'Which row; null when many changed at once.' }) readonly key: string | null;
}

@Resolver()
export class ChangesResolver {
  constructor(private readonly feed: ChangeFeed, private readonly views: ViewReader) {}

  @Subscription(() => ChangeObject, {
    description: 'Wakes you when a row that you can see changed. Carries ids only.',
    resolve: (change: Change) => ({ view: change.view, key: change.key }),
  })
  @Permit('work:read')
  async *changes(@CurrentActor() actor: Actor): AsyncGenerator<Change> {
    for await (const change of this.feed.of(actor.agency)) {
      // Re-read as the subscriber: a row of the same agency that this unit cannot see must not even be hinted at.
      if (change.key === null || await this.views.find(actor, change.view, change.key) !== null) yield change;
    }
  }
}
