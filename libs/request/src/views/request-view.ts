import type { BasisCodes } from '@mash/decision-events';
import type { EnquiryId, Instant, ItemId, Party, PersonId, PractitionerId, RequestId, Row, RowKey, View } from '@mash/kernel';
import { emptyRow } from '@mash/kernel';
import type {
  AnswerKindCode, ConsentPositionCode, DisputeReasonCode, EnquiryCapacityCode, NotSoughtReasonCode, SharingMethodCode, SharingPurposeCode,
  UrgencyCode,
} from '@mash/law';
import type { PersonDetails } from '@mash/person-events';
import type { Addressee, InformationRequested, ItemAnswer, RequestEvent, StatutoryPart, StatutoryTexts } from '@mash/request-events';

/** An item's answer as both parties see it. NO_REPLY is what shows when the time has passed and nobody answered. */
export interface AnswerBody extends Pick<ItemAnswer, 'disclosureId' | 'decisionId'> {
  readonly kind: AnswerKindCode;
  readonly at: Instant;
  readonly method: SharingMethodCode | null;
  readonly recordedBy: Party | null;
  readonly systemsSearched: readonly string[] | null;
  readonly told: string | null;
}

export interface RequestItemBody {
  readonly itemId: ItemId;
  readonly about: readonly PersonId[];
  readonly question: string | null;
  readonly why: string | null;
  readonly period: string | null;
  readonly answer: AnswerBody | null;
}

/** A request as one of its parties sees it. */
export interface RequestBody {
  readonly id: RequestId;
  readonly side: 'ASKER' | 'ADDRESSEE';
  readonly enquiryId: EnquiryId;
  readonly from: Party;
  readonly to: Addressee;
  readonly askedBy: PractitionerId;
  readonly askedAt: Instant;
  readonly items: readonly RequestItemBody[];
  readonly people: readonly { readonly personId: PersonId; readonly capacity: EnquiryCapacityCode; readonly identification: Partial<PersonDetails> | null }[];
  readonly purpose: SharingPurposeCode;
  readonly reasons: string | null;
  readonly basis: BasisCodes;
  readonly publicTask: string | null;
  /** The asker's own weighing: null for the addressee. */
  readonly whatAskingReveals: string | null;
  readonly consentPosition: ConsentPositionCode;
  readonly notSoughtReason: NotSoughtReasonCode | null;
  readonly specialCategory: boolean;
  readonly criminalOffence: boolean;
  readonly urgency: UrgencyCode;
  readonly due: Instant;
  readonly overdue: boolean;
  readonly dispute: { readonly reason: DisputeReasonCode; readonly words: string | null; readonly at: Instant } | null;
  readonly worker: PractitionerId | null;
  readonly statutory: (Omit<StatutoryPart, 'texts' | 'recipients'> & {
    readonly texts: StatutoryTexts | null;
    readonly recipients: readonly (Omit<StatutoryPart['recipients'][number], 'reason'> & { readonly reason: string | null })[];
  }) | null;
}

const isOpen = ({ answer }: RequestItemBody): boolean => answer === null || answer.kind === 'CLARIFY' || answer.kind === 'NO_REPLY';

/** ANSWERED once every item is; a dispute leaves the duty open (1.R8). */
const statusOf = (body: RequestBody): string => (body.items.some(isOpen) ? body.dispute === null ? 'OPEN' : 'DISPUTED' : 'ANSWERED');

const statutoryOf = (part: StatutoryPart | null): RequestBody['statutory'] => part && {
  ...part, texts: part.texts.value, recipients: part.recipients.map((recipient) => ({ ...recipient, reason: recipient.reason?.value ?? null })),
};

function asked(data: InformationRequested['data'], key: string, at: Instant): Row<RequestBody> {
  const side = key === `${data.requestId}/${data.from.unit}` ? 'ASKER' : 'ADDRESSEE';
  const { requestId: id, enquiryId, from, to, askedBy, purpose, basis, consentPosition, notSoughtReason, specialCategory, criminalOffence, urgency, due } = data;
  const body: RequestBody = {
    id, side, enquiryId, from, to, askedBy, askedAt: at, purpose, basis, consentPosition, notSoughtReason, specialCategory, criminalOffence, urgency, due,
    items: data.items.map(({ itemId, about, question: { value } }) => ({
      itemId, about, question: value?.question ?? null, why: value?.why ?? null, period: value?.period ?? null, answer: null,
    })),
    people: data.people.map(({ personId, capacity, identification }) => ({ personId, capacity, identification: identification.value })),
    reasons: data.reasons.value, publicTask: data.publicTask?.value ?? null, whatAskingReveals: side === 'ASKER' ? data.whatAskingReveals.value : null,
    overdue: false, dispute: null, worker: null, statutory: statutoryOf(data.statutory),
  };
  const party = side === 'ASKER' ? from : to;
  return {
    ...emptyRow(body), agency: party.organisation, units: party.unit === null ? [] : [party.unit], enquiryId, status: statusOf(body), sort: due,
    lookups: [`request:${id}`, `enquiry:${enquiryId}`, `side:${side}`],
  };
}

/** The request after something happened to it; both parties see the same. */
function after(body: RequestBody, event: Exclude<RequestEvent, { type: 'InformationRequested' }>, at: Instant): RequestBody {
  switch (event.type) {
    case 'ItemsAnswered': {
      const { answers, method, recordedBy } = event.data;
      return { ...body, items: body.items.map((item) => {
        const answer = answers.findLast((each) => each.itemId === item.itemId);
        return answer ? { ...item, answer: {
          kind: answer.kind, at, method, recordedBy, disclosureId: answer.disclosureId, decisionId: answer.decisionId,
          systemsSearched: answer.systemsSearched?.value ?? null, told: answer.told?.value ?? null,
        } } : item;
      }) };
    }
    case 'RequestOverdue': return { ...body, overdue: true, items: body.items.map((item) => (item.answer !== null ? item : {
      ...item, answer: { kind: 'NO_REPLY', at, method: null, recordedBy: null, disclosureId: null, decisionId: null, systemsSearched: null, told: null },
    })) };
    case 'RequestDisputed': return { ...body, dispute: { reason: event.data.reason, words: event.data.words.value, at } };
    case 'RequestAllocated': return { ...body, worker: event.data.worker };
  }
}

export const requestView: View<RequestEvent, RequestBody> = {
  name: 'request',
  version: 1,
  handles: ['InformationRequested', 'ItemsAnswered', 'RequestOverdue', 'RequestDisputed', 'RequestAllocated'],
  keys({ event }): readonly RowKey[] {
    const { requestId } = event.data;
    if (event.type !== 'InformationRequested') return [{ lookup: `request:${requestId}` }];
    return [event.data.from.unit, event.data.to.unit].flatMap((unit) => (unit === null ? [] : [{ key: `${requestId}/${unit}` }]));
  },
  apply(row, { event, metadata }, key): Row<RequestBody> | null {
    if (event.type === 'InformationRequested') return asked(event.data, key, metadata.recordedAt);
    if (row === null) return null;
    const body = after(row.body, event, metadata.recordedAt);
    return { ...row, body, status: statusOf(body) };
  },
};
