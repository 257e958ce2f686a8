import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { organisationFacts } from '@mash/directory-events';
import { disclosureFacts } from '@mash/disclosure-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, DisclosureId, ItemId, OrganisationId, Party, RequestId } from '@mash/kernel';
import { NotFound, actsFor, sameParty } from '@mash/kernel';
import { requestFacts } from '@mash/request-events';
import { recordingOutside } from '../../domain/record-outside-disclosure.js';
import type { RecordOutsideCommand } from '../../domain/record-outside-disclosure.js';

/** What a worker enters of something that reached the unit by other means. */
export interface RecordOutsideInput extends Omit<RecordOutsideCommand, 'disclosureId' | 'sender' | 'recipient' | 'madeBy' | 'recordedBy' | 'items'> {
  readonly from: OrganisationId;
  /** Who said or wrote it, as they gave their name. */
  readonly saidBy: string | null;
  /** The unit that it reached. */
  readonly to: Party;
  /** The request that it answers. */
  readonly requestId: RequestId | null;
  readonly items: readonly Omit<RecordOutsideCommand['items'][number], 'itemId'>[];
}

/** Enter an answer, or other information, that came by telephone, post, e-mail or in person. */
export class RecordOutsideDisclosure {
  constructor(readonly input: RecordOutsideInput, readonly actor: Actor, readonly context: CommandContext) {}
}

@CommandHandler(RecordOutsideDisclosure)
export class RecordOutsideDisclosureHandler implements ICommandHandler<RecordOutsideDisclosure, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input: { from, saidBy, to, requestId, ...input }, actor, context }: RecordOutsideDisclosure): Promise<Outcome> {
    const request = requestId === null ? null : await this.journal.state(`request-${requestId}`, requestFacts);
    if (!actsFor(actor, to) || (requestId !== null && (request === null || !sameParty(request.from, to)))) throw new NotFound();
    const disclosureId = derivedId<DisclosureId>(context.commandId, 'id');
    const stream = `disclosure-${disclosureId}`;
    const done = await this.journal.execute({
      stream, decider: recordingOutside, context: { ...context, occurredAt: input.occurredAt },
      command: {
        ...input, disclosureId, sender: { organisation: from, unit: null }, recordedBy: to, madeBy: { practitioner: null, name: saidBy },
        recipient: { ...to, practitioner: actor.practitioner, name: null },
        items: input.items.map((item, index) => ({ ...item, itemId: derivedId<ItemId>(context.commandId, `item:${index}`) })),
      },
      facts: async () => ({ now: this.journal.clock.now(), request, other: await this.journal.state(`organisation-${from}`, organisationFacts) }),
      about: () => ({
        enquiryId: request?.enquiryId ?? input.enquiryId, subjects: [...new Set(input.items.flatMap((item) => item.about.map((each) => each.personId)))],
      }),
    });
    const recorded = await this.journal.state(stream, disclosureFacts);
    return { id: disclosureId, done, irregular: recorded?.made.irregular ?? [] };
  }
}
