import { Context, Field, ID, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { permits, rolesPermitted } from '@mash/access-policy';
import type { Permission } from '@mash/access-policy';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import type { OperationContext } from '../operation-context.js';

@ObjectType({ description: 'Who is signed in, and what their post allows.' })
export class Me {
  @Field(() => ID, { description: 'The practitioner.' }) readonly practitionerId: string;
  @Field(() => String, { nullable: true, description: 'The name that the identity provider gives.' }) readonly name: string | null;
  @Field(() => ID, { description: 'The agency they act for.' }) readonly agency: string;
  @Field(() => [ID], { description: 'The units in which they hold a post now.' }) readonly units: string[];
  @Field(() => [String], { description: 'The roles of those posts.' }) readonly roles: string[];
  @Field(() => [String], { description: 'What they may do at all: opens no record by itself.' }) readonly permissions: string[];
}

@Resolver()
export class SessionResolver {
  @Query(() => Me, { description: 'Who is signed in.' })
  @Permit('session:read')
  async me(@CurrentActor() actor: Actor, @Context() context: OperationContext): Promise<Me> {
    const permissions = (Object.keys(rolesPermitted) as Permission[]).filter((each) => permits(actor, each) === 'granted');
    return {
      practitionerId: actor.practitioner, name: (await context.identity()).displayName ?? null, agency: actor.agency,
      units: [...actor.units], roles: [...actor.roles], permissions,
    };
  }
}
