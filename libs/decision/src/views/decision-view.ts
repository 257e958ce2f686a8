import type { DataCategory } from '@mash/consent-events';
import type { BasisCodes, BasisWords, DecidedItem, DecidedRecipient, DecisionEvent, SharingDecided } from '@mash/decision-events';
import type {
  ConsentId, DecisionId, EnquiryId, Instant, ItemId, Party, PersonId, PractitionerId, RequestId, View,
} from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import type {
  ConsentPositionCode, DecisionQuestionCode, DecisionTriggerCode, NotSoughtReasonCode, NotToldExceptionCode, QualityTestCode, QuestionAnswer,
  RefusalReasonCode, SharingOutcomeCode, SharingPurposeCode, TransparencyCode,
} from '@mash/law';

export interface DecidedItemBody {
  readonly itemId: ItemId;
  readonly requestItemId: ItemId | null;
  readonly about: readonly PersonId[];
  readonly category: DataCategory;
  readonly share: boolean;
  readonly reasons: string | null;
  readonly refusalReasons: readonly RefusalReasonCode[];
  readonly reasonsTold: string | null;
  readonly confidential: boolean;
  readonly specialCategory: boolean;
  readonly criminalOffence: boolean;
  readonly basis: BasisCodes | null;
  readonly basisWords: BasisWords | null;
  readonly consentPosition: ConsentPositionCode;
  readonly consentId: ConsentId | null;
  readonly notSoughtReason: NotSoughtReasonCode | null;
  readonly notSoughtFacts: string | null;
  readonly drawnFrom: DecidedItem['drawnFrom'];
  readonly wording: string | null;
}

/** A decision as the unit that took it sees it. Nobody else does: reasons can do harm in other hands. */
export interface DecisionBody {
  readonly id: DecisionId;
  readonly by: Party;
  readonly decidedBy: PractitionerId;
  readonly decidedAt: Instant;
  readonly trigger: DecisionTriggerCode;
  readonly requestId: RequestId | null;
  readonly enquiryId: EnquiryId | null;
  readonly requester: Party | null;
  readonly recipients: readonly DecidedRecipient[];
  readonly purpose: SharingPurposeCode;
  readonly protects: readonly PersonId[];
  readonly answers: readonly { readonly question: DecisionQuestionCode; readonly answer: QuestionAnswer; readonly reason: string | null }[];
  readonly items: readonly DecidedItemBody[];
  readonly weighing: { readonly ifShared: string; readonly ifNotShared: string } | null;
  readonly telling: readonly {
    readonly personId: PersonId; readonly kind: TransparencyCode; readonly toldAt: Instant | null; readonly due: Instant | null;
    readonly exception: NotToldExceptionCode | null; readonly reasons: string | null;
  }[];
  readonly quality: readonly QualityTestCode[];
  readonly advice: string | null;
  readonly outcome: SharingOutcomeCode;
  readonly reasons: string | null;
  readonly supersedes: DecisionId | null;
  readonly supersededBy: DecisionId | null;
  readonly discussions: readonly { readonly with: Party; readonly at: Instant; readonly by: PractitionerId; readonly notes: string | null }[];
}

const itemBody = ({ reasons, reasonsTold, basisWords, notSoughtFacts, wording, ...item }: DecidedItem): DecidedItemBody => ({
  ...item, reasons: reasons.value, reasonsTold: reasonsTold?.value ?? null, basisWords: basisWords?.value ?? null,
  notSoughtFacts: notSoughtFacts?.value ?? null, wording: wording?.value ?? null,
});

const bodyOf = (data: SharingDecided['data'], decidedAt: Instant): DecisionBody => {
  const { decisionId: id, answers, items, weighing, telling, advice, reasons, ...said } = data;
  return {
    ...said, id, decidedAt, supersededBy: null, discussions: [],
    answers: answers.map(({ question, answer, reason }) => ({ question, answer, reason: reason?.value ?? null })),
    items: items.map(itemBody), weighing: weighing.value, advice: advice?.value ?? null, reasons: reasons.value,
    telling: telling.map((each) => ({ ...each, reasons: each.reasons.value })),
  };
};

export const decisionView: View<DecisionEvent, DecisionBody> = {
  name: 'decision',
  version: 1,
  handles: ['SharingDecided', 'RefusalDiscussed', 'DecisionSuperseded'],
  keys({ event }) {
    const { decisionId } = event.data;
    return [event.type === 'SharingDecided' ? { key: `${decisionId}/${event.data.by.unit}` } : { lookup: `decision:${decisionId}` }];
  },
  apply(row, { event, metadata }) {
    switch (event.type) {
      case 'SharingDecided': {
        const { decisionId, by, requestId, enquiryId, outcome } = event.data;
        return {
          ...emptyRow(bodyOf(event.data, metadata.recordedAt)), agency: by.organisation, units: [by.unit], enquiryId, status: outcome, sort: metadata.recordedAt,
          lookups: [`decision:${decisionId}`, ...requestId === null ? [] : [`request:${requestId}`], ...enquiryId === null ? [] : [`enquiry:${enquiryId}`]],
        };
      }
      case 'RefusalDiscussed': {
        const { with: other, at, by, notes } = event.data;
        return row && { ...row, body: { ...row.body, discussions: [...row.body.discussions, { with: other, at, by, notes: notes.value }] } };
      }
      case 'DecisionSuperseded':
        return row && { ...row, status: 'SUPERSEDED', body: { ...row.body, supersededBy: event.data.supersededBy } };
    }
  },
};
