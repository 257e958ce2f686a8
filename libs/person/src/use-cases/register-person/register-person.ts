import { Optional } from '@nestjs/common';
import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { ArrangementFacts } from '@mash/directory-events';
import { memberLookup } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, Party, PersonId, SearchId } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import type { PeopleSearched, SearchFacts } from '@mash/person-events';
import { ViewReader, mostRows } from '@mash/views';
import type { RegisterPersonCommand } from '../../domain/register-person.js';
import { registeringPerson } from '../../domain/register-person.js';
import { PersonSettings } from '../person-settings.js';

/** Make somebody known who was searched for and not found (13.R3). */
export class RegisterPerson {
  constructor(readonly input: Omit<RegisterPersonCommand, 'personId'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RegisterPerson)
export class RegisterPersonHandler implements ICommandHandler<RegisterPerson, Outcome> {
  constructor(
    private readonly journal: Journal, private readonly views: ViewReader, @Optional() private readonly settings: PersonSettings = new PersonSettings(),
  ) {}

  async execute({ input, actor, context }: RegisterPerson): Promise<Outcome> {
    if (!actsFor(actor, input.by)) throw new NotFound();
    const personId = derivedId<PersonId>(context.commandId, 'id');
    const done = await this.journal.execute({
      stream: `person-${personId}`, decider: registeringPerson, command: { ...input, personId }, context,
      facts: async () => ({
        now: this.journal.clock.now(), search: await this.search(input.searchId),
        hubs: input.existenceMarker ? await this.hubsFor(actor, input.by) : [], allowTestNumbers: this.settings.allowTestNumbers,
      }),
      about: () => ({ subjects: [personId] }),
    });
    return { id: personId, done };
  }

  private async search(searchId: SearchId): Promise<SearchFacts | null> {
    const [searched] = await this.journal.history<PeopleSearched>(`search-${searchId}`);
    if (!searched) return null;
    const { by, criteria, matches } = searched.event.data;
    return { by, at: searched.metadata.recordedAt, criteria: criteria.value, matches };
  }

  /** The hubs of the arrangements that the agency is part of: whose workers a marker is for (5.R9). */
  private async hubsFor(actor: Actor, { organisation }: Party): Promise<Party[]> {
    const { rows } = await this.views.list<ArrangementFacts>(actor, 'arrangement', { lookup: memberLookup(organisation) }, mostRows, null);
    return [...new Map(rows.map(({ row }) => [row.body.hub.unit, row.body.hub])).values()];
  }
}
