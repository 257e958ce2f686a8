import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import { Journal } from '@mash/event-log';
import type { Accepted, RejectedObject } from '@mash/graphql';
import { CommandResult, commandResult, contextOf, toLawfulBasis } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { AcceptRestrictions } from '../use-cases/accept-restrictions/accept-restrictions.js';
import { ApproveOnward } from '../use-cases/approve-onward/approve-onward.js';
import { MakeDisclosure } from '../use-cases/make-disclosure/make-disclosure.js';
import { ReceiveDisclosure } from '../use-cases/receive-disclosure/receive-disclosure.js';
import { RecordOutsideDisclosure } from '../use-cases/record-outside-disclosure/record-outside-disclosure.js';
import { RefuseOnward } from '../use-cases/refuse-onward/refuse-onward.js';
import { SeekOnwardApproval } from '../use-cases/seek-onward-approval/seek-onward-approval.js';
import { ShareOnward } from '../use-cases/share-onward/share-onward.js';
import { asForm } from './as-form.js';
import {
  AcceptRestrictionsInput, ApproveOnwardInput, MakeDisclosureCommandInput, ReceiveDisclosureCommandInput, RecordOutsideCommandInput, RefuseOnwardInput,
  SeekOnwardApprovalInput, ShareOnwardCommandInput,
} from './disclosure.inputs.js';

type Result = Promise<Accepted | RejectedObject>;

@Resolver()
export class DisclosureMutations {
  constructor(private readonly commands: CommandBus, private readonly journal: Journal) {}

  @Mutation(() => CommandResult, { description: 'Discloses what your unit decided to share.' })
  @Permit('disclosure:make')
  makeDisclosure(@Args('input') input: MakeDisclosureCommandInput, @CurrentActor() actor: Actor): Result {
    const { idempotencyKey, unit, kind, decisionId, recipient, items } = input;
    return commandResult(() => this.commands.execute(new MakeDisclosure({
      ...asForm(input, this.journal.clock.now()), kind, decisionId, recipient, items, sender: { organisation: actor.agency, unit },
    }, actor, contextOf(actor, 'MakeDisclosure', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Enters what reached your unit by other means. It is always kept; rules it did not keep are named.' })
  @Permit('disclosure:record-outside')
  recordOutsideDisclosure(@Args('input') input: RecordOutsideCommandInput, @CurrentActor() actor: Actor): Result {
    const { idempotencyKey, unit, from, saidBy, requestId, enquiryId, items } = input;
    return commandResult(() => this.commands.execute(new RecordOutsideDisclosure({
      ...asForm(input, this.journal.clock.now()), from, saidBy, requestId, enquiryId, items, to: { organisation: actor.agency, unit },
    }, actor, contextOf(actor, 'RecordOutsideDisclosure', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Accepts the restrictions, so that the content can be read.' })
  @Permit('disclosure:receive')
  acceptRestrictions(@Args('input') { idempotencyKey, disclosureId }: AcceptRestrictionsInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(
      new AcceptRestrictions(disclosureId, actor, contextOf(actor, 'AcceptRestrictions', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records receipt, with the basis on which each item is held.' })
  @Permit('disclosure:receive')
  receiveDisclosure(@Args('input') { idempotencyKey, disclosureId, bases }: ReceiveDisclosureCommandInput, @CurrentActor() actor: Actor): Result {
    const own = bases.map(({ itemId, basis, noConsentReason }) => ({ itemId, noConsentReason, basis: basis === null ? 'CONSENT_ALONE' as const : toLawfulBasis(basis) }));
    return commandResult(() => this.commands.execute(
      new ReceiveDisclosure({ disclosureId, bases: own }, actor, contextOf(actor, 'ReceiveDisclosure', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Asks the originator to approve what your unit decided to pass on. Answers with the approval.' })
  @Permit('disclosure:share-onward')
  seekOnwardApproval(@Args('input') { idempotencyKey, recipient, ...input }: SeekOnwardApprovalInput, @CurrentActor() actor: Actor): Result {
    const { organisation, unit, practitioner } = recipient;
    return commandResult(() => this.commands.execute(new SeekOnwardApproval(
      { ...input, recipient: { organisation, unit, practitioner } }, actor, contextOf(actor, 'SeekOnwardApproval', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Approves exactly the words, recipient and purpose that were sought.' })
  @Permit('disclosure:approve-onward')
  approveOnward(@Args('input') { idempotencyKey, ...input }: ApproveOnwardInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new ApproveOnward(input, actor, contextOf(actor, 'ApproveOnward', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Refuses what was sought.' })
  @Permit('disclosure:approve-onward')
  refuseOnward(@Args('input') { idempotencyKey, reasons, ...input }: RefuseOnwardInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(
      new RefuseOnward({ ...input, refusedBecause: reasons }, actor, contextOf(actor, 'RefuseOnward', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Passes on an item that your unit received. A refused attempt is kept.' })
  @Permit('disclosure:share-onward')
  shareOnward(@Args('input') input: ShareOnwardCommandInput, @CurrentActor() actor: Actor): Result {
    const { idempotencyKey, parentId, itemId, decisionId, recipient, statement, restrictions } = input;
    return commandResult(() => this.commands.execute(new ShareOnward({
      ...asForm(input, this.journal.clock.now()), parentId, itemId, decisionId, recipient, statement, restrictions,
    }, actor, contextOf(actor, 'ShareOnward', idempotencyKey))));
  }
}
