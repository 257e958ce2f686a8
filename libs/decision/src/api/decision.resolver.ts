import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Accepted, PageOf, RejectedObject } from '@mash/graphql';
import { CommandResult, CurrentReads, PageArgs, Reads, Rows, UuidScalar, commandResult, contextOf, optional, toLawfulBasis, toPage } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import { DecideSharing } from '../use-cases/decide-sharing/decide-sharing.js';
import type { DecideSharingInput } from '../use-cases/decide-sharing/decide-sharing.js';
import { RecordRefusalDiscussion } from '../use-cases/record-refusal-discussion/record-refusal-discussion.js';
import type { DecisionBody } from '../views/decision-view.js';
import { DecideSharingCommandInput, RecordRefusalDiscussionInput } from './decision.inputs.js';
import { DecisionObject, DecisionPage } from './decision.objects.js';

type Result = Promise<Accepted | RejectedObject>;

/** Left-out words arrive as nothing and are judged as such: the refusal then names the rule. */
const asInput = ({ ifShared, ifNotShared, reasons, items, ...input }: Omit<DecideSharingCommandInput, 'idempotencyKey'>): DecideSharingInput => ({
  ...input, reasons: reasons ?? '', weighing: { ifShared: ifShared ?? '', ifNotShared: ifNotShared ?? '' },
  items: items.map((item) => ({ ...item, reasons: item.reasons ?? '', basis: item.basis === null ? null : toLawfulBasis(item.basis) })),
});

@Resolver()
export class DecisionResolver {
  constructor(private readonly commands: CommandBus, private readonly rows: Rows) {}

  @Query(() => DecisionPage, { description: 'Decisions of your unit, oldest first: on one request, of one enquiry, or all.' })
  @Permit('decision:read')
  async decisions(
    @Args('requestId', { type: () => UuidScalar, ...optional, description: 'On this request.' }) requestId: string | null,
    @Args('enquiryId', { type: () => UuidScalar, ...optional, description: 'Of this enquiry.' }) enquiryId: string | null,
    @Args() page: PageArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<PageOf<DecisionBody>> {
    const filter = { ...(requestId === null ? {} : { lookup: `request:${requestId}` }), ...(enquiryId === null ? {} : { enquiryId }) };
    return toPage(await this.rows.page<DecisionBody>(actor, reads, 'decision', filter, page), (body) => body);
  }

  @Query(() => DecisionObject, { description: 'One decision. Somebody else\'s answers like a missing one.' })
  @Permit('decision:read')
  async decision(
    @Args('id', { type: () => UuidScalar, description: 'The decision.' }) id: string,
    @Args('atLeast', { type: () => String, nullable: true, description: 'Wait until the views show what a mutation gave as `seen`.' }) atLeast: string | null,
    @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<DecisionBody> {
    const found = await this.rows.one<DecisionBody>(actor, reads, 'decision', `decision:${id}`, atLeast);
    if (found === null) throw new NotFound();
    return found.row.body;
  }

  @Mutation(() => CommandResult, { description: 'Decides whether to share. Nothing is disclosed by it yet.' })
  @Permit('decision:decide')
  decideSharing(@Args('input') { idempotencyKey, ...input }: DecideSharingCommandInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new DecideSharing(asInput(input), actor, contextOf(actor, 'DecideSharing', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records that the reasons not to share were discussed with whoever asked.' })
  @Permit('decision:decide')
  recordRefusalDiscussion(@Args('input') { idempotencyKey, ...input }: RecordRefusalDiscussionInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(
      new RecordRefusalDiscussion(input, actor, contextOf(actor, 'RecordRefusalDiscussion', idempotencyKey))));
  }
}
