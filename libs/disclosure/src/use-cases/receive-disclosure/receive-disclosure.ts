import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { organisationFacts } from '@mash/directory-events';
import type { DisclosureFacts } from '@mash/disclosure-events';
import { enquiryFacts } from '@mash/enquiry-events';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import { receivingDisclosure } from '../../domain/receive-disclosure.js';
import type { ReceiveDisclosureCommand } from '../../domain/receive-disclosure.js';
import { aboutDisclosure, consentsOf, receivedBy } from '../gather.js';

/** Record receipt by the actor's unit, with a basis of its own for each item. */
export class ReceiveDisclosure {
  constructor(readonly input: Omit<ReceiveDisclosureCommand, 'by'>, readonly actor: Actor, readonly context: CommandContext) {}
}

const atRisk = new Set(['CHILD', 'UNBORN', 'ADULT_AT_RISK']);

@CommandHandler(ReceiveDisclosure)
export class ReceiveDisclosureHandler implements ICommandHandler<ReceiveDisclosure, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: ReceiveDisclosure): Promise<Outcome> {
    const { held, party } = await receivedBy(this.journal, actor, input.disclosureId);
    const done = await this.journal.execute({
      stream: `disclosure-${input.disclosureId}`, decider: receivingDisclosure, command: { ...input, by: actor.practitioner }, context,
      facts: async () => {
        const organisation = await this.journal.state(`organisation-${party.organisation}`, organisationFacts);
        if (organisation === null) throw new NotFound();
        const consents = await consentsOf(this.journal, held.made.items.map((item) => item.consentId));
        return { now: this.journal.clock.now(), organisation, consents, someoneAtRisk: await this.someoneAtRisk(held) };
      },
      about: () => aboutDisclosure(held),
    });
    return { id: input.disclosureId, done };
  }

  /** Somebody under 18 or at risk is in the disclosure, or in the enquiry that it belongs to (4.R7). */
  private async someoneAtRisk({ made }: DisclosureFacts): Promise<boolean> {
    const enquiry = made.enquiryId === null ? null : await this.journal.state(`enquiry-${made.enquiryId}`, enquiryFacts);
    return [...made.items.flatMap((item) => item.about), ...enquiry?.people ?? []].some((each) => atRisk.has(each.capacity));
  }
}
