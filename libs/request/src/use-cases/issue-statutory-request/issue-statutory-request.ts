import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { arrangementFacts, organisationFacts, practitionerFacts } from '@mash/directory-events';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import type { IssueStatutoryRequestCommand } from '../../domain/issue-statutory-request.js';
import { issuingStatutoryRequest, purposeServing } from '../../domain/issue-statutory-request.js';
import { askingFacts } from '../asking-facts.js';
import type { AskingInput } from '../asking-input.js';
import { asAsking } from '../asking-input.js';

/** Issue a request on a statutory power, as a delegated signatory of a safeguarding partner. */
export class IssueStatutoryRequest {
  constructor(
    readonly input: Omit<IssueStatutoryRequestCommand, 'asking'> & { readonly asking: Omit<AskingInput, 'purpose'> },
    readonly actor: Actor, readonly context: CommandContext,
  ) {}
}

type Recipient = IssueStatutoryRequestCommand['recipients'][number];

@CommandHandler(IssueStatutoryRequest)
export class IssueStatutoryRequestHandler implements ICommandHandler<IssueStatutoryRequest, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, actor, context }: IssueStatutoryRequest): Promise<Outcome> {
    const asking = asAsking({ ...input.asking, purpose: purposeServing(input.statutoryFunction) }, actor, context.commandId);
    const { enquiryId, to, people } = input.asking;
    const done = await this.journal.execute({
      stream: `request-${asking.requestId}`, decider: issuingStatutoryRequest, command: { ...input, asking }, context,
      facts: async () => ({
        ...await askingFacts(this.journal, actor, enquiryId, to.organisation),
        arrangement: await this.journal.state(`arrangement-${input.arrangementId}`, arrangementFacts),
        recipientNames: await Promise.all(input.recipients.map((recipient) => this.nameOf(recipient))),
      }),
      about: () => ({ enquiryId, subjects: people.map((person) => person.personId) }),
    });
    return { id: asking.requestId, done };
  }

  /** 1.R4: a recipient is somebody whom the directory knows, by name. */
  private async nameOf({ party, practitionerId }: Recipient): Promise<string | null> {
    const unit = (await this.journal.state(`organisation-${party.organisation}`, organisationFacts))?.units.find((each) => each.unitId === party.unit);
    if (practitionerId === null || !unit) return unit?.name ?? null;
    return (await this.journal.state(`practitioner-${practitionerId}`, practitionerFacts))?.name ?? null;
  }
}
