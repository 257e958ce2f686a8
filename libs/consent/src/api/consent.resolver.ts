import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CommandBus } from '@nestjs/cqrs';
import type { Accepted, PageOf, RejectedObject } from '@mash/graphql';
import { CommandResult, CurrentReads, PageArgs, Reads, Rows, UuidScalar, commandResult, contextOf, toPage } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor, Party, UnitId } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import { RecordConsentNotSought } from '../use-cases/record-consent-not-sought/record-consent-not-sought.js';
import { RecordConsentRefusal } from '../use-cases/record-consent-refusal/record-consent-refusal.js';
import { RecordConsent } from '../use-cases/record-consent/record-consent.js';
import { WithdrawConsent } from '../use-cases/withdraw-consent/withdraw-consent.js';
import type { ConsentBody } from '../views/consent-view.js';
import { RecordConsentInput, RecordConsentNotSoughtInput, RecordConsentRefusalInput, WithdrawConsentInput } from './consent.inputs.js';
import { ConsentObject, ConsentPage } from './consent.objects.js';

type Result = Promise<Accepted | RejectedObject>;

const partyOf = (actor: Actor, unit: UnitId): Party => ({ organisation: actor.agency, unit });

@Resolver()
export class ConsentResolver {
  constructor(private readonly commands: CommandBus, private readonly rows: Rows) {}

  @Query(() => ConsentPage, { description: 'Consents of an enquiry that your unit obtained or may rely on, oldest first.' })
  @Permit('consent:read')
  async consents(
    @Args('enquiryId', { type: () => UuidScalar, description: 'The enquiry.' }) enquiryId: string, @Args() page: PageArgs,
    @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<PageOf<ConsentBody>> {
    return toPage(await this.rows.page<ConsentBody>(actor, reads, 'consent', { enquiryId }, page), (body) => body);
  }

  @Query(() => ConsentObject, { description: 'One consent. Somebody else\'s answers like a missing one.' })
  @Permit('consent:read')
  async consent(
    @Args('id', { type: () => UuidScalar, description: 'The consent.' }) id: string,
    @Args('atLeast', { type: () => String, nullable: true, description: 'Wait until the views show what a mutation gave as `seen`.' }) atLeast: string | null,
    @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<ConsentBody> {
    const found = await this.rows.one<ConsentBody>(actor, reads, 'consent', `consent:${id}`, atLeast);
    if (found === null) throw new NotFound();
    return found.row.body;
  }

  @Mutation(() => CommandResult, { description: 'Records a consent. An incomplete one is kept as invalid, and nobody may rely on it.' })
  @Permit('consent:record')
  recordConsent(@Args('input') input: RecordConsentInput, @CurrentActor() actor: Actor): Result {
    const { idempotencyKey, unit, ageAtTime, parentalResponsibility, authority, assessment, ...said } = input;
    const giverEvidence = { ageAtTime, parentalResponsibility, authority, assessment };
    return commandResult(() => this.commands.execute(
      new RecordConsent({ ...said, giverEvidence, obtainedBy: partyOf(actor, unit) }, actor, contextOf(actor, 'RecordConsent', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records that somebody was asked, and refused.' })
  @Permit('consent:record')
  recordConsentRefusal(@Args('input') { idempotencyKey, unit, ...input }: RecordConsentRefusalInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(
      new RecordConsentRefusal({ ...input, obtainedBy: partyOf(actor, unit) }, actor, contextOf(actor, 'RecordConsentRefusal', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records that somebody was not asked, for a listed reason.' })
  @Permit('consent:record')
  recordConsentNotSought(@Args('input') { idempotencyKey, unit, ...input }: RecordConsentNotSoughtInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new RecordConsentNotSought(
      { ...input, reason: input.reason ?? '', words: input.words ?? '', obtainedBy: partyOf(actor, unit) }, actor,
      contextOf(actor, 'RecordConsentNotSought', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records that the giver withdrew. From that moment nobody may rely on it.' })
  @Permit('consent:record')
  withdrawConsent(@Args('input') { idempotencyKey, unit, ...input }: WithdrawConsentInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(
      new WithdrawConsent({ ...input, reportedBy: partyOf(actor, unit) }, actor, contextOf(actor, 'WithdrawConsent', idempotencyKey))));
  }
}
