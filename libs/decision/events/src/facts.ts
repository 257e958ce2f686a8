import type { DecisionId, EnquiryId, Party, PersonId, RequestId } from '@mash/kernel';
import type { DecisionTriggerCode, SharingOutcomeCode, SharingPurposeCode } from '@mash/law';
import type { DecidedItem, DecidedRecipient, DecisionEvent } from './decision-events.js';

/** What another context may need to know of a decision; null before it was taken. */
export interface DecisionFacts {
  readonly decisionId: DecisionId;
  readonly by: Party;
  readonly trigger: DecisionTriggerCode;
  readonly requestId: RequestId | null;
  readonly enquiryId: EnquiryId | null;
  readonly requester: Party | null;
  readonly recipients: readonly DecidedRecipient[];
  readonly purpose: SharingPurposeCode;
  readonly protects: readonly PersonId[];
  readonly items: readonly DecidedItem[];
  readonly outcome: SharingOutcomeCode;
  readonly supersededBy: DecisionId | null;
}

export const decisionFacts = {
  initial: null as DecisionFacts | null,
  evolve(state: DecisionFacts | null, event: DecisionEvent): DecisionFacts | null {
    switch (event.type) {
      case 'SharingDecided': {
        const { decisionId, by, trigger, requestId, enquiryId, requester, recipients, purpose, protects, items, outcome } = event.data;
        return { decisionId, by, trigger, requestId, enquiryId, requester, recipients, purpose, protects, items, outcome, supersededBy: null };
      }
      case 'DecisionSuperseded': return state === null ? null : { ...state, supersededBy: event.data.supersededBy };
      case 'RefusalDiscussed': return state;
    }
  },
};

/** Whether the decision lets information go to this recipient (2.R1). A decided unit covers its people; a decided person is that person. */
export const decidedFor = (decision: DecisionFacts, recipient: DecidedRecipient): boolean => decision.recipients.some((each) =>
  each.organisation === recipient.organisation && (each.unit === null || each.unit === recipient.unit)
  && (each.practitioner === null || each.practitioner === recipient.practitioner));
