import type { Withheld } from '@mash/access-policy';
import type { DataCategory } from '@mash/consent-events';
import type { BasisCodes } from '@mash/decision-events';
import type { DisclosedItem, DisclosureMade, Restriction } from '@mash/disclosure-events';
import type {
  ConsentId, DecisionId, DisclosureId, EnquiryId, Instant, ItemId, OrganisationId, Party, PersonId, PractitionerId, RequestId, UnitId,
} from '@mash/kernel';
import type {
  AdvisoryWithheldReasonCode, ConsentPositionCode, EnquiryCapacityCode, ItemNatureCode, SharingMethodCode, SharingPurposeCode,
} from '@mash/law';
import type { PersonDetails } from '@mash/person-events';

/** One item, as sender or recipient sees it. */
export interface DisclosedItemBody {
  readonly itemId: ItemId;
  readonly requestItemId: ItemId | null;
  readonly about: readonly { readonly personId: PersonId; readonly capacity: EnquiryCapacityCode }[];
  readonly originator: OrganisationId;
  readonly nature: ItemNatureCode;
  readonly statement: string | null;
  readonly opinionHolder: string | null;
  readonly source: string | null;
  readonly historicalNote: string | null;
  readonly asOf: string | null;
  readonly historical: boolean;
  readonly category: DataCategory;
  readonly restrictions: readonly Restriction[];
  /** The sender's basis. */
  readonly basis: BasisCodes | null;
  /** Null towards a recipient who is not told that consent is missing (5.R1). */
  readonly consentPosition: ConsentPositionCode | null;
  readonly consentId: ConsentId | null;
  readonly drawnFrom: { readonly disclosureId: DisclosureId; readonly itemId: ItemId } | null;
  /** What the recipient recorded at receipt. */
  readonly ownBasis: BasisCodes | 'CONSENT_ALONE' | null;
  readonly consentWithdrawn: boolean;
  readonly basisUnderReview: boolean;
  readonly banner: string | null;
  /** Set by the gate when the content is held back from this reader. */
  readonly withheld: Withheld | null;
}

/** A disclosure, as one side of it sees it. */
export interface DisclosureBody {
  readonly id: DisclosureId;
  readonly kind: DisclosureMade['data']['kind'];
  readonly side: 'SENDER' | 'RECIPIENT';
  readonly sender: { readonly organisation: OrganisationId; readonly unit: UnitId | null };
  readonly recipient: {
    readonly organisation: OrganisationId; readonly unit: UnitId | null; readonly practitioner: PractitionerId | null; readonly name: string | null;
  };
  readonly madeBy: { readonly practitioner: PractitionerId | null; readonly name: string | null };
  readonly recordedBy: Party;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly method: SharingMethodCode;
  readonly decisionId: DecisionId | null;
  readonly requestId: RequestId | null;
  readonly enquiryId: EnquiryId | null;
  readonly parentId: DisclosureId | null;
  readonly purpose: SharingPurposeCode;
  readonly useLimitation: SharingPurposeCode | null;
  readonly items: readonly DisclosedItemBody[];
  readonly people: readonly { readonly personId: PersonId; readonly identification: Partial<PersonDetails> | null }[];
  readonly reaches: readonly PersonId[];
  readonly advisory: { readonly given: boolean; readonly withheldReason: AdvisoryWithheldReasonCode | null; readonly words: string | null };
  readonly onwardIntention: string | null;
  readonly irregular: readonly string[];
  readonly accepted: { readonly by: PractitionerId | null; readonly at: Instant } | null;
  readonly received: { readonly by: PractitionerId; readonly at: Instant } | null;
  /** Attempts to pass it on that were refused, for whoever supplied it and whoever tried. */
  readonly refusedOnward: readonly {
    readonly itemId: ItemId; readonly at: Instant; readonly by: Party; readonly recipient: OrganisationId;
    readonly reasons: readonly { readonly rule: string; readonly code: string }[];
  }[];
}

const itemBody = (item: DisclosedItem, mayKnowConsent: boolean): DisclosedItemBody => {
  const { itemId, requestItemId, about, originator, nature, asOf, historical, category, restrictions, basis, drawnFrom, content, consentPosition, consentId } = item;
  const missing = consentPosition === 'REFUSED' || consentPosition === 'NOT_SOUGHT';
  return {
    itemId, requestItemId, about, originator, nature, asOf, historical, category, restrictions, basis, drawnFrom,
    consentPosition: missing && !mayKnowConsent ? null : consentPosition, consentId,
    statement: content.value?.statement ?? null, opinionHolder: content.value?.opinionHolder ?? null, source: content.value?.source ?? null,
    historicalNote: content.value?.historicalNote ?? null, ownBasis: null, consentWithdrawn: false, basisUnderReview: false, banner: null, withheld: null,
  };
};

/** What one side sees when it is made. The recipient gets nothing that is the sender's own to know. */
export function bodyFor(data: DisclosureMade['data'], side: DisclosureBody['side']): DisclosureBody {
  const { disclosureId: id, kind, sender, recipient, madeBy, recordedBy, occurredAt, recordedAt, method, requestId, enquiryId, parentId, purpose, useLimitation, reaches, irregular } = data;
  const sends = side === 'SENDER';
  const entered = recordedBy.organisation === recipient.organisation && recordedBy.unit === recipient.unit;
  return {
    id, side, kind, sender, recordedBy, occurredAt, recordedAt, method, requestId, enquiryId, purpose, useLimitation, reaches, irregular,
    decisionId: sends ? data.decisionId : null, parentId: sends ? parentId : null,
    recipient: { ...recipient, name: recipient.name?.value ?? null }, madeBy: { practitioner: madeBy.practitioner, name: madeBy.name?.value ?? null },
    items: data.items.map((item) => itemBody(item, sends || data.advisory.given)).map((item) => (sends ? item : { ...item, drawnFrom: null })),
    people: data.people.map(({ personId, identification }) => ({ personId, identification: identification.value })),
    advisory: {
      given: data.advisory.given, withheldReason: sends ? data.advisory.withheldReason : null,
      words: sends || data.advisory.given ? data.advisory.words?.value ?? null : null,
    },
    onwardIntention: data.onwardIntention?.value ?? null,
    accepted: entered ? { by: recipient.practitioner, at: recordedAt } : null, received: null, refusedOnward: [],
  };
}

const banner = 'Consent withdrawn. It is kept on a basis of your own, recorded when it was received.';

/** What an item's standing is under everything that is known of its consent and its holder's basis (3.R8). */
export const withStanding = (item: DisclosedItemBody, side: DisclosureBody['side']): DisclosedItemBody => {
  if (!item.consentWithdrawn) return item;
  if (side === 'SENDER') return { ...item, banner: 'Consent withdrawn. What was shared before stays lawful; nothing more may rest on it.' };
  const alone = item.ownBasis === null || item.ownBasis === 'CONSENT_ALONE';
  return { ...item, basisUnderReview: alone, banner: alone ? null : banner };
};
