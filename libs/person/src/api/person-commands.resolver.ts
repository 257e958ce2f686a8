import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Accepted } from '@mash/graphql';
import { CommandResult, CurrentReads, Reads, RejectedObject, Rows, commandResult, contextOf } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { Rejected } from '@mash/kernel';
import type { Birth } from '@mash/person-events';
import { RecordAddress } from '../use-cases/record-address/record-address.js';
import { RegisterPerson } from '../use-cases/register-person/register-person.js';
import { RelatePeople } from '../use-cases/relate-people/relate-people.js';
import type { SearchOutcome } from '../use-cases/search-people/search-people.js';
import { SearchPeople } from '../use-cases/search-people/search-people.js';
import type { BirthInput } from './person.inputs.js';
import { RecordAddressInput, RegisterPersonInput, RelatePeopleInput, SearchPeopleInput } from './person.inputs.js';
import type { PeopleFoundObject, PersonMatchObject } from './person.objects.js';
import { SearchResult } from './person.objects.js';
import { showPerson } from './show-person.js';

type Result = Promise<Accepted | RejectedObject>;

/** A day that was left out is an empty one, which the decision refuses with words. */
const birthOf = ({ kind, on }: BirthInput): Birth => (kind === 'UNKNOWN' ? { kind } : { kind, on: on ?? '' });

@Resolver()
export class PersonCommandsResolver {
  constructor(private readonly commands: CommandBus, private readonly rows: Rows) {}

  @Mutation(() => SearchResult, { description: 'Searches among the people of whom your unit may know. The search is on record.' })
  @Permit('person:search')
  async searchPeople(
    @Args('input') { idempotencyKey, unit, familyName, givenName, dateOfBirth, nhsNumber }: SearchPeopleInput,
    @CurrentActor() actor: Actor, @CurrentReads() reads: Reads,
  ): Promise<PeopleFoundObject | RejectedObject> {
    const criteria = { familyName: familyName ?? null, givenName: givenName ?? null, dateOfBirth: dateOfBirth ?? null, nhsNumber: nhsNumber ?? null };
    try {
      const by = { organisation: actor.agency, unit };
      const outcome: SearchOutcome = await this.commands.execute(new SearchPeople({ by, criteria }, actor, contextOf(actor, 'SearchPeople', idempotencyKey)));
      return await this.found(outcome, actor, reads);
    } catch (error) {
      if (error instanceof Rejected) return { reasons: error.reasons.map((each) => ({ ...each })) };
      throw error;
    }
  }

  private async found({ id, done, matches, criteria }: SearchOutcome, actor: Actor, reads: Reads): Promise<PeopleFoundObject> {
    const shown: PersonMatchObject[] = [];
    for (const { key, why, person } of matches) {
      reads.note('person', key);
      shown.push({ person: await showPerson(this.rows, actor, reads, person), why: [...why] });
    }
    return { searchId: id, seen: done.position.toString(), searched: criteria, matches: shown };
  }

  @Mutation(() => CommandResult, { description: 'Registers somebody who was searched for and not found.' })
  @Permit('person:register')
  registerPerson(@Args('input') { idempotencyKey, unit, ...input }: RegisterPersonInput, @CurrentActor() actor: Actor): Result {
    const { searchId, existenceMarker, notTheSameAs, alsoKnownAs, sex, birth } = input;
    const details = {
      givenName: input.givenName ?? null, familyName: input.familyName ?? null, alsoKnownAs, birth: birthOf(birth), sex,
      nhsNumber: input.nhsNumber ?? null, address: input.address ?? null,
    };
    const by = { organisation: actor.agency, unit };
    return commandResult(() => this.commands.execute(new RegisterPerson(
      { by, searchId, existenceMarker, notTheSameAs, details }, actor, contextOf(actor, 'RegisterPerson', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Says how one person is related to another.' })
  @Permit('person:register')
  relatePeople(@Args('input') { idempotencyKey, unit, ...input }: RelatePeopleInput, @CurrentActor() actor: Actor): Result {
    const by = { organisation: actor.agency, unit };
    return commandResult(() => this.commands.execute(new RelatePeople({ ...input, by }, actor, contextOf(actor, 'RelatePeople', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Records where somebody lives or is placed.' })
  @Permit('person:register')
  recordAddress(@Args('input') { idempotencyKey, unit, ...input }: RecordAddressInput, @CurrentActor() actor: Actor): Result {
    const by = { organisation: actor.agency, unit };
    return commandResult(() => this.commands.execute(new RecordAddress({ ...input, by }, actor, contextOf(actor, 'RecordAddress', idempotencyKey))));
  }
}
