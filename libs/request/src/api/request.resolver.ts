import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import { Journal } from '@mash/event-log';
import type { PageOf } from '@mash/graphql';
import { CurrentReads, PageArgs, Reads, Rows, UuidScalar, toPage } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import type { RequestBody } from '../views/request-view.js';
import type { Task, WorkBody } from '../views/work-body.js';
import { RequestStatusEnum, SideEnum, TaskEnum } from './request.enums.js';
import { RequestObject, RequestPage } from './request.objects.js';
import { showWork } from './show-work.js';
import type { WorkObject } from './work.objects.js';
import { WorkPage } from './work.objects.js';

@ArgsType()
class RequestsArgs extends PageArgs {
  @Field(() => UuidScalar, { nullable: true, description: 'Only requests under this enquiry.' }) readonly enquiryId: string | null;
  @Field(() => SideEnum, { nullable: true, description: 'Only where your unit is on this side.' }) readonly side: RequestBody['side'] | null;
  @Field(() => [RequestStatusEnum], { nullable: true, description: 'Only requests that stand so.' }) readonly statuses: string[] | null;
}

@ArgsType()
class WorkArgs extends PageArgs {
  @Field(() => UuidScalar, { nullable: true, description: 'Only tasks of this enquiry.' }) readonly enquiryId: string | null;
  @Field(() => [TaskEnum], { nullable: true, description: 'Only these tasks.' }) readonly kinds: Task[] | null;
}

@Resolver()
export class RequestResolver {
  constructor(private readonly rows: Rows, private readonly journal: Journal) {}

  @Query(() => RequestPage, { description: 'The requests that your unit made or was asked to answer, soonest due first.' })
  @Permit('request:read')
  async requests(@Args() { enquiryId, side, statuses, ...page }: RequestsArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads): Promise<PageOf<RequestBody>> {
    const filter = { ...enquiryId ? { enquiryId } : {}, ...side ? { lookup: `side:${side}` } : {}, ...statuses ? { statuses } : {} };
    return toPage(await this.rows.page<RequestBody>(actor, reads, 'request', filter, page), (body) => body);
  }

  @Query(() => RequestObject, { description: 'One request. Somebody else\'s answers like a missing one.' })
  @Permit('request:read')
  async request(
    @Args('id', { type: () => UuidScalar, description: 'The request.' }) id: string,
    @Args('atLeast', { type: () => String, nullable: true, description: 'Wait until the views show what a mutation gave as `seen`.' }) atLeast: string | null,
    @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<RequestBody> {
    const found = await this.rows.one<RequestBody>(actor, reads, 'request', `request:${id}`, atLeast ?? null);
    if (found === null) throw new NotFound();
    return found.row.body;
  }

  @Query(() => WorkPage, { description: 'What your unit has to do, soonest first.' })
  @Permit('work:read')
  async work(@Args() { enquiryId, kinds, ...page }: WorkArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads): Promise<PageOf<WorkObject>> {
    const filter = { ...enquiryId ? { enquiryId } : {}, ...kinds ? { statuses: kinds } : {} };
    const { rows, next, total } = await this.rows.page<WorkBody>(actor, reads, 'work', filter, page);
    return { items: await showWork(this.rows, actor, reads, rows.map(({ row }) => row.body), this.journal.clock.now()), next, total };
  }
}
