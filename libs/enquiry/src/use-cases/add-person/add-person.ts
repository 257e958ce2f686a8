import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import type { PersonDetails } from '@mash/person-events';
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
    await ledBy(this.journal, actor, input.enquiryId);
    const done = await this.journal.execute({
      stream: `enquiry-${input.enquiryId}`, decider: addingPerson, command: input, context,
      facts: async () => ({ details: await this.detailsVisibleTo(actor, input.personId) }),
      about: () => ({ enquiryId: input.enquiryId, subjects: [input.personId] }),
    });
    return { id: input.enquiryId, done };
  }

  /** As the reader sees them: its own record first, else what a marker lets a hub know. */
  private async detailsVisibleTo(actor: Actor, personId: string): Promise<PersonDetails | null> {
    const { rows } = await this.views.list<{ readonly kind: string; readonly details: PersonDetails }>(actor, 'person', { lookup: `person:${personId}` }, 10, null);
    const own = rows.find(({ row }) => row.body.kind !== 'MARKER') ?? rows[0];
    return own?.row.body.details ?? null;
  }
}
