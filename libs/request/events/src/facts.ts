import type { DecisionId, DisclosureId, EnquiryId, Instant, ItemId, OrganisationId, Party, PersonId, PractitionerId, RequestId } from '@mash/kernel';
import type { AnswerKindCode, ConsentPositionCode, PurposeFunctionCode, SharingPurposeCode, StatutoryPowerCode } from '@mash/law';
import type { Addressee, InformationRequested, ItemAnswer, RequestEvent, StatutoryPart } from './index.js';

/** How an item was last answered. */
export interface ItemAnswered {
  readonly kind: AnswerKindCode;
  readonly disclosureId: DisclosureId | null;
  readonly decisionId: DecisionId | null;
}

/** What another context may need to know of a request; null before it is made. */
export interface RequestFacts {
  readonly requestId: RequestId;
  readonly enquiryId: EnquiryId;
  readonly from: Party;
  readonly to: Addressee;
  readonly askedBy: PractitionerId;
  readonly items: readonly { readonly itemId: ItemId; readonly about: readonly PersonId[]; readonly answer: ItemAnswered | null }[];
  readonly people: readonly PersonId[];
  readonly purpose: SharingPurposeCode;
  /** The request says under which public task the asker acts: a charity may rely on that (4.R0, 4.R9). */
  readonly statesPublicTask: boolean;
  readonly consentPosition: ConsentPositionCode;
  readonly due: Instant;
  readonly overdue: boolean;
  readonly disputed: boolean;
  readonly worker: PractitionerId | null;
  readonly statutory: {
    readonly power: StatutoryPowerCode;
    readonly statutoryFunction: PurposeFunctionCode;
    readonly issuer: OrganisationId;
    readonly recipients: StatutoryPart['recipients'];
  } | null;
}

const asked = (data: InformationRequested['data']): RequestFacts => ({
  requestId: data.requestId, enquiryId: data.enquiryId, from: data.from, to: data.to, askedBy: data.askedBy,
  items: data.items.map(({ itemId, about }) => ({ itemId, about, answer: null })),
  people: data.people.map((person) => person.personId), purpose: data.purpose, statesPublicTask: data.publicTask !== null,
  consentPosition: data.consentPosition, due: data.due, overdue: false, disputed: false, worker: null,
  statutory: data.statutory && {
    power: data.statutory.power, statutoryFunction: data.statutory.statutoryFunction,
    issuer: data.from.organisation, recipients: data.statutory.recipients,
  },
});

const answered = (items: RequestFacts['items'], answers: readonly ItemAnswer[]): RequestFacts['items'] => items.map((item) => {
  const answer = answers.findLast((each) => each.itemId === item.itemId);
  return answer ? { ...item, answer: { kind: answer.kind, disclosureId: answer.disclosureId, decisionId: answer.decisionId } } : item;
});

export const requestFacts = {
  initial: null as RequestFacts | null,
  evolve(state: RequestFacts | null, event: RequestEvent): RequestFacts | null {
    if (event.type === 'InformationRequested') return asked(event.data);
    if (state === null) return null;
    switch (event.type) {
      case 'ItemsAnswered': return { ...state, items: answered(state.items, event.data.answers) };
      case 'RequestOverdue': return { ...state, overdue: true };
      case 'RequestDisputed': return { ...state, disputed: true };
      case 'RequestAllocated': return { ...state, worker: event.data.worker };
    }
  },
};

/** An item is settled by any answer but a question back: a duty to answer stays open until then. */
export const isSettled = (answer: ItemAnswered | null): boolean => answer !== null && answer.kind !== 'CLARIFY' && answer.kind !== 'NO_REPLY';

/** The items that still wait for an answer. */
export const unsettledItems = (request: RequestFacts): readonly ItemId[] =>
  request.items.filter((item) => !isSettled(item.answer)).map((item) => item.itemId);
