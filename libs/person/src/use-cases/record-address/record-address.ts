import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, PlaceId } from '@mash/kernel';
import { ViewReader } from '@mash/views';
import type { RecordAddressCommand } from '../../domain/record-address.js';
import { recordingAddress } from '../../domain/record-address.js';
import { mustKnow } from '../known-to.js';

/** Record where somebody lives or is placed. Answers with the id of the place. */
export class RecordAddress {
  constructor(readonly input: Omit<RecordAddressCommand, 'placeId'>, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RecordAddress)
export class RecordAddressHandler implements ICommandHandler<RecordAddress, Outcome> {
  constructor(private readonly journal: Journal, private readonly views: ViewReader) {}

  async execute({ input, actor, context }: RecordAddress): Promise<Outcome> {
    await mustKnow(this.journal, this.views, actor, input.by, input.personId);
    const placeId = derivedId<PlaceId>(context.commandId, 'place');
    const done = await this.journal.execute({
      stream: `person-${input.personId}`, decider: recordingAddress, command: { ...input, placeId }, context,
      facts: () => null, about: () => ({ subjects: [input.personId] }),
    });
    return { id: placeId, done };
  }
}
