import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import type { SharingDecided } from '@mash/decision-events';
import type { DisclosureMade } from '@mash/disclosure-events';
import type { CommandContext } from '@mash/event-log';
import { Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { DecisionId, DisclosureId, DomainEvent, RequestId } from '@mash/kernel';
import { NotFound } from '@mash/kernel';
import { requestFacts } from '@mash/request-events';
import { answersFromDecision, answersFromDisclosure } from '../../domain/answers-from.js';
import type { RecordAnswersCommand } from '../../domain/record-answers.js';
import { recordingAnswers } from '../../domain/record-answers.js';
import { onlyProcesses } from '../only-processes.js';

/** Enter into a request what a decision or a disclosure answered; sent by the process that follows both. */
export class RecordAnswers {
  constructor(
    readonly input: { readonly requestId: RequestId } & ({ readonly disclosureId: DisclosureId } | { readonly decisionId: DecisionId }),
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(RecordAnswers)
export class RecordAnswersHandler implements ICommandHandler<RecordAnswers, Outcome> {
  constructor(private readonly journal: Journal) {}

  async execute({ input, context }: RecordAnswers): Promise<Outcome> {
    onlyProcesses(context);
    const stream = `request-${input.requestId}`;
    const request = await this.journal.state(stream, requestFacts);
    const command = 'disclosureId' in input ? await this.fromDisclosure(input.disclosureId, input.requestId) : await this.fromDecision(input.decisionId, input.requestId);
    const done = await this.journal.execute({
      stream, decider: recordingAnswers, command, context,
      facts: () => null, about: () => ({ enquiryId: request?.enquiryId ?? null, subjects: request?.people ?? [] }),
    });
    return { id: input.requestId, done };
  }

  private async fromDisclosure(disclosureId: DisclosureId, requestId: RequestId): Promise<RecordAnswersCommand> {
    const { data } = await this.first<DisclosureMade>(`disclosure-${disclosureId}`, 'DisclosureMade');
    if (data.requestId !== requestId) throw new NotFound();
    const decision = data.decisionId === null ? null : await this.first<SharingDecided>(`decision-${data.decisionId}`, 'SharingDecided');
    return { answers: answersFromDisclosure(data, decision?.data ?? null), method: data.method, answeredBy: data.sender, recordedBy: data.recordedBy };
  }

  private async fromDecision(decisionId: DecisionId, requestId: RequestId): Promise<RecordAnswersCommand> {
    const { data } = await this.first<SharingDecided>(`decision-${decisionId}`, 'SharingDecided');
    if (data.requestId !== requestId) throw new NotFound();
    return { answers: answersFromDecision(data), method: 'HUB_PORTAL', answeredBy: data.by, recordedBy: data.by };
  }

  private async first<E extends DomainEvent>(stream: string, type: E['type']): Promise<E> {
    const found = (await this.journal.history<E>(stream)).find((recorded) => recorded.event.type === type);
    if (!found) throw new NotFound();
    return found.event;
  }
}
