import { disclosureFacts } from '@mash/disclosure-events';
import type { CommandContext, Journal } from '@mash/event-log';
import type { Outcome } from '@mash/graphql';
import type { Actor } from '@mash/kernel';
import { NotFound, actsFor } from '@mash/kernel';
import { answeringApproval } from '../domain/approve-onward.js';
import type { AnswerApprovalCommand } from '../domain/approve-onward.js';
import { aboutDisclosure } from './gather.js';

/**
 * The originator's yes or no. Only the unit that first disclosed the item can give it.
 * @throws NotFound for everybody else, exactly as when nothing was sought
 */
export async function answerApproval(journal: Journal, input: Omit<AnswerApprovalCommand, 'by'>, actor: Actor, context: CommandContext): Promise<Outcome> {
  const stream = `disclosure-${input.disclosureId}`;
  const held = await journal.state(stream, disclosureFacts);
  const approval = held?.approvals.find((each) => each.approvalId === input.approvalId);
  if (!held || !approval || !actsFor(actor, { organisation: approval.originator, unit: approval.originatorUnit })) throw new NotFound();
  const done = await journal.execute({
    stream, decider: answeringApproval, command: { ...input, by: actor.practitioner }, context, facts: () => null, about: () => aboutDisclosure(held),
  });
  return { id: input.approvalId, done };
}
