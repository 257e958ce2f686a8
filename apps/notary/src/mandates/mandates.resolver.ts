import { Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { MandateGiven } from '@mash/access-events';
import { Journal } from '@mash/event-log';
import { InstantScalar } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { Follower } from '../following/follower.js';
import { isInForce } from '../following/register.js';
import { Audits } from '../service/auditing.js';
import { Keys } from '../service/keys.js';

@ObjectType({ description: 'A mandate that you hold: an agency lets you open its content, for a time and a purpose.' })
export class MandateHeld {
  @Field(() => ID, { description: 'The mandate.' }) readonly id: string;
  @Field(() => ID, { description: 'The agency that gave it, whose content it opens.' }) readonly agency: string;
  @Field(() => ID, { description: 'Who gave it.' }) readonly givenBy: string;
  @Field(() => InstantScalar, { description: 'From when it may be used.' }) readonly from: string;
  @Field(() => InstantScalar, { description: 'Until when it may be used.' }) readonly until: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was ended early.' }) readonly endedAt: string | null;
  @Field({ description: 'It may be used now.' }) readonly inForce: boolean;
  @Field(() => String, { nullable: true, description: 'What the audit is for; null while the mandate is not in force.' }) readonly purpose: string | null;
}

@Resolver()
export class MandatesResolver {
  constructor(
    private readonly audits: Audits, private readonly follower: Follower, private readonly journal: Journal, private readonly keys: Keys,
  ) {}

  @Query(() => [MandateHeld], { description: 'The mandates given to you at the agency you work for, in force or not, oldest first.' })
  @Permit('audit:replay')
  mandates(@CurrentActor() auditor: Actor): Promise<MandateHeld[]> {
    return this.audits.answer({ operation: 'mandates', auditor }, async ({ mandatedBy, now }) => {
      const held = this.follower.register.mandatesOf(auditor);
      const journal = this.keys.of(mandatedBy);
      const answer = held.map(async (mandate): Promise<MandateHeld> => {
        const [given] = await journal.opened<MandateGiven>(await this.journal.log.readStream(`mandate-${mandate.id}`));
        const { id, agency, givenBy, from, until, endedAt } = mandate;
        return { id, agency, givenBy, from, until, endedAt, inForce: isInForce(mandate, now), purpose: given?.event.data.purpose.value ?? null };
      });
      return { answer: await Promise.all(answer) };
    });
  }
}
