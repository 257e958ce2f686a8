import { Args, Field, ID, InputType, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Accepted, PageOf, RejectedObject } from '@mash/graphql';
import {
  CommandResult, CurrentReads, InstantScalar, PageArgs, Reads, Rows, ShortTextScalar, TextScalar, UuidScalar, commandResult, contextOf, pageType, toPage,
} from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor, Instant, PractitionerId } from '@mash/kernel';
import { GiveMandate } from '../use-cases/give-mandate/give-mandate.js';
import type { MandateBody } from '../views/mandate-view.js';

@InputType({ description: 'Let an auditor open your agency\'s content.' })
export class GiveMandateInput {
  @Field(() => ShortTextScalar, { description: 'Made once per attempt by the form.' }) readonly idempotencyKey: string;
  @Field(() => UuidScalar, { description: 'The auditor.' }) readonly auditor: PractitionerId;
  @Field(() => InstantScalar, { description: 'From when it holds.' }) readonly from: Instant;
  @Field(() => InstantScalar, { description: 'Until when.' }) readonly until: Instant;
  @Field(() => TextScalar, { description: 'What the audit is for.' }) readonly purpose: string;
}

@ObjectType('Mandate', { description: 'An agency let an auditor open its content.' })
export class MandateObject {
  @Field(() => ID, { description: 'The mandate.' }) readonly id: string;
  @Field(() => ID, { description: 'The auditor.' }) readonly auditor: string;
  @Field(() => ID, { description: 'The agency that gave it.' }) readonly agency: string;
  @Field(() => ID, { description: 'Who gave it.' }) readonly givenBy: string;
  @Field(() => InstantScalar, { description: 'From when it holds.' }) readonly from: string;
  @Field(() => InstantScalar, { description: 'Until when.' }) readonly until: string;
  @Field(() => String, { nullable: true, description: 'What the audit is for.' }) readonly purpose: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was ended early.' }) readonly endedAt: string | null;
}

const MandatePage = pageType('Mandate', MandateObject);

@Resolver()
export class MandateResolver {
  constructor(private readonly commands: CommandBus, private readonly rows: Rows) {}

  @Query(() => MandatePage, { description: 'Mandates that you gave, or hold as an auditor.' })
  @Permit('mandate:read')
  async mandates(@Args() page: PageArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads): Promise<PageOf<MandateBody>> {
    return toPage(await this.rows.page<MandateBody>(actor, reads, 'mandate', {}, page), (body) => body);
  }

  @Mutation(() => CommandResult, { description: 'Gives an auditor a mandate over your agency\'s content.' })
  @Permit('mandate:give')
  giveMandate(@Args('input') { idempotencyKey, ...input }: GiveMandateInput, @CurrentActor() actor: Actor): Promise<Accepted | RejectedObject> {
    return commandResult(() => this.commands.execute(new GiveMandate(input, actor, contextOf(actor, 'GiveMandate', idempotencyKey))));
  }
}
