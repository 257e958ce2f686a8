import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Accepted, RejectedObject } from '@mash/graphql';
import { CommandResult, commandResult, contextOf } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { DelegateSignatory } from '../use-cases/delegate-signatory/delegate-signatory.js';
import { EndAbsence } from '../use-cases/end-absence/end-absence.js';
import { EndCapacity } from '../use-cases/end-capacity/end-capacity.js';
import { GrantCapacity } from '../use-cases/grant-capacity/grant-capacity.js';
import { LeavePost } from '../use-cases/leave-post/leave-post.js';
import { MakeArrangement } from '../use-cases/make-arrangement/make-arrangement.js';
import { OpenUnit } from '../use-cases/open-unit/open-unit.js';
import { RecordAbsence } from '../use-cases/record-absence/record-absence.js';
import { RegisterOrganisation } from '../use-cases/register-organisation/register-organisation.js';
import { RegisterPractitioner } from '../use-cases/register-practitioner/register-practitioner.js';
import { TakePost } from '../use-cases/take-post/take-post.js';
import {
  DelegateSignatoryInput, EndAbsenceInput, EndCapacityInput, GrantCapacityInput, LeavePostInput,
  MakeArrangementInput, OpenUnitInput, RecordAbsenceInput, RegisterOrganisationInput, RegisterPractitionerInput,
  TakePostInput,
} from './directory.inputs.js';

type Result = Promise<Accepted | RejectedObject>;

@Resolver()
export class DirectoryCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => CommandResult, { description: 'Registers an organisation that does not use the hub.' })
  @Permit('directory:administer')
  registerOrganisation(@Args('input') { idempotencyKey, ...input }: RegisterOrganisationInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new RegisterOrganisation(input, actor, contextOf(actor, 'RegisterOrganisation', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Opens a unit of your organisation.' })
  @Permit('directory:administer')
  openUnit(@Args('input') { idempotencyKey, ...input }: OpenUnitInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new OpenUnit(input, actor, contextOf(actor, 'OpenUnit', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records that your organisation holds a legal capacity.' })
  @Permit('directory:administer')
  grantCapacity(@Args('input') { idempotencyKey, ...input }: GrantCapacityInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new GrantCapacity(input, actor, contextOf(actor, 'GrantCapacity', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records that your organisation no longer holds a legal capacity.' })
  @Permit('directory:administer')
  endCapacity(@Args('input') { idempotencyKey, ...input }: EndCapacityInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new EndCapacity(input, actor, contextOf(actor, 'EndCapacity', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Registers somebody who works for your organisation.' })
  @Permit('directory:administer')
  registerPractitioner(@Args('input') { idempotencyKey, ...input }: RegisterPractitionerInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new RegisterPractitioner({ ...input, account: input.account ?? null }, actor, contextOf(actor, 'RegisterPractitioner', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Gives somebody a post in your organisation.' })
  @Permit('directory:administer')
  takePost(@Args('input') { idempotencyKey, ...input }: TakePostInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new TakePost(input, actor, contextOf(actor, 'TakePost', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records that somebody left a post.' })
  @Permit('directory:administer')
  leavePost(@Args('input') { idempotencyKey, ...input }: LeavePostInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new LeavePost(input, actor, contextOf(actor, 'LeavePost', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Says that you are away, or that a colleague is.' })
  @Permit('absence:record')
  recordAbsence(@Args('input') { idempotencyKey, ...input }: RecordAbsenceInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new RecordAbsence(input, actor, contextOf(actor, 'RecordAbsence', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Says that you are back, or that a colleague is.' })
  @Permit('absence:record')
  endAbsence(@Args('input') { idempotencyKey, ...input }: EndAbsenceInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new EndAbsence(input, actor, contextOf(actor, 'EndAbsence', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records a local safeguarding arrangement.' })
  @Permit('directory:administer')
  makeArrangement(@Args('input') { idempotencyKey, hubUnit, ...input }: MakeArrangementInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new MakeArrangement({ ...input, hub: { organisation: actor.agency, unit: hubUnit } }, actor, contextOf(actor, 'MakeArrangement', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records a delegation to a signatory.' })
  @Permit('directory:administer')
  delegateSignatory(@Args('input') { idempotencyKey, ...input }: DelegateSignatoryInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new DelegateSignatory(input, actor, contextOf(actor, 'DelegateSignatory', idempotencyKey))));
  }
}
