import type { Decider, ItemId, Party, Reason } from '@mash/kernel';
import { NotFound, enquiryFile, heldBy, personal, reason, rejectIf } from '@mash/kernel';
import type { AnswerKindCode, SharingMethodCode } from '@mash/law';
import { isBlank } from '@mash/law';
import type { ItemAnswer, RequestEvent, RequestFacts } from '@mash/request-events';
import type { Request } from './request.js';
import { evolve, none } from './request.js';

/** Answers that need no decision to share: that nothing is known, or that a question must be made clear first. */
export interface AnswerItemsCommand {
  readonly answers: readonly {
    readonly itemId: ItemId; readonly kind: AnswerKindCode; readonly systemsSearched: readonly string[]; readonly told: string | null;
  }[];
  readonly method: SharingMethodCode;
  /** Who writes it down: the addressee, or the asker who took the answer by other means. */
  readonly recordedBy: Party;
  /** Tells the records of several answers to one item apart. */
  readonly recordId: string;
}

type Answer = AnswerItemsCommand['answers'][number];

const held = ['SHARED', 'PART', 'HELD_NOT_SHARED'];

/** 1.R12: nothing known means that a search found nothing. What is held is shared, or not, by a decision. */
function checkAnswer({ itemId, kind, systemsSearched, told }: Answer, { items }: RequestFacts): Reason[] {
  const item = items.find((each) => each.itemId === itemId);
  if (!item) return [reason('1.8', 'ITEM_UNKNOWN', 'An answer is to something that was not asked.', 'Answer the items of the request.')];
  switch (kind) {
    case 'NOTHING_KNOWN':
      if (item.answer !== null && held.includes(item.answer.kind)) {
        return [reason('1.R12', 'HELD_IS_NOT_UNKNOWN', 'Something was found on this item, so “nothing known” would be untrue.', 'Decide whether to share it; if not, say that it is held and not shared.')];
      }
      return systemsSearched.some((system) => !isBlank(system)) ? []
        : [reason('1.R12', 'NOTHING_SEARCHED', '“Nothing known” does not say which systems were searched.', 'Name each system that was searched.')];
    case 'CLARIFY':
      return isBlank(told) ? [reason('1.8', 'NOTHING_TO_CLARIFY', 'It is not said what needs to be clarified.', 'Say what is unclear.')] : [];
    case 'SHARED':
    case 'PART':
    case 'HELD_NOT_SHARED':
      return [reason('1.R12', 'DECIDE_FIRST', 'What is held is shared, or not, by a decision with reasons.', 'Record the decision; the answer follows from it.')];
    case 'NO_REPLY':
      return [reason('1.8', 'NO_REPLY_IS_NO_ANSWER', '“No reply” is what the hub shows when none came.', 'Answer the item.')];
  }
}

/** Who gave an answer by which means: only the addressee answers in the hub; whoever took another answer enters it. */
function checkMeans({ method, recordedBy }: AnswerItemsCommand, { to }: RequestFacts): Reason[] {
  const byAddressee = recordedBy.organisation === to.organisation && recordedBy.unit === to.unit;
  return byAddressee || method !== 'HUB_PORTAL' ? []
    : [reason('1.8', 'NOT_THE_ADDRESSEE', 'An answer through the hub is given by the addressee.', 'Say by what other means the answer came.')];
}

export const answeringItems: Decider<AnswerItemsCommand, Request, RequestEvent, null> = {
  initial: none,
  evolve,
  decide(command, state) {
    if (state === null) throw new NotFound();
    const { answers, method, recordedBy, recordId } = command;
    rejectIf([
      ...answers.length > 0 ? [] : [reason('1.8', 'NO_ANSWER', 'There is no answer.', 'Answer at least one item.')],
      ...answers.flatMap((answer) => checkAnswer(answer, state)), ...checkMeans(command, state),
    ]);
    const holders = heldBy(enquiryFile(state.enquiryId), state.from.organisation, ...state.to.unit === null ? [] : [state.to.organisation]);
    const entered = answers.map(({ itemId, kind, systemsSearched, told }): ItemAnswer => {
      const record = `request:${state.requestId}:item:${itemId}:answer:${recordId}`;
      return {
        itemId, kind, disclosureId: null, decisionId: null,
        systemsSearched: kind === 'NOTHING_KNOWN' ? personal(`${record}:searched`, holders, systemsSearched.filter((system) => !isBlank(system))) : null,
        told: told === null || isBlank(told) ? null : personal(`${record}:told`, holders, told),
      };
    });
    return [{ type: 'ItemsAnswered', schema: 1, data: {
      requestId: state.requestId, answers: entered, method, recordedBy: { organisation: recordedBy.organisation, unit: recordedBy.unit },
      answeredBy: { organisation: state.to.organisation, unit: state.to.unit },
    } }];
  },
};
