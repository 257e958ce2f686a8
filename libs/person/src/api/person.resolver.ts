import { Args, ArgsType, Field, Query, Resolver } from '@nestjs/graphql';
import type { PageOf } from '@mash/graphql';
import { CurrentReads, PageArgs, Reads, Rows, UuidScalar } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import type { PersonBody } from '../views/person-view.js';
import { PersonObject, PersonPage } from './person.objects.js';
import { showPerson } from './show-person.js';

@ArgsType()
class PeopleArgs extends PageArgs {
  @Field(() => UuidScalar, { nullable: true, description: 'Only the people of this enquiry.' }) readonly enquiryId: string | null;
}

/** Most units in which one practitioner holds posts, and so most rows that they see of one person. */
const mostUnits = 10;

@Resolver()
export class PersonResolver {
  constructor(private readonly rows: Rows) {}

  @Query(() => PersonObject, { description: 'One person, as your unit knows them. Somebody unknown to it answers like nobody.' })
  @Permit('person:read')
  async person(
    @Args('id', { type: () => UuidScalar, description: 'The person.' }) id: string,
    @Args('atLeast', { type: () => String, nullable: true, description: 'Wait until the views show what a mutation gave as `seen`.' }) atLeast: string | null,
    @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<PersonObject> {
    const { rows } = await this.rows.page<PersonBody>(actor, reads, 'person', { lookup: `person:${id}` }, { first: mostUnits, after: null, atLeast: atLeast ?? null });
    const found = rows.find(({ row }) => row.body.kind === 'OWN') ?? rows.find(({ row }) => row.body.kind !== 'MARKER') ?? rows[0];
    if (!found) throw new NotFound();
    return showPerson(this.rows, actor, reads, found.row.body);
  }

  @Query(() => PersonPage, { description: 'The people whom your unit knows, or those of one enquiry.' })
  @Permit('person:read')
  async people(@Args() { enquiryId, ...page }: PeopleArgs, @CurrentActor() actor: Actor, @CurrentReads() reads: Reads): Promise<PageOf<PersonObject>> {
    const { rows, next, total } = await this.rows.page<PersonBody>(actor, reads, 'person', enquiryId ? { lookup: `enquiry:${enquiryId}` } : {}, page);
    const items: PersonObject[] = [];
    for (const { row } of rows) items.push(await showPerson(this.rows, actor, reads, row.body));
    return { items, next, total };
  }
}
