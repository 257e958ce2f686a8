import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Accepted, PageOf, RejectedObject } from '@mash/graphql';
import { CommandResult, CurrentReads, PageArgs, Reads, Rows, UuidScalar, commandResult, contextOf, toPage } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import { AddPerson } from '../use-cases/add-person/add-person.js';
import { AssignWorker } from '../use-cases/assign-worker/assign-worker.js';
import { InformPerson } from '../use-cases/inform-person/inform-person.js';
import { OpenEnquiry } from '../use-cases/open-enquiry/open-enquiry.js';
import { RecordGrounds } from '../use-cases/record-grounds/record-grounds.js';
import type { EnquiryBody } from '../views/enquiry-view.js';
import { AddPersonInput, AssignWorkerInput, InformPersonInput, OpenEnquiryInput, RecordGroundsInput } from './enquiry.inputs.js';
import { EnquiryObject, EnquiryPage } from './enquiry.objects.js';

type Result = Promise<Accepted | RejectedObject>;

@Resolver()
export class EnquiryResolver {
  constructor(private readonly commands: CommandBus, private readonly rows: Rows) {}

  @Query(() => EnquiryPage, { description: 'The enquiries that your unit leads, oldest concern first.' })
  @Permit('enquiry:read')
  async enquiries(@Args() page: PageArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads): Promise<PageOf<EnquiryBody>> {
    return toPage(await this.rows.page<EnquiryBody>(actor, reads, 'enquiry', {}, page), (body) => body);
  }

  @Query(() => EnquiryObject, { description: 'One enquiry. Somebody else\'s answers like a missing one.' })
  @Permit('enquiry:read')
  async enquiry(
    @Args('id', { type: () => UuidScalar, description: 'The enquiry.' }) id: string,
    @Args('atLeast', { type: () => String, nullable: true, description: 'Wait until the views show what a mutation gave as `seen`.' }) atLeast: string | null,
    @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<EnquiryBody> {
    const found = await this.rows.one<EnquiryBody>(actor, reads, 'enquiry', `enquiry:${id}`, atLeast);
    if (found === null) throw new NotFound();
    return found.row.body;
  }

  @Mutation(() => CommandResult, { description: 'Opens an enquiry on a concern.' })
  @Permit('enquiry:open')
  openEnquiry(@Args('input') { idempotencyKey, unit, ...input }: OpenEnquiryInput, @CurrentActor() actor: Actor): Result {
    const lead = { organisation: actor.agency, unit };
    return commandResult(() => this.commands.execute(new OpenEnquiry({ ...input, concern: input.concern ?? null, lead }, actor, contextOf(actor, 'OpenEnquiry', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records a further ground in law.' })
  @Permit('enquiry:work')
  recordGrounds(@Args('input') { idempotencyKey, ...input }: RecordGroundsInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new RecordGrounds(input, actor, contextOf(actor, 'RecordGrounds', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Brings a person into an enquiry.' })
  @Permit('enquiry:work')
  addPerson(@Args('input') { idempotencyKey, ...input }: AddPersonInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new AddPerson(input, actor, contextOf(actor, 'AddPerson', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Gives an enquiry to a worker, or hands it over.' })
  @Permit('enquiry:work')
  assignWorker(@Args('input') { idempotencyKey, ...input }: AssignWorkerInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new AssignWorker({ ...input, note: input.note ?? null }, actor, contextOf(actor, 'AssignWorker', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records that a person concerned was told.' })
  @Permit('enquiry:work')
  informPerson(@Args('input') { idempotencyKey, ...input }: InformPersonInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new InformPerson(input, actor, contextOf(actor, 'InformPerson', idempotencyKey))));
  }
}
