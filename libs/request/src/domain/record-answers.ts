import type { Decider, Party } from '@mash/kernel';
import { NotFound, enquiryFile, heldBy, personal } from '@mash/kernel';
import type { SharingMethodCode } from '@mash/law';
import type { Addressee, ItemAnswer, RequestEvent, RequestFacts } from '@mash/request-events';
import type { AnswerGiven } from './answers-from.js';
import type { Request } from './request.js';
import { evolve, none } from './request.js';

/** Enter into the request what a decision or a disclosure answered. */
export interface RecordAnswersCommand {
  readonly answers: readonly AnswerGiven[];
  readonly method: SharingMethodCode;
  readonly answeredBy: Addressee;
  readonly recordedBy: Party;
}

/** The same event met twice, or a decision met after its own disclosure, changes nothing. */
const isNews = (answer: AnswerGiven, { items }: RequestFacts): boolean => {
  const before = items.find((item) => item.itemId === answer.itemId);
  return before !== undefined
    && !(before.answer !== null && before.answer.kind === answer.kind && before.answer.disclosureId === answer.disclosureId && before.answer.decisionId === answer.decisionId);
};

export const recordingAnswers: Decider<RecordAnswersCommand, Request, RequestEvent, null> = {
  initial: none,
  evolve,
  decide({ answers, method, answeredBy, recordedBy }, state) {
    if (state === null) throw new NotFound();
    // Only the addressee answers: what somebody else discloses under this enquiry is not an answer to it.
    if (answeredBy.organisation !== state.to.organisation) return [];
    const holders = heldBy(enquiryFile(state.enquiryId), state.from.organisation, ...state.to.unit === null ? [] : [state.to.organisation]);
    const news = answers.filter((answer) => isNews(answer, state)).map(({ itemId, kind, disclosureId, decisionId, told }): ItemAnswer => ({
      itemId, kind, disclosureId, decisionId, systemsSearched: null,
      told: told === null ? null : personal(`request:${state.requestId}:item:${itemId}:told:${decisionId ?? disclosureId ?? ''}`, holders, told),
    }));
    return news.length === 0 ? [] : [{ type: 'ItemsAnswered', schema: 1, data: {
      requestId: state.requestId, answers: news, method, answeredBy: { organisation: answeredBy.organisation, unit: answeredBy.unit },
      recordedBy: { organisation: recordedBy.organisation, unit: recordedBy.unit },
    } }];
  },
};
