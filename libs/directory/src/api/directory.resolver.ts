import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import type { PageOf } from '@mash/graphql';
import { CurrentReads, PageArgs, Reads, Rows, UuidScalar, toPage } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import type { OrganisationKindCode } from '@mash/law';
import type { ArrangementBody } from '../views/arrangement-view.js';
import type { OrganisationBody } from '../views/organisation-view.js';
import type { PractitionerBody } from '../views/practitioner-view.js';
import { OrganisationKindEnum } from './directory.enums.js';
import { ArrangementPage, OrganisationPage, PractitionerPage } from './directory.objects.js';

@ArgsType()
class OrganisationArgs extends PageArgs {
  @Field(() => [OrganisationKindEnum], { nullable: true, description: 'Only these kinds.' }) readonly kinds: OrganisationKindCode[] | null;
}

@ArgsType()
class PractitionerArgs extends PageArgs {
  @Field(() => UuidScalar, { nullable: true, description: 'Only people of this organisation.' }) readonly organisation: string | null;
  @Field(() => UuidScalar, { nullable: true, description: 'Only people who hold or held a post in this unit.' }) readonly unit: string | null;
}

/** The directory, which everybody who signed in may read. It holds no case data. */
@Resolver()
export class DirectoryResolver {
  constructor(private readonly rows: Rows) {}

  @Query(() => OrganisationPage, { description: 'The organisations in the directory, by name.' })
  @Permit('directory:read')
  async organisations(@Args() { kinds, ...page }: OrganisationArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads): Promise<PageOf<OrganisationBody>> {
    return toPage(await this.rows.page<OrganisationBody>(actor, reads, 'organisation', kinds ? { statuses: kinds } : {}, page), (body) => body);
  }

  @Query(() => PractitionerPage, { description: 'The people in the directory. Accounts are not shown.' })
  @Permit('directory:read')
  async practitioners(
    @Args() { organisation, unit, ...page }: PractitionerArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<PageOf<Omit<PractitionerBody, 'account'>>> {
    const filter = unit ? { lookup: `unit:${unit}` } : organisation ? { lookup: `organisation:${organisation}` } : {};
    return toPage(await this.rows.page<PractitionerBody>(actor, reads, 'practitioner', filter, page), ({ account: _, ...shown }) => shown);
  }

  @Query(() => ArrangementPage, { description: 'The local safeguarding arrangements, by name.' })
  @Permit('directory:read')
  async arrangements(@Args() page: PageArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads): Promise<PageOf<ArrangementBody>> {
    return toPage(await this.rows.page<ArrangementBody>(actor, reads, 'arrangement', {}, page), (body) => body);
  }
}
