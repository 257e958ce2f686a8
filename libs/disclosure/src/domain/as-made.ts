import type { DecidedItem } from '@mash/decision-events';
import type { DisclosedItem, DisclosureMade } from '@mash/disclosure-events';
import type { DecisionId, DisclosureId, EnquiryId, Holder, Instant, OrganisationId, RequestId } from '@mash/kernel';
import { enquiryFile, heldBy, personFile, personal } from '@mash/kernel';
import { ADVISORY_WITHHELD_REASONS, isBlank, isCodeOf } from '@mash/law';
import type { MethodEvidence, SharingPurposeCode } from '@mash/law';
import type { DisclosureForm, StatementForm } from './disclosure-form.js';

/** What an item inherits from the decision that lets it go, and nobody can choose on the form. */
export type Inherited = Pick<DisclosedItem,
  'requestItemId' | 'category' | 'confidential' | 'specialCategory' | 'criminalOffence' | 'basis' | 'consentId' | 'consentPosition' | 'drawnFrom'>;

/** The part of a decision that an item carries with it. */
export const inheritedFrom = (decided: DecidedItem): Inherited => {
  const { requestItemId, category, confidential, specialCategory, criminalOffence, basis, consentId, consentPosition, drawnFrom } = decided;
  return { requestItemId, category, confidential, specialCategory, criminalOffence, basis, consentId, consentPosition, drawnFrom };
};

/** An item ready to be disclosed. */
export interface ReadyItem {
  readonly form: StatementForm;
  readonly inherited: Inherited;
  readonly originator: OrganisationId;
}

/** Where a disclosure belongs. */
export interface Belongs {
  readonly kind: DisclosureMade['data']['kind'];
  readonly recordedAt: Instant;
  readonly decisionId: DecisionId | null;
  readonly requestId: RequestId | null;
  readonly enquiryId: EnquiryId | null;
  readonly parentId: DisclosureId | null;
  readonly useLimitation: SharingPurposeCode | null;
  readonly irregular: readonly string[];
}

const holdersOf = ({ sender, recipient }: DisclosureForm, enquiryId: EnquiryId | null, items: readonly ReadyItem[]): readonly Holder[] => {
  const [first] = items.flatMap((item) => item.form.about);
  const file = enquiryId === null ? personFile(first?.personId ?? 'nobody') : enquiryFile(enquiryId);
  return heldBy(file, sender.organisation, recipient.organisation);
};

const asItem = ({ form, inherited, originator }: ReadyItem, disclosureId: DisclosureId, holders: readonly Holder[]): DisclosedItem => {
  const { itemId, about, nature, asOf, historical, restrictions, statement, opinionHolder, source, historicalNote } = form;
  return {
    ...inherited, itemId, about, originator, nature, asOf, historical, restrictions,
    content: personal(`disclosure:${disclosureId}:item:${itemId}`, holders, { statement, opinionHolder, source, historicalNote }),
  };
};

type FlatEvidence = Record<string, string | boolean | readonly string[] | null>;

const flat = (evidence: MethodEvidence): FlatEvidence => {
  const found: FlatEvidence = {};
  for (const [name, value] of Object.entries(evidence)) {
    if (typeof value === 'string' || typeof value === 'boolean' || Array.isArray(value)) found[name] = value;
    else if (typeof value === 'object') for (const [part, inner] of Object.entries(value)) found[`${name}.${part}`] = inner === true;
  }
  return found;
};

/** A disclosure as a fact: its words sealed for sender and recipient, what is only the sender's for the sender. */
export function asMade(form: DisclosureForm, items: readonly ReadyItem[], belongs: Belongs): DisclosureMade {
  const { disclosureId, sender, recipient, madeBy, recordedBy, occurredAt, method, purpose, reaches, advisory } = form;
  const both = holdersOf(form, belongs.enquiryId, items);
  const own = both.filter((each) => each.controller === recordedBy.organisation);
  const record = (part: string): string => `disclosure:${disclosureId}:${part}`;
  const named = (part: string, name: string | null) => (name === null || isBlank(name) ? null : personal(record(part), both, name));
  return { type: 'DisclosureMade', schema: 1, data: {
    ...belongs, disclosureId, sender, recordedBy, occurredAt, method, purpose, reaches,
    recipient: { organisation: recipient.organisation, unit: recipient.unit, practitioner: recipient.practitioner, name: named('recipient', recipient.name) },
    madeBy: { practitioner: madeBy.practitioner, name: named('made-by', madeBy.name) },
    methodEvidence: method === 'HUB_PORTAL' ? null : personal(record('method'), own, flat(form.evidence)),
    items: items.map((item) => asItem(item, disclosureId, both)),
    people: form.people.map(({ personId, identification }) => ({ personId, identification: personal(record(`person:${personId}`), both, identification) })),
    advisory: {
      given: advisory.given,
      withheldReason: advisory.withheldReason !== null && isCodeOf(ADVISORY_WITHHELD_REASONS, advisory.withheldReason) ? advisory.withheldReason : null,
      // Why the recipient is not told must not reach the recipient.
      words: advisory.words === null ? null : personal(record('advisory'), advisory.given ? both : own, advisory.words),
    },
    onwardIntention: form.onwardIntention === null ? null : personal(record('onward-intention'), both, form.onwardIntention),
  } };
}
