import { Args, Query, Resolver } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import type { StatedPurpose } from '@mash/access-policy';
import { Journal } from '@mash/event-log';
import type { PageOf } from '@mash/graphql';
import { CurrentReads, PageArgs, PurposeEnum, Reads, Rows, UuidScalar, optional, toPage } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import type { SharingPurposeCode } from '@mash/law';
import type { DisclosureBody } from '../views/disclosure-body.js';
import { narrowDisclosure } from '../views/narrow-disclosure.js';
import type { OnwardApprovalBody } from '../views/onward-approval-view.js';
import { asObject } from './as-object.js';
import { DisclosureObject, DisclosurePage, OnwardApprovalPage } from './disclosure.objects.js';

type Shown = ReturnType<typeof asObject>;

/** One operation is read for one purpose: the record of reads holds one, and it has to be the one that was used. */
function statePurpose(reads: Reads, purpose: SharingPurposeCode | null): StatedPurpose {
  if (purpose === null) return 'FIND_WORK';
  if (reads.purpose !== 'FIND_WORK' && reads.purpose !== purpose) {
    throw new GraphQLError('State one purpose for all that one operation reads.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  reads.purpose = purpose;
  return purpose;
}

@Resolver()
export class DisclosureQueries {
  constructor(private readonly rows: Rows, private readonly journal: Journal) {}

  @Query(() => DisclosurePage, { description: 'Disclosures that your unit sent or received, oldest first. Contents show once a purpose is stated.' })
  @Permit('disclosure:read')
  async disclosures(
    @Args('requestId', { type: () => UuidScalar, ...optional, description: 'That answer this request.' }) requestId: string | null,
    @Args('enquiryId', { type: () => UuidScalar, ...optional, description: 'Of this enquiry.' }) enquiryId: string | null,
    @Args('purpose', { type: () => PurposeEnum, ...optional, description: 'Why you are reading; left out: to find work.' }) purpose: SharingPurposeCode | null,
    @Args() page: PageArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<PageOf<Shown>> {
    const filter = { ...(requestId === null ? {} : { lookup: `request:${requestId}` }), ...(enquiryId === null ? {} : { enquiryId }) };
    const stated = statePurpose(reads, purpose);
    const found = await this.rows.page<DisclosureBody>(actor, reads, 'disclosure', filter, page);
    return toPage(found, (body, key) => this.narrowed(body, key, actor, reads, stated));
  }

  @Query(() => DisclosureObject, { description: 'One disclosure, read for a stated purpose. Somebody else\'s answers like a missing one.' })
  @Permit('disclosure:read')
  async disclosure(
    @Args('id', { type: () => UuidScalar, description: 'The disclosure.' }) id: string,
    @Args('purpose', { type: () => PurposeEnum, description: 'Why you are reading.' }) purpose: SharingPurposeCode,
    @Args('atLeast', { type: () => String, nullable: true, description: 'Wait until the views show what a mutation gave as `seen`.' }) atLeast: string | null,
    @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<Shown> {
    const stated = statePurpose(reads, purpose);
    const found = await this.rows.one<DisclosureBody>(actor, reads, 'disclosure', `disclosure:${id}`, atLeast);
    if (found === null) throw new NotFound();
    return this.narrowed(found.row.body, found.key, actor, reads, stated);
  }

  @Query(() => OnwardApprovalPage, { description: 'Approvals that your unit sought or is asked for, oldest first.' })
  @Permit('disclosure:read')
  async onwardApprovals(
    @Args('disclosureId', { type: () => UuidScalar, ...optional, description: 'Of this disclosure.' }) disclosureId: string | null,
    @Args() page: PageArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<PageOf<OnwardApprovalBody>> {
    const filter = disclosureId === null ? {} : { lookup: `disclosure:${disclosureId}` };
    return toPage(await this.rows.page<OnwardApprovalBody>(actor, reads, 'onward_approval', filter, page), (body) => body);
  }

  /** Narrows one row, and says in the record of this read what was held back. */
  private narrowed(body: DisclosureBody, key: string, actor: Actor, reads: Reads, purpose: StatedPurpose): Shown {
    const { body: left, withheld } = narrowDisclosure(body, actor, purpose, this.journal.clock.now());
    const noted = reads.shown.findIndex((each) => each.view === 'disclosure' && each.key === key);
    if (noted >= 0) reads.shown[noted] = { view: 'disclosure', key, withheld };
    return asObject(left);
  }
}
