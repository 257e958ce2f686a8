import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, Party } from '@mash/kernel';
import { sameParty } from '@mash/kernel';
import type { PersonDetails, PersonEvent } from '@mash/person-events';
import { ViewReader } from '@mash/views';
import { addingPerson } from '../../domain/add-person.js';
import type { AddPersonCommand } from '../../domain/add-person.js';
import { ledBy } from '../led-by.js';

/** Bring a person whom the agency knows of into an enquiry that the actor's unit leads. */
export class AddPerson {
  constructor(readonly input: AddPersonCommand, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(AddPerson)
export class AddPersonHandler implements ICommandHandler<AddPerson, Outcome> {
  constructor(private readonly journal: Journal, private readonly views: ViewReader) {}

  async execute({ input, actor, context }: AddPerson): Promise<Outcome> {
    const { lead } = await ledBy(this.journal, actor, input.enquiryId);
    const done = await this.journal.execute({
      stream: `enquiry-${input.enquiryId}`, decider: addingPerson, command: input, context,
      facts: async () => ({ details: await this.registeredBy(lead, input.personId) ?? await this.detailsVisibleTo(actor, input.personId) }),
      about: () => ({ enquiryId: input.enquiryId, subjects: [input.personId] }),
    });
    return { id: input.enquiryId, done };
  }

  /** The unit's own record, from the log: somebody registered a moment ago need not be in the views yet. */
  private async registeredBy(lead: Party, personId: string): Promise<PersonDetails | null> {
    const own = (await this.journal.history<PersonEvent>(`person-${personId}`)).find(({ event }) => event.type === 'PersonRegistered' && sameParty(event.data.by, lead));
    return own?.event.type === 'PersonRegistered' ? own.event.data.details.value : null;
  }

  /** As the reader sees them: its own record first, else what a marker lets a hub know. */
  private async detailsVisibleTo(actor: Actor, personId: string): Promise<PersonDetails | null> {
    const { rows } = await this.views.list<{ readonly kind: string; readonly details: PersonDetails }>(actor, 'person', { lookup: `person:${personId}` }, 10, null);
    const own = rows.find(({ row }) => row.body.kind !== 'MARKER') ?? rows[0];
    return own?.row.body.details ?? null;
  }
}
