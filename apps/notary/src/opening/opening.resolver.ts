import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { TextScalar, UuidScalar } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { ReplayedEvent } from '../order/order.objects.js';
import { shownOf } from '../order/order.resolver.js';
import { Audits } from '../service/auditing.js';
import { EventOpener } from './open-event.js';

@ObjectType({ description: 'One value of an event\'s content.' })
export class ContentPiece {
  @Field({ description: 'Where it stands, for example /items/0/content/statement.' }) readonly path: string;
  @Field(() => String, { nullable: true, description: 'The value as text; null when there is none, or when it is withheld.' }) readonly value: string | null;
  @Field({ description: 'It is sealed, and no agency that gave you a mandate holds its key, or its key was destroyed.' }) readonly withheld: boolean;
}

@ObjectType({ description: 'An event, opened.' })
export class EventContent {
  @Field(() => ReplayedEvent, { description: 'Its line in the order.' }) readonly event: ReplayedEvent;
  @Field(() => [ContentPiece], { description: 'Its content, value by value.' }) readonly content: ContentPiece[];
}

@Resolver()
export class OpeningResolver {
  constructor(private readonly audits: Audits, private readonly opener: EventOpener) {}

  @Query(() => EventContent, {
    description: 'Opens an event\'s content with the keys of the agencies that gave you a mandate. Without a mandate of one that acted in it or holds a copy, it answers like a missing one.',
  })
  @Permit('audit:replay')
  openEvent(
    @Args('eventId', { type: () => UuidScalar, description: 'The event.' }) eventId: string,
    @Args('purpose', { type: () => TextScalar, description: 'Why you open it. Kept with the record of your reading.' }) purpose: string,
    @CurrentActor() auditor: Actor,
  ): Promise<EventContent> {
    return this.audits.answer({ operation: 'openEvent', auditor, purpose }, async ({ mandatedBy }) => {
      const found = await this.opener.open(eventId, mandatedBy);
      if (found === null) return { answer: null };
      const content = found.pieces.map(({ path, value, withheld }) => ({ path, value, withheld }));
      return { answer: { event: shownOf(found.entry, mandatedBy), content }, opened: [eventId] };
    });
  }
}
