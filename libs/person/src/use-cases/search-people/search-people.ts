import { Optional } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, Party, SearchId } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import type { SearchCriteria } from '@mash/person-events';
import { ViewReader } from '@mash/views';
import { readCriteria, searchingPeople } from '../../domain/search-people.js';
import { PersonSettings } from '../person-settings.js';
import type { PersonMatch } from './find-matches.js';
import { findMatches } from './find-matches.js';

/** Search among the people whom the searcher may know of. That it was done, and what it found, is on record. */
export class SearchPeople {
  constructor(readonly input: { readonly by: Party; readonly criteria: SearchCriteria }, readonly actor: Actor, readonly context: CommandContext) {}
}

/** What the searcher is shown: the matches, and the criteria as they were understood, so that a nil return says what it means. */
export interface SearchOutcome extends Outcome {
  readonly matches: readonly PersonMatch[];
  readonly criteria: SearchCriteria;
}

@CommandHandler(SearchPeople)
export class SearchPeopleHandler implements ICommandHandler<SearchPeople, SearchOutcome> {
  constructor(
    private readonly journal: Journal, private readonly views: ViewReader, @Optional() private readonly settings: PersonSettings = new PersonSettings(),
  ) {}

  async execute({ input, actor, context }: SearchPeople): Promise<SearchOutcome> {
    if (!actsFor(actor, input.by)) throw new NotFound();
    const searchId = derivedId<SearchId>(context.commandId, 'id');
    const criteria = readCriteria(input.criteria, this.settings.allowTestNumbers);
    const matches = await findMatches(this.views, actor, criteria);
    const people = matches.map((match) => match.person.id);
    const done = await this.journal.execute({
      stream: `search-${searchId}`, decider: searchingPeople, context,
      command: { searchId, by: input.by, searcher: actor.practitioner, criteria },
      facts: () => ({ matches: people }), about: () => ({ subjects: people }),
    });
    return { id: searchId, done, matches, criteria };
  }
}
