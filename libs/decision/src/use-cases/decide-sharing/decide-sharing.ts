import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { ConsentStanding } from '@mash/consent-events';
import { consentFacts } from '@mash/consent-events';
import { decisionFacts } from '@mash/decision-events';
import { organisationFacts } from '@mash/directory-events';
import { disclosureFacts } from '@mash/disclosure-events';
import type { CommandContext } from '@mash/event-log';
import { Journal, derivedId } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor, ConsentId, DecisionId, ItemId, Party, RequestId, UnitId } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import type { RequestFacts } from '@mash/request-events';
import { requestFacts } from '@mash/request-events';
import { decidingSharing } from '../../domain/decide-sharing.js';
import type { DecideSharingCommand, DecideSharingFacts, ItemToDecide } from '../../domain/decide-sharing.js';
import { supersedingDecision } from '../../domain/supersede-decision.js';

/** What a practitioner puts to a decision; who decides, and what the items are called, follows from who sends it. */
export interface DecideSharingInput extends Omit<DecideSharingCommand, 'decisionId' | 'by' | 'decidedBy' | 'trigger' | 'items'> {
  /** The unit that decides; null for a request, which says whom it asked. */
  readonly unit: UnitId | null;
  readonly requestId: RequestId | null;
  /** For a decision on one's own initiative; a request says by itself whether it is a statutory one. */
  readonly trigger: 'OWN_INITIATIVE' | 'COURT_ORDER' | 'EMERGENCY';
  readonly items: readonly Omit<ItemToDecide, 'itemId'>[];
}

/** Decide whether to share, for the unit that was asked or on its own initiative. */
export class DecideSharing {
  constructor(readonly input: DecideSharingInput, readonly actor: Actor, readonly context: CommandContext) {}
}

const deciderOf = (input: DecideSharingInput, asked: RequestFacts | null, actor: Actor): Party => {
  const unit = asked === null ? input.unit : asked.to.unit;
  const party = unit === null ? null : { organisation: asked?.to.organisation ?? actor.agency, unit };
  if (party === null || !actsFor(actor, party)) throw new NotFound();
  return party;
};

const asCommand = ({ unit: _, requestId: __, ...input }: DecideSharingInput, asked: RequestFacts | null, actor: Actor, context: CommandContext, by: Party): DecideSharingCommand => ({
  ...input, by, decisionId: derivedId<DecisionId>(context.commandId, 'id'), decidedBy: actor.practitioner,
  trigger: asked === null ? input.trigger : asked.statutory === null ? 'REQUEST' : 'STATUTORY',
  recipients: input.recipients.length > 0 || asked === null ? input.recipients
    : [asked.from, ...(asked.statutory?.recipients ?? []).map((each) => each.party)].map(({ organisation, unit }) => ({ organisation, unit, practitioner: null })),
  items: input.items.map((item, index) => ({ ...item, itemId: derivedId<ItemId>(context.commandId, `item:${index}`) })),
});

@CommandHandler(DecideSharing)
export class DecideSharingHandler implements ICommandHandler<DecideSharing, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: DecideSharing): Promise<Outcome> {
    const asked = input.requestId === null ? null : await this.journal.state(`request-${input.requestId}`, requestFacts);
    if (input.requestId !== null && asked === null) throw new NotFound();
    const by = deciderOf(input, asked, actor);
    await this.heldByDecider(input, by);
    const command = asCommand(input, asked, actor, context, by);
    const { decisionId } = command;
    const done = await this.journal.execute({
      stream: `decision-${decisionId}`, decider: decidingSharing, command, context,
      facts: async (state) => {
        const facts = await this.facts(command, asked);
        if (command.supersedes !== null) {
          // Decided once without the claim, so that a decision which would be refused replaces nothing.
          decidingSharing.decide(command, state, facts);
          await this.supersede(command.supersedes, decisionId, context);
        }
        return facts;
      },
      about: () => ({ enquiryId: asked?.enquiryId ?? input.enquiryId, subjects: [...new Set(input.items.flatMap((item) => item.about))] }),
    });
    return { id: decisionId, done };
  }

  /** Only what the deciding unit was given can be drawn from; anything else is a record that does not exist for it. */
  private async heldByDecider(input: DecideSharingInput, by: Party): Promise<void> {
    for (const { drawnFrom } of input.items) {
      if (drawnFrom === null) continue;
      const received = await this.journal.state(`disclosure-${drawnFrom.disclosureId}`, disclosureFacts);
      const mine = received?.made.recipient.organisation === by.organisation && received.made.recipient.unit === by.unit;
      if (!mine || !received.made.items.some((item) => item.itemId === drawnFrom.itemId)) throw new NotFound();
    }
  }

  private async facts(command: DecideSharingCommand, asked: RequestFacts | null): Promise<DecideSharingFacts> {
    const organisation = await this.journal.state(`organisation-${command.by.organisation}`, organisationFacts);
    if (organisation === null) throw new NotFound();
    const consents = new Map<ConsentId, ConsentStanding>();
    for (const consentId of new Set(command.items.flatMap((item) => (item.consentId === null ? [] : [item.consentId])))) {
      const standing = await this.journal.state(`consent-${consentId}`, consentFacts);
      if (standing !== null) consents.set(consentId, standing);
    }
    const earlier = command.supersedes === null ? null : await this.journal.state(`decision-${command.supersedes}`, decisionFacts);
    return { now: this.journal.clock.now(), organisation, asked, consents, earlier };
  }

  private async supersede(earlier: DecisionId, decisionId: DecisionId, context: CommandContext): Promise<void> {
    await this.journal.execute({
      stream: `decision-${earlier}`, decider: supersedingDecision, command: { decisionId: earlier, supersededBy: decisionId }, context,
      facts: () => null, about: (state) => ({ enquiryId: state?.enquiryId ?? null }),
    });
  }
}
