import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Accepted, RejectedObject } from '@mash/graphql';
import { CommandResult, commandResult, contextOf, toLawfulBasis } from '@mash/graphql';
import { CurrentActor, Permit } from '@mash/identity';
import type { Actor } from '@mash/kernel';
import { AllocateRequest } from '../use-cases/allocate-request/allocate-request.js';
import { AnswerItems } from '../use-cases/answer-items/answer-items.js';
import type { AskingInput } from '../use-cases/asking-input.js';
import { DisputeRequest } from '../use-cases/dispute-request/dispute-request.js';
import { IssueStatutoryRequest } from '../use-cases/issue-statutory-request/issue-statutory-request.js';
import { RequestInformation } from '../use-cases/request-information/request-information.js';
import { AllocateRequestInput, AnswerItemsInput, DisputeRequestInput } from './answering.inputs.js';
import type { AskingFields, StatutoryTextsInput } from './asking.inputs.js';
import { IssueStatutoryRequestInput, RequestInformationInput } from './asking.inputs.js';

type Result = Promise<Accepted | RejectedObject>;

/** What was left out of a form is null, and nothing that it does not know passes through. */
const toAsking = (fields: AskingFields): Omit<AskingInput, 'purpose'> => ({
  enquiryId: fields.enquiryId, to: { organisation: fields.to.organisation, unit: fields.to.unit ?? null },
  items: fields.items.map(({ about, question, why, period }) => ({ about, question, why, period: period ?? null })),
  people: fields.people.map(({ personId, identifyBy }) => ({ personId, identifyBy })),
  reasons: fields.reasons, basis: toLawfulBasis(fields.basis), publicTask: fields.publicTask ?? null, whatAskingReveals: fields.whatAskingReveals,
  consentPosition: fields.consentPosition, notSoughtReason: fields.notSoughtReason ?? null, specialCategory: fields.specialCategory,
  criminalOffence: fields.criminalOffence, urgency: fields.urgency, due: fields.due ?? null,
});

const toTexts = (texts: StatutoryTextsInput): IssueStatutoryRequest['input']['texts'] => ({
  purpose: texts.purpose ?? '', whyNeeded: texts.whyNeeded ?? '', necessity: texts.necessity ?? '', proportionality: texts.proportionality ?? '',
  burdenConsidered: texts.burdenConsidered ?? '', howS16EServed: texts.howS16EServed ?? null,
});

@Resolver()
export class RequestCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => CommandResult, { description: 'Asks another agency for information, under an enquiry that your unit leads.' })
  @Permit('request:ask')
  requestInformation(@Args('input') input: RequestInformationInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new RequestInformation(
      { ...toAsking(input), purpose: input.purpose }, actor, contextOf(actor, 'RequestInformation', input.idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Issues a request on a statutory power, as a delegated signatory of a safeguarding partner.' })
  @Permit('request:issue-statutory')
  issueStatutoryRequest(@Args('input') input: IssueStatutoryRequestInput, @CurrentActor() actor: Actor): Result {
    const { power, statutoryFunction, arrangementId, idempotencyKey } = input;
    const recipients = input.recipients.map(({ kind, organisation, unit, practitionerId, reason }) => ({
      kind, party: { organisation, unit }, practitionerId: practitionerId ?? null, reason: reason ?? null,
    }));
    return commandResult(() => this.commands.execute(new IssueStatutoryRequest(
      { asking: toAsking(input), power, statutoryFunction, arrangementId, texts: toTexts(input.texts), recipients },
      actor, contextOf(actor, 'IssueStatutoryRequest', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Answers items that need no decision, or enters such an answer that came by other means.' })
  @Permit('request:answer')
  answerItems(@Args('input') { idempotencyKey, ...input }: AnswerItemsInput, @CurrentActor() actor: Actor): Result {
    const answers = input.answers.map((answer) => ({ ...answer, told: answer.told ?? null }));
    return commandResult(() => this.commands.execute(new AnswerItems({ ...input, answers }, actor, contextOf(actor, 'AnswerItems', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Disputes a statutory request. The duty stays open.' })
  @Permit('request:answer')
  disputeRequest(@Args('input') { idempotencyKey, ...input }: DisputeRequestInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new DisputeRequest(input, actor, contextOf(actor, 'DisputeRequest', idempotencyKey))));
  }

  @Mutation(() => CommandResult, { description: 'Gives a request to a colleague of the unit that was asked, or hands it over.' })
  @Permit('request:answer')
  allocateRequest(@Args('input') { idempotencyKey, ...input }: AllocateRequestInput, @CurrentActor() actor: Actor): Result {
    return commandResult(() => this.commands.execute(new AllocateRequest(input, actor, contextOf(actor, 'AllocateRequest', idempotencyKey))));
  }
}
